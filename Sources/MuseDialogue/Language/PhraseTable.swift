/// Phrases of one or more words with what each means; the longest match at a place wins.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private var meanings: [String: Meaning] = [:]
  private var longest: [String: Int] = [:]

  struct Match {
    var meaning: Meaning
    /// The index after its last word.
    var end: Int
  }

  init(_ entries: [(phrase: String, meaning: Meaning)]) {
    for entry in entries { insert(entry.phrase, entry.meaning) }
  }

  init(_ groups: [(meaning: Meaning, phrases: [String])]) {
    self.init(groups.flatMap { group in group.phrases.map { (phrase: $0, meaning: group.meaning) } })
  }

  private mutating func insert(_ phrase: String, _ meaning: Meaning) {
    let words = phrase.split(separator: " ")
    guard let first = words.first.map(String.init) else { return }
    meanings[phrase] = meaning
    longest[first] = max(longest[first] ?? 0, words.count)
  }

  subscript(phrase: String) -> Meaning? { meanings[phrase] }

  func mayBegin(_ word: String) -> Bool { longest[word] != nil }

  /// The longest phrase that begins at an index.
  func match(in tokens: [Token], at index: Int, limit: Int? = nil) -> Match? {
    guard tokens.indices.contains(index), let most = longest[tokens[index].word] else { return nil }
    var end = min(index + most, limit ?? tokens.count)
    while end > index {
      if let meaning = meanings[tokens[index..<end].map(\.word).joined(separator: " ")] { return Match(meaning: meaning, end: end) }
      end -= 1
    }
    return nil
  }
}

extension PhraseTable where Meaning == Bool {
  init(words: [String]) { self.init([(meaning: true, phrases: words)]) }
}
