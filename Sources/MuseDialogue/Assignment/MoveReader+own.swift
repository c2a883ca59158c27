import MuseDefinition
import MuseExpression

/// What a message means at a slot's own question, where nothing in it was recognised as a value of its type by itself.
extension MoveReader {
  func ownAnswer() -> [Move] {
    guard let asked else { return [] }
    let declined = self.declined(asked)
    if !declined.isEmpty { return declined }
    switch asked.type.item {
    case .boolean: return yesOrNo(asked)
    case .person: return names(asked, in: message.whole)
    case .object: return asked.lookup == nil ? [] : described(asked, in: message.whole).map { [move($0)] } ?? []
    case .time, .datetime, .duration: return bareNumber(asked) ?? []
    case .number, .integer: return amount(asked)
    case .email, .url, .phone:
      return SpelledAddress(message: message, language: language).address(asked.type.item).map { [own(asked, $0)] } ?? []
    case .choice(let options): return placeOfChoice(asked, options)
    case .text, .date, .daterange, .timerange, .list, .optional: return []
    }
  }

  private func own(_ slot: Slot, _ address: (text: String, tokens: Range<Int>)) -> Move {
    move(.tell(slot.id, .value(.string(address.text)), .plain), address.tokens)
  }

  /// Words that no value covers, at a lookup's question beside values for other slots ("the standup, to Friday").
  func unclaimedWords(_ told: [Told], _ taken: [Range<Int>]) -> [Move] {
    if let asked, asked.type.item == .boolean, !told.contains(where: { $0.slot == asked.id }) { return yesOrNo(asked) }
    guard let asked, asked.lookup != nil, asked.takesWords, !told.contains(where: { $0.slot == asked.id }), !told.isEmpty else {
      return []
    }
    let first = (told.map(\.tokens) + taken).map(\.lowerBound).min() ?? message.tokens.count
    return first > 0 ? described(asked, in: 0..<first).map { [move($0)] } ?? [] : []
  }

  /// A yes or no that is the whole message, or opens it beside other values.
  private func yesOrNo(_ slot: Slot) -> [Move] {
    if let answer = answers.onlyAnswer(in: message.whole) {
      return [move(.tell(slot.id, .value(.bool(answer == .yes)), .plain), message.whole)]
    }
    let said = answers.answers(in: message.whole).filter(\.isStrong)
    guard let first = said.first, said.allSatisfy({ $0.answer == first.answer }) else { return [] }
    return [move(.tell(slot.id, .value(.bool(first.answer == .yes)), .plain), first.tokens)]
  }

  /// A plain no, or a word for nothing, declines an optional slot.
  func declined(_ slot: Slot) -> [Move] {
    guard slot.isOptional, slot.type.item != .boolean || !answers.areAnswers(message.whole) else { return [] }
    guard
      answers.onlyAnswer(in: message.whole) == .no || answers.isNone(in: message.whole) || answers.isNothing(in: message.whole)
        || answers.isUnknowing(message.whole) || isNoneOfIt(slot)
    else {
      return []
    }
    return [move(.skip, message.whole)]
  }

  /// "No wishes", "nein, keine Bemerkungen".
  private func isNoneOfIt(_ slot: Slot) -> Bool {
    let clauses = Clauses.split(message, message.whole, language.grammar)
    guard let last = clauses.last, clauses.dropLast().allSatisfy({ answers.onlyAnswer(in: $0) == .no || answers.areFillers($0) }),
      let first = last.first(where: { !answers.isFiller($0) }), language.answers.noneOfIt.contains(message.word(first))
    else { return false }
    var cursor = Cursor(tokens: message.tokens, index: first + 1)
    guard SlotNames(graph: graph, language: language, awaiting: awaiting).takesName(of: slot, &cursor) else { return false }
    return answers.areFillers(cursor.index..<max(cursor.index, message.tokens.count))
  }

  /// "none" of what is counted is zero.
  private func amount(_ slot: Slot) -> [Move] {
    guard answers.isNothing(in: message.whole) else { return [] }
    return [move(.tell(slot.id, .value(slot.type.item == .integer ? .int(0) : .double(0)), .plain), message.whole)]
  }

  /// "the second", "the last one": the options of a choice are in the order in which they were written.
  private func placeOfChoice(_ slot: Slot, _ options: [String]) -> [Move] {
    let offered = options.map { Awaiting.Option(value: .string($0), label: $0) }
    let reader = ChoiceReader(message: message, language: language, zone: context.zone, options: offered)
    guard let place = reader.place() else { return [] }
    return [move(.tell(slot.id, .value(offered[place.number - 1].value), .plain), place.tokens)]
  }

  /// Names one by one; words of the language itself are none.
  private func names(_ slot: Slot, in range: Range<Int>) -> [Move] {
    let parts = split(range)
    let isOpen = range.contains { language.grammar.alternatives.contains(message.word($0)) }
    guard parts.allSatisfy(isName), !parts.isEmpty, !isOpen else { return [] }
    return parts.map { part in
      let name = message.text(part)
      let telling: Move.Telling = slot.lookup == nil ? .value(.object(.person(id: name, name: name, email: nil))) : .words(name)
      return move(.tell(slot.id, telling, .plain), part)
    }
  }

  func split(_ range: Range<Int>) -> [Range<Int>] {
    let trimming = Trimming(message: message, language: language)
    let pieces = range.split { language.grammar.listJoints.contains(message.word($0)) }
    return pieces.compactMap { piece in
      guard let first = piece.first, let last = piece.last else { return nil }
      var part = trimming.trimmed(first..<last + 1)
      while let start = part.first, answers.isFiller(start) || language.grammar.beforePerson.contains(message.word(start)) {
        part = start + 1..<part.upperBound
      }
      if let first = part.first, message.tokens[first].isCapitalised,
        let cut = part.dropFirst().first(where: { language.grammar.prepositions.contains(message.word($0)) })
      {
        part = part.lowerBound..<cut
      }
      return part.isEmpty ? nil : part
    }
  }

  private func isName(_ part: Range<Int>) -> Bool {
    part.count <= 4
      && part.allSatisfy { index in
        let token = message.tokens[index]
        return token.kind == .word
          ? !language.grammar.isFunction(token.word) || token.isCapitalised && index > 0 : ["-", ".", "'"].contains(token.word)
      }
  }

  /// Words describe what is looked up, their article aside.
  func described(_ slot: Slot, in range: Range<Int>) -> Told? {
    let trimming = Trimming(message: message, language: language)
    var words = trimming.trimmed(range)
    while let first = words.first, answers.isFiller(first) { words = first + 1..<words.upperBound }
    words = withoutOne(trimming.withoutArticle(words))
    let name = slot.id.rawValue
    if words.count > 1, let last = words.last, message.word(last) == name { words = words.lowerBound..<last }
    guard !words.isEmpty, !answers.areAnswers(words), words.contains(where: { !language.grammar.isFunction(message.word($0)) })
    else {
      return nil
    }
    return Told(slot: slot.id, telling: .words(message.text(words)), tokens: words)
  }

  /// "the one with Ann", "the 3pm one": "one" describes nothing.
  private func withoutOne(_ range: Range<Int>) -> Range<Int> {
    func isOne(_ index: Int) -> Bool { language.numbers.units[message.word(index)] == 1 && message.tokens[index].kind == .word }
    guard range.count > 1, let first = range.first, let last = range.last else { return range }
    return isOne(first) ? first + 1..<range.upperBound : isOne(last) ? range.lowerBound..<last : range
  }

  /// "3" at "When?" is an hour; "45" at "How long?" counts minutes, a small number hours.
  func bareNumber(_ slot: Slot) -> [Move]? {
    let numbers = findings.filter { if case .number = $0.reading { true } else { false } }
    guard numbers.count == 1, let finding = numbers.first, case .number(let value) = finding.reading, value >= 0, value < 1440,
      message.whole.allSatisfy({
        finding.tokens.contains($0) || answers.isFiller($0) || language.grammar.aroundValue.contains(message.word($0))
      })
    else { return nil }
    let reading: Reading
    if slot.type.item == .duration {
      reading = .duration(.seconds(Int(value * (value < 5 ? 3600 : 60))))
    } else {
      guard let hour = Int(exactly: value), hour < 25 else { return nil }
      reading = .clock(
        (1...12).contains(hour) ? .onTwelve(hour: hour, minute: 0) : ClockReading(times: [TimeOfDay(hour: hour % 24)]))
    }
    return SlotFit(context: context, awaiting: awaiting).telling(reading, for: slot).map {
      [move(.tell(slot.id, $0, .plain), finding.tokens)]
    }
  }
}
