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
    var sums: [UInt64: Float] = [:]
    var order: [UInt64] = []
    func add(_ hash: StableHash, _ weight: Float) {
      if sums.updateValue(max(weight, sums[hash.value] ?? 0), forKey: hash.value) == nil { order.append(hash.value) }
    }
    for (index, word) in words.enumerated() {
      add(StableHash("w", word.text), weight(word))
      let next = index + 1 < words.count ? words[index + 1] : Word(text: "$", isPlaceholder: true)
      add(StableHash("b", word.text, next.text), (weight(word) + weight(next)) * 0.3)
      if index == 0 { add(StableHash("b", "^", word.text), weight(word) * 0.3) }
      if index + 2 < words.count {
        add(StableHash("s", word.text, words[index + 2].text), (weight(word) + weight(words[index + 2])) * 0.3)
      }
      for spelling in word.isPlaceholder ? word.spellings : [word.text] {
        for gram in grams(spelling) { add(gram.hash, gram.weight) }
      }
    }
    for phrase in classes { add(StableHash("c", phrase), 1.2) }
    return order.map { FeatureSpace.Weighted(hash: $0, weight: sums[$0] ?? 0) }
  }

  private func weight(_ word: Word) -> Float {
    if word.isPlaceholder {
      return word.text == Delexicaliser.unknown ? TextFeatures.unknownWeight : TextFeatures.placeholderWeight
    }
    return language.grammar.isFunction(word.text) ? TextFeatures.functionWeight : 1
  }

  /// The character n-grams of one word with its borders; together they weigh a little more than the word.
  private func grams(_ word: String) -> [(hash: StableHash, weight: Float)] {
    let bytes = [UInt8(ascii: "<")] + Array(word.utf8.prefix(24)) + [UInt8(ascii: ">")]
    guard bytes.count >= 5 else { return [] }
    var result: [StableHash] = []
    for size in 3...5 where size < bytes.count {
      for start in 0...(bytes.count - size) {
        var hash = StableHash("g")
        for byte in bytes[start..<start + size] { hash.add(byte) }
        result.append(hash)
      }
    }
    let weight = language.grammar.isFunction(word) ? TextFeatures.functionWeight : 1
    let each = 1.2 * weight / Float(result.count).squareRoot()
    return result.map { ($0, each) }
  }
}
