/// One linear separator per class against all others: squared hinge loss, stochastic gradient descent.
///
/// Examples are visited in an order drawn from a fixed seed, so that the same examples give the same weights on every machine.
struct LinearClassifier: Sendable {
  let classes: Int
  private var weights: [Float]
  private var biases: [Float]

  struct Example: Sendable {
    var vector: [FeatureSpace.Entry]
    /// Nil: it belongs to no class.
    var label: Int?
    /// How much its mistakes count.
    var weight: Float = 1
  }

  init(_ examples: [Example], classes: Int, features: Int) {
    self.classes = classes
    weights = Array(repeating: 0, count: features * classes)
    biases = Array(repeating: -0.4, count: classes)
    guard classes > 0, !examples.isEmpty else { return }
    LinearClassifier.train(examples, &weights, &biases)
  }

  /// The margin of each class: 1 is a sure yes, -1 a sure no.
  func scores(_ vector: [FeatureSpace.Entry]) -> [Float] {
    var scores = biases
    weights.withUnsafeBufferPointer { weights in
      scores.withUnsafeMutableBufferPointer { scores in
        LinearClassifier.accumulate(vector, weights, into: scores)
      }
    }
    return scores
  }

  /// The hot loop: unchecked, since every index was made by the feature space of this classifier.
  private static func accumulate(
    _ vector: [FeatureSpace.Entry], _ weights: UnsafeBufferPointer<Float>, into scores: UnsafeMutableBufferPointer<Float>
  ) {
    let classes = scores.count
    for entry in vector {
      let row = Int(entry.index) * classes
      for index in 0..<classes { scores[index] += weights[row + index] * entry.value }
    }
  }

  /// Few examples are seen often, many seldom.
  private static func epochs(_ count: Int) -> Int { min(40, max(6, 20_000 / count)) }

  private static func train(_ examples: [Example], _ weights: inout [Float], _ biases: inout [Float]) {
    var order = Array(examples.indices)
    var random = SplitMix(seed: 2026)
    var scores = biases
    var average = Average(weights: weights, biases: biases)
    let rounds = epochs(examples.count)
    for epoch in 0..<rounds {
      random.shuffle(&order)
      let rate = 0.8 / (1 + 0.35 * Float(epoch))
      weights.withUnsafeMutableBufferPointer { weights in
        biases.withUnsafeMutableBufferPointer { biases in
          scores.withUnsafeMutableBufferPointer { scores in
            for index in order { learn(examples[index], rate: rate, weights, biases, scores) }
          }
        }
      }
      if epoch >= rounds / 2 { average.add(weights, biases) }
    }
    (weights, biases) = average.mean
  }

  /// The mean over the later epochs: it forgets in which order the examples came (Polyak and Juditsky, 1992).
  private struct Average {
    private var weights: [Float]
    private var biases: [Float]
    private var count: Float = 0

    init(weights: [Float], biases: [Float]) {
      self.weights = Array(repeating: 0, count: weights.count)
      self.biases = Array(repeating: 0, count: biases.count)
    }

    mutating func add(_ weights: [Float], _ biases: [Float]) {
      for index in weights.indices { self.weights[index] += weights[index] }
      for index in biases.indices { self.biases[index] += biases[index] }
      count += 1
    }

    var mean: (weights: [Float], biases: [Float]) { (weights.map { $0 / count }, biases.map { $0 / count }) }
  }

  private static func learn(
    _ example: Example, rate: Float, _ weights: UnsafeMutableBufferPointer<Float>, _ biases: UnsafeMutableBufferPointer<Float>,
    _ scores: UnsafeMutableBufferPointer<Float>
  ) {
    let classes = scores.count
    for index in 0..<classes { scores[index] = biases[index] }
    accumulate(example.vector, UnsafeBufferPointer(weights), into: scores)
    for index in 0..<classes {
      let wanted: Float = index == example.label ? 1 : -1
      let miss = 1 - wanted * scores[index]
      guard miss > 0 else { continue }
      let step = rate * wanted * min(miss, 2) * example.weight * (wanted > 0 ? 1 : 0.3)
      biases[index] += step * 0.02
      for entry in example.vector { weights[Int(entry.index) * classes + index] += step * entry.value }
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): a small generator whose sequence is the same everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func shuffle(_ order: inout [Int]) {
    for index in order.indices.dropFirst().reversed() { order.swapAt(index, Int(next() % UInt64(index + 1))) }
  }
}
