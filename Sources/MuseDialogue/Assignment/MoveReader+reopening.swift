import MuseDefinition
import MuseExpression

/// Changes without a value: "change the time", "rename it", "the place is wrong".
extension MoveReader {
  /// More words than these before a request are a sentence of its own: what it costs stays bounded.
  private static let mostLeads = 12

  struct Reopening: Hashable {
    var slot: SlotID
    var tokens: Range<Int>
  }

  /// What is told for the slots that may be told here, and which of them are to change without a value.
  func changes() -> (told: [Told], reopened: [Reopening]) {
    let told = teller(openScope).told(in: message.whole) + itemsByPlace()
    // A text named by its slot is none where that says that it is wrong ("the title is not right").
    let reopened = reopenings(besides: told.filter { !$0.isNamed }.map(\.tokens))
    let covered = Coverage(reopened.map(\.tokens), in: message)
    return (told.filter { !covered.overlaps($0.tokens) }, reopened)
  }

  func move(_ reopening: Reopening) -> Move { move(.reopen(reopening.slot), reopening.tokens) }

  /// At most one for each clause that nothing else was read from.
  private func reopenings(besides taken: [Range<Int>]) -> [Reopening] {
    let covered = Coverage(taken, in: message)
    let names = SlotNames(graph: graph, language: language, awaiting: awaiting)
    var result: [Reopening] = []
    for clause in Clauses.split(message, message.whole, language.grammar) where !covered.overlaps(clause) {
      guard let slot = reopened(in: clause, names), !result.contains(where: { $0.slot == slot }) else { continue }
      result.append(Reopening(slot: slot, tokens: clause))
    }
    return result
  }

  /// The slot that a whole clause wants changed; nil where it says anything more.
  private func reopened(in clause: Range<Int>, _ names: SlotNames) -> SlotID? {
    var cursor = Cursor(tokens: Array(message.tokens[..<clause.upperBound]), index: clause.lowerBound)
    while !cursor.isAtEnd, cursor.index - clause.lowerBound < MoveReader.mostLeads {
      var trial = cursor
      if let slot = request(&trial, names, from: clause.lowerBound), isDone(trial) { return slot }
      let word = cursor.word
      guard isLead(word) || cursor.token?.kind == .sign, !language.answers.negations.contains(word) else { return nil }
      cursor.index += 1
    }
    return nil
  }

  private func isLead(_ word: String) -> Bool {
    language.answers.fillers.contains(word) || language.grammar.isFunction(word)
      || language.answers.answers.mayBegin(word) && language.answers.strongNo.contains(word)
  }

  private func request(_ cursor: inout Cursor, _ names: SlotNames, from start: Int) -> SlotID? {
    let isBare = (start..<cursor.index).allSatisfy {
      answers.isFiller($0) || language.grammar.determiners.contains(message.word($0))
    }
    let words = language.answers
    if let kind = cursor.take(words.reopenings) { return names.slot(of: kind) }
    if cursor.take(words.changes) != nil || cursor.take(words.differents) != nil {
      skipArticles(&cursor)
      _ = cursor.take(words.differents)
      return names.slot(&cursor)
    }
    skipArticles(&cursor)
    guard let slot = names.slot(&cursor) else { return nil }
    if cursor.take(words.wrongs) != nil || cursor.take(words.changes) != nil { return slot }
    return isBare && isDone(cursor) && isWholeMessage(cursor) ? slot : nil
  }

  private func skipArticles(_ cursor: inout Cursor) {
    for _ in 0..<3 where !cursor.take(language.grammar.determiners) && !cursor.take(language.grammar.prepositions) { return }
  }

  /// "The time", and nothing else said, names what is to change.
  private func isWholeMessage(_ cursor: Cursor) -> Bool {
    awaiting.question == .confirm && !message.whole.contains { language.answers.conditions.contains(message.word($0)) }
      && Clauses.split(message, message.whole, language.grammar).allSatisfy { clause in
        clause.contains(cursor.index - 1) || answers.onlyAnswer(in: clause) == .no || answers.areFillers(clause)
      }
  }

  private func isDone(_ cursor: Cursor) -> Bool {
    (cursor.index..<max(cursor.index, cursor.tokens.count)).allSatisfy { index in
      let word = message.word(index)
      let isPoint = message.tokens[index].kind == .sign && word != "?"
      return isPoint
        || (isLead(word) && !language.answers.conditions.contains(word) && !language.answers.negations.contains(word))
    }
  }
}

/// Finds the slot that people name: by its id or label, or by what it holds ("the time").
struct SlotNames {
  let graph: ConversationGraph
  let language: Language
  let awaiting: Awaiting

  /// Slots that hold something: those of the open question, then all others.
  private var candidates: [[Slot]] {
    let open = awaiting.open.compactMap(graph.slot)
    let others = graph.slots.filter { slot in !open.contains { $0.id == slot.id } }
    return [open.filter(holdsSomething), others.filter(holdsSomething)]
  }

  private func holdsSomething(_ slot: Slot) -> Bool {
    slot.defaultValue != nil || awaiting.slots.contains { $0.id == slot.id && $0.value != nil }
      || (awaiting.open.contains(slot.id) && slot.isOptional)
  }

  /// By name at a place of the message.
  func slot(_ cursor: inout Cursor) -> SlotID? {
    for slots in candidates {
      if let slot = slot(&cursor, among: slots) { return slot }
    }
    return nil
  }

  private func slot(_ cursor: inout Cursor, among slots: [Slot]) -> SlotID? {
    for slot in slots {
      for name in names(of: slot) where cursor.index + name.count <= cursor.tokens.count && !name.isEmpty {
        guard name.indices.allSatisfy({ isForm(cursor.tokens[cursor.index + $0].word, of: name[$0]) }) else { continue }
        cursor.index += name.count
        return slot.id
      }
    }
    var trial = cursor
    guard let kind = trial.take(language.answers.slotNames), let slot = slot(of: kind, among: slots) else { return nil }
    cursor = trial
    return slot
  }

  /// Whether the slot's own name stands at a place of the message.
  func takesName(of slot: Slot, _ cursor: inout Cursor) -> Bool { self.slot(&cursor, among: [slot]) != nil }

  private func isForm(_ word: String, of name: String) -> Bool {
    word == name || language.grammar.stem(word) == language.grammar.stem(name)
  }

  /// By what it holds: named so, else of such a type; the first one of the open question.
  func slot(of kind: AnswerWords.SlotKind) -> SlotID? {
    candidates.lazy.compactMap { self.slot(of: kind, among: $0) }.first
  }

  private func slot(of kind: AnswerWords.SlotKind, among slots: [Slot]) -> SlotID? {
    let named = slots.first { slot in
      names(of: slot).contains { name in
        let tokens = Message(name.joined(separator: " "), language: language).tokens
        return language.answers.slotNames.match(in: tokens, at: 0).map { $0.meaning == kind && $0.end == tokens.count } ?? false
      }
    }
    if let named { return named.id }
    for type in types(of: kind) {
      let fitting = slots.filter { type($0.type.item) }
      if let first = fitting.first, fitting.count == 1 || awaiting.open.contains(first.id) { return first.id }
    }
    return nil
  }

  /// The words of its id, and of labels that are plain words.
  private func names(of slot: Slot) -> [[String]] {
    let variants = slot.label?.variants.sorted { $0.key.rawValue < $1.key.rawValue } ?? []
    let labels = variants.flatMap(\.value).map(\.source).filter { !$0.contains("{") }
    return ([slot.id.rawValue.split(separator: "_").joined(separator: " ")] + labels).map { name in
      Message(name, language: language).tokens.map(\.word)
    }
  }

  /// Types that such a name fits, the likeliest first.
  private func types(of kind: AnswerWords.SlotKind) -> [(SlotType) -> Bool] {
    switch kind {
    case .moment: [{ $0 == .datetime }, { $0 == .time }, { $0 == .daterange || $0 == .timerange }, { $0 == .date }]
    case .day: [{ $0 == .date }, { $0 == .datetime }, { $0 == .daterange }]
    case .clock: [{ $0 == .time }, { $0 == .datetime }, { $0 == .timerange }]
    case .length: [{ $0 == .duration }]
    case .name: [{ $0 == .text }]
    case .people: [{ $0 == .person }]
    case .number: [{ $0 == .integer || $0 == .number }, { $0 == .phone }]
    case .address: [{ $0 == .email }, { $0 == .url }]
    case .place: []
    }
  }
}
