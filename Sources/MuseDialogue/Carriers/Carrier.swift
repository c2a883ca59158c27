import MuseDefinition

/// Words around a value that name its slot, learnt from one mark of an example.
struct Carrier: Hashable, Sendable {
  var slot: SlotID
  /// Directly before the value, in canonical words.
  var left: [String]
  /// Directly behind it; empty where nothing or another value follows.
  var right: [String]
  /// The intent whose example taught it; nil for a slot's own example.
  var intent: IntentID?
  /// The words before are the verb that opens the example ("push [the standup]").
  var opensMessage: Bool
  /// The words before are the slot's name and nothing else: only quotes show where its value begins ("title “X”").
  var isName = false
  /// The words before, or those behind, hold one with a meaning: it names the slot better than a preposition does.
  let isTelling: Bool
  let isLeftTelling: Bool

  init(
    slot: SlotID, left: [String], right: [String], intent: IntentID?, opensMessage: Bool, isName: Bool = false, language: Language
  ) {
    self.slot = slot
    self.left = left
    self.right = right
    self.intent = intent
    self.opensMessage = opensMessage
    self.isName = isName
    func tells(_ word: String) -> Bool { !language.grammar.isFunction(word) && word != ":" && word != "=" }
    isLeftTelling = left.contains(where: tells)
    isTelling = isLeftTelling || right.contains(where: tells)
  }
}

/// A message in canonical words: each phrase of a class of synonyms is the class's first one.
struct CanonicalWords: Sendable {
  struct Word: Hashable, Sendable {
    var text: String
    var tokens: Range<Int>
  }

  let words: [Word]
  /// For each token the index of the word that it belongs to.
  private let places: [Int]

  init(_ message: Message, language: Language) {
    var words: [Word] = []
    var places: [Int] = []
    var index = 0
    while index < message.tokens.count {
      let match = language.synonyms.match(in: message.tokens, at: index)
      let end = match?.end ?? index + 1
      words.append(Word(text: match?.meaning ?? message.tokens[index].word, tokens: index..<end))
      places += Array(repeating: words.count - 1, count: end - index)
      index = end
    }
    self.words = words
    self.places = places
  }

  /// The words that end exactly before a token, at most `count`, in their order.
  func before(_ token: Int, count: Int) -> [String] {
    let end = token < places.count ? places[token] : words.count
    return words[max(0, end - count)..<end].map(\.text)
  }

  func after(_ token: Int, count: Int) -> [String] {
    guard token < places.count else { return [] }
    return words[places[token]..<min(words.count, places[token] + count)].map(\.text)
  }

  /// The last word that begins before a token; empty before the first one.
  func word(before token: Int) -> String {
    let end = token < places.count ? places[token] : words.count
    return end > 0 ? words[end - 1].text : ""
  }

  /// Whether words end exactly before a token.
  func ends(_ expected: [String], before token: Int) -> Bool {
    matches(expected, from: (token < places.count ? places[token] : words.count) - expected.count)
  }

  func begins(_ expected: [String], at token: Int) -> Bool {
    matches(expected, from: token < places.count ? places[token] : words.count)
  }

  private func matches(_ expected: [String], from start: Int) -> Bool {
    guard start >= 0, start + expected.count <= words.count else { return false }
    return expected.indices.allSatisfy { words[start + $0].text == expected[$0] }
  }

  /// The index of the first token of the last `count` words before a token.
  func start(ofLast count: Int, before token: Int) -> Int {
    let end = token < places.count ? places[token] : words.count
    guard end - count >= 0, end - count < words.count else { return token }
    return words[end - count].tokens.lowerBound
  }
}
