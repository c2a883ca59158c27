/// Turns the words of a text into weighted features: word 1–2-grams, their classes of synonyms, and character 3–5-grams.
struct TextFeatures: Sendable {
  let language: Language

  /// A word as the classifier sees it: as written, or a placeholder for a recognised value.
  struct Word: Hashable, Sendable {
    var text: String
    var isPlaceholder: Bool
    /// The words as written whose letters count, though a placeholder stands for them.
    var spellings: [String] = []
  }

  private static let functionWeight: Float = 0.75
  private static let placeholderWeight: Float = 0.5
  private static let unknownWeight: Float = 0.3

  func features(_ words: [Word], classes: [String]) -> [FeatureSpace.Weighted] {
    var sums = WeightedFeatures(expecting: words.count * 16)
    let weights = words.map(weight)
    for (index, word) in words.enumerated() {
      sums.add(StableHash("w", word.text), weights[index])
      let next = index + 1 < words.count ? words[index + 1].text : "$"
      let nextWeight = index + 1 < words.count ? weights[index + 1] : TextFeatures.placeholderWeight
      sums.add(StableHash("b", word.text, next), (weights[index] + nextWeight) * 0.3)
      if index == 0 { sums.add(StableHash("b", "^", word.text), weights[index] * 0.3) }
      if index + 2 < words.count {
        sums.add(StableHash("s", word.text, words[index + 2].text), (weights[index] + weights[index + 2]) * 0.3)
      }
      for spelling in word.isPlaceholder ? word.spellings : [word.text] { addGrams(of: spelling, to: &sums) }
    }
    for phrase in classes { sums.add(StableHash("c", phrase), 1.2) }
    return sums.features
  }

  private func weight(_ word: Word) -> Float {
    if word.isPlaceholder {
      return word.text == Delexicaliser.unknown ? TextFeatures.unknownWeight : TextFeatures.placeholderWeight
    }
    return language.grammar.isFunction(word.text) ? TextFeatures.functionWeight : 1
  }

  /// The character n-grams of one word with its borders; together they weigh a little more than the word.
  private func addGrams(of word: String, to sums: inout WeightedFeatures) {
    let bytes = [UInt8(ascii: "<")] + Array(word.utf8.prefix(24)) + [UInt8(ascii: ">")]
    guard bytes.count >= 5 else { return }
    let sizes = 3...min(5, bytes.count - 1)
    let count = sizes.reduce(0) { $0 + bytes.count - $1 + 1 }
    let weight = language.grammar.isFunction(word) ? TextFeatures.functionWeight : 1
    let each = 1.2 * weight / Float(count).squareRoot()
    for size in sizes {
      for start in 0...(bytes.count - size) {
        var hash = StableHash("g")
        for byte in bytes[start..<start + size] { hash.add(byte) }
        sums.add(hash, each)
      }
    }
  }
}

/// Features in the order in which they come, each once: the larger weight counts.
private struct WeightedFeatures {
  private(set) var features: [FeatureSpace.Weighted] = []
  private var index: HashedIndex

  init(expecting count: Int) { index = HashedIndex(expecting: count) }

  mutating func add(_ hash: StableHash, _ weight: Float) {
    let number = index.number(of: hash.value)
    if number == features.count {
      features.append(FeatureSpace.Weighted(hash: hash.value, weight: max(0, weight)))
    } else {
      features[number].weight = max(features[number].weight, weight)
    }
  }
}
