/// Sparse vectors over hashed features: a feature is the hash of its text, known from training by a dense index.
struct FeatureSpace: Sendable {
  private var indices = HashedIndex()
  /// In how many examples each feature occurs, by index.
  private(set) var frequencies: [Int32] = []

  struct Weighted: Hashable, Sendable {
    var hash: UInt64
    var weight: Float
  }

  struct Entry: Hashable, Sendable {
    var index: Int32
    var value: Float
  }

  var count: Int { frequencies.count }

  /// Makes the features of an example known.
  mutating func learn(_ features: [Weighted]) {
    for feature in features {
      let index = indices.number(of: feature.hash)
      if index < frequencies.count { frequencies[index] += 1 } else { frequencies.append(1) }
    }
  }

  /// The vector of a text, of length 1. What is not known counts in the length: a text of strange words is short in every
  /// direction that was learnt.
  func vector(_ features: [Weighted], examples: Int) -> [Entry] {
    var squares: Float = 0
    var entries: [Entry] = []
    entries.reserveCapacity(features.count)
    for feature in features {
      let index = indices[feature.hash]
      let value = feature.weight * rarity(index, among: examples)
      squares += value * value
      if let index { entries.append(Entry(index: Int32(index), value: value)) }
    }
    let length = squares.squareRoot()
    guard length > 0 else { return [] }
    for place in entries.indices { entries[place].value /= length }
    return entries
  }

  /// Inverse document frequency, flattened where examples are so few that counts say little.
  private func rarity(_ index: Int?, among examples: Int) -> Float {
    guard let index else { return 1 }
    let ratio = Float(examples + 20) / Float(Int(frequencies[index]) + 20)
    return 0.3 + ratio.binaryLogarithm * 0.25
  }
}

extension Float {
  /// Of a positive number, with straight lines between the powers of two: exact enough for weights, and the same on every machine.
  var binaryLogarithm: Float { Float(exponent) + significand - 1 }
}

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): stable over machines and builds, unlike `Hasher`.
struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  init(_ parts: String...) {
    for part in parts { add(part) }
  }
}
