/// Phrases of one or more words with what each means; the longest match at a place wins.
///
/// A tree of words: looking up costs one step per word, however many phrases there are.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private struct Branch: Sendable {
    var meaning: Meaning?
    var next: [String: Int] = [:]
  }

  struct Match {
    var meaning: Meaning
    /// The index after its last word.
    var end: Int
  }

  /// The first one is the root.
  private var branches = [Branch()]

  init(_ groups: [(meaning: Meaning, phrases: [String])]) {
    for group in groups {
      for phrase in group.phrases { insert(phrase, group.meaning) }
    }
  }

  private mutating func insert(_ phrase: String, _ meaning: Meaning) {
    var place = 0
    for word in phrase.split(separator: " ").map(String.init) {
      if let next = branches[place].next[word] {
        place = next
      } else {
        branches.append(Branch())
        branches[place].next[word] = branches.count - 1
        place = branches.count - 1
      }
    }
    branches[place].meaning = meaning
  }

  /// The first words of its phrases.
  var openings: some Sequence<String> { branches[0].next.keys }

  func mayBegin(_ word: String) -> Bool { branches[0].next[word] != nil }

  /// The longest phrase that begins at an index and ends before `limit`.
  func match(in tokens: [Token], at index: Int, limit: Int? = nil) -> Match? {
    var place = 0
    var best: Match?
    var end = index
    let limit = limit ?? tokens.count
    while end >= 0, end < limit, let next = branches[place].next[tokens[end].word] {
      place = next
      end += 1
      if let meaning = branches[place].meaning { best = Match(meaning: meaning, end: end) }
    }
    return best
  }
}

extension PhraseTable {
  /// Whether a phrase ends exactly before an index.
  func match(in tokens: [Token], endingAt end: Int) -> Bool {
    (max(0, end - 4)..<max(0, end)).contains { start in match(in: tokens, at: start, limit: end)?.end == end }
  }
}

extension PhraseTable where Meaning == Bool {
  init(words: [String]) { self.init([(meaning: true, phrases: words)]) }
}
