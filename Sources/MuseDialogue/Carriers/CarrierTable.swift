import MuseDefinition
import MuseExpression

/// The carriers of a graph, learnt from the marks of its slots' and intents' examples, and from the names of its slots.
struct CarrierTable: Sendable {
  private(set) var carriers: [Carrier] = []
  /// The words that each intent's examples hold outside their marks: alone they name no value ("book a meeting").
  private(set) var commonWords: Set<String> = []
  /// The words that open the examples of each intent, in canonical form ("book", "move"): the verbs of its requests.
  private(set) var openersOfIntents: [IntentID: Set<String>] = [:]
  /// Those of all intents.
  private(set) var openers: Set<String> = []
  /// The carriers by the last of their words before the value.
  private var endings: [String: [Int]] = [:]

  init(graph: ConversationGraph, language: Language) {
    for slot in graph.slots {
      for example in slot.examples { learn(example, intent: nil, language) }
      learnNames(of: slot, language)
    }
    for intent in graph.intents {
      for example in intent.examples { learn(example, intent: intent.id, language) }
    }
    var seen: Set<Carrier> = []
    carriers = carriers.filter { seen.insert($0).inserted }
    for (index, carrier) in carriers.enumerated() {
      if let last = carrier.left.last { endings[last, default: []].append(index) }
    }
  }

  /// Where in the table those are whose words before the value end with this one, in its order.
  func indices(endingWith word: String) -> [Int] { endings[word] ?? [] }

  private mutating func learn(_ example: MarkedExample, intent: IntentID?, _ language: Language) {
    let message = Message(example.text, language: language)
    let words = CanonicalWords(message, language: language)
    let marks = example.marks.compactMap { mark in message.tokens(in: mark.span).map { (slot: mark.slot, tokens: $0) } }
    for mark in marks {
      let floor = marks.map(\.tokens.upperBound).filter { $0 <= mark.tokens.lowerBound }.max() ?? 0
      let ceiling = marks.map(\.tokens.lowerBound).filter { $0 >= mark.tokens.upperBound }.min() ?? message.tokens.count
      let left = leftWords(words, before: mark.tokens.lowerBound, floor: floor, language)
      let right = rightWords(words, after: mark.tokens.upperBound, ceiling: ceiling, language)
      let isVerb = floor == 0 && words.start(ofLast: left.count, before: mark.tokens.lowerBound) == 0
      guard !right.isEmpty || left.contains(where: { leads($0, language) }) else { continue }
      carriers.append(
        Carrier(
          slot: mark.slot, left: left, right: right, intent: intent, opensMessage: isVerb && intent != nil, language: language))
    }
    guard let intent else { return }
    learnOpener(of: intent, words, marks.map(\.tokens), language)
    for (index, token) in message.tokens.enumerated() where !marks.contains(where: { $0.tokens.contains(index) }) {
      commonWords.insert(token.word)
    }
    commonWords.formUnion(words.words.filter { word in !marks.contains { $0.tokens.overlaps(word.tokens) } }.map(\.text))
  }

  /// Whether a word before a value says anything about it: "and", "the" and a comma stand before all sorts of things.
  private func leads(_ word: String, _ language: Language) -> Bool {
    let isSign = word.unicodeScalars.first.map { !$0.properties.isAlphabetic } ?? true
    return isSign
      ? [":", "="].contains(word)
      : !language.grammar.conjunctions.contains(word) && !language.grammar.determiners.contains(word)
  }

  /// The first word with a meaning, where it stands before every value. What an example denies itself ("not today") opens no
  /// request that might be denied.
  private mutating func learnOpener(of intent: IntentID, _ words: CanonicalWords, _ marks: [Range<Int>], _ language: Language) {
    let end = marks.map(\.lowerBound).min() ?? Int.max
    guard !words.words.contains(where: { language.answers.negations.contains($0.text) }) else { return }
    let times = language.times
    guard
      let opener = words.words.first(where: {
        !language.grammar.isFunction($0.text) && $0.text.first?.isLetter ?? false && times.weekdays[$0.text] == nil
          && !times.relativeDays.mayBegin($0.text)
      }),
      opener.tokens.lowerBound < end
    else { return }
    openersOfIntents[intent, default: []].insert(opener.text)
    openers.insert(opener.text)
  }

  /// The last word before a mark; further ones while it is a word that names nothing by itself ("call it").
  private func leftWords(_ words: CanonicalWords, before token: Int, floor: Int, _ language: Language) -> [String] {
    var count = 1
    while count < 3 {
      let left = words.before(token, count: count)
      guard left.count == count, let first = left.first, isWeak(first, language) else { break }
      guard words.start(ofLast: count, before: token) > floor else { break }
      count += 1
    }
    let start = words.start(ofLast: count, before: token)
    return start >= floor && start < token ? words.before(token, count: count) : []
  }

  private func rightWords(_ words: CanonicalWords, after token: Int, ceiling: Int, _ language: Language) -> [String] {
    guard token < ceiling, let word = words.after(token, count: 1).first, !language.grammar.isFunction(word) else { return [] }
    return [word].filter { $0.first?.isLetter ?? false }
  }

  private func isWeak(_ word: String, _ language: Language) -> Bool {
    let grammar = language.grammar
    return grammar.determiners.contains(word) || grammar.pronouns.contains(word) || grammar.auxiliaries.contains(word)
  }

  /// "title: X", "the place is X", "change the title to X".
  private mutating func learnNames(of slot: Slot, _ language: Language) {
    let labels = slot.label?.variants.filter { $0.key.language.lowercased() == language.code } ?? [:]
    let spoken = labels.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value).map(\.source)
    let names = [slot.id.rawValue.replacing("_", with: " ")] + spoken.filter { !$0.contains("{") }
    for (name, link) in names.flatMap({ name in (language.grammar.valueLinks + [[]]).map { (name, $0) } }) {
      let message = Message(([name] + link).joined(separator: " "), language: language)
      let left = CanonicalWords(message, language: language).words.map(\.text)
      carriers.append(
        Carrier(
          slot: slot.id, left: left, right: [], intent: nil, opensMessage: false, isName: link.isEmpty, language: language))
    }
  }
}
