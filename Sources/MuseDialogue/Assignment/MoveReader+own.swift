import MuseDefinition
import MuseExpression

/// What a message means at a slot's own question, where nothing in it was recognised as a value of its type by itself.
extension MoveReader {
  func ownAnswer() -> [Move] {
    guard let asked else { return [] }
    switch asked.type.item {
    case .boolean: return yesOrNo(asked)
    case .person: return names(asked, in: message.whole)
    case .object: return asked.lookup == nil ? [] : description(asked, in: message.whole)
    case .time, .datetime: return bareNumber(asked) ?? declined(asked)
    case .duration: return bareNumber(asked) ?? declined(asked)
    case .text, .number, .integer, .choice, .date, .daterange, .timerange, .email, .phone, .url: return declined(asked)
    case .list, .optional: return []
    }
  }

  /// Words that no value covers, at a lookup's question beside values for other slots ("the standup, to Friday").
  func unclaimedWords(_ told: [Told], _ taken: [Range<Int>]) -> [Move] {
    guard let asked, asked.lookup != nil, asked.takesWords, !told.contains(where: { $0.slot == asked.id }), !told.isEmpty else {
      return []
    }
    let first = (told.map(\.tokens) + taken).map(\.lowerBound).min() ?? message.tokens.count
    return first > 0 ? description(asked, in: 0..<first) : []
  }

  private func yesOrNo(_ slot: Slot) -> [Move] {
    guard let answer = answers.onlyAnswer(in: message.whole) else { return [] }
    return [move(.tell(slot.id, .value(.bool(answer == .yes)), .plain), message.whole)]
  }

  /// A plain no declines an optional slot.
  func declined(_ slot: Slot) -> [Move] {
    guard slot.isOptional, answers.onlyAnswer(in: message.whole) == .no || answers.isNone(in: message.whole) else { return [] }
    return [move(.skip, message.whole)]
  }

  /// Names one by one; words of the language itself are none.
  private func names(_ slot: Slot, in range: Range<Int>) -> [Move] {
    let declined = self.declined(slot)
    if !declined.isEmpty { return declined }
    let parts = split(range)
    guard parts.allSatisfy(isName), !parts.isEmpty else { return [] }
    return parts.map { part in
      let name = message.text(part)
      let telling: Move.Telling = slot.lookup == nil ? .value(.object(.person(id: name, name: name, email: nil))) : .words(name)
      return move(.tell(slot.id, telling, .plain), part)
    }
  }

  private func split(_ range: Range<Int>) -> [Range<Int>] {
    let trimming = Trimming(message: message, language: language)
    let pieces = range.split { [",", "and", "&", ";", "or", "plus"].contains(message.word($0)) }
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

  /// The whole message describes what is looked up, its article aside.
  private func description(_ slot: Slot, in range: Range<Int>) -> [Move] {
    let trimming = Trimming(message: message, language: language)
    var words = trimming.trimmed(range)
    while let first = words.first, answers.isFiller(first) { words = first + 1..<words.upperBound }
    words = trimming.withoutArticle(words)
    let name = slot.id.rawValue
    if words.count > 1, let last = words.last, message.word(last) == name { words = words.lowerBound..<last }
    guard !words.isEmpty, !answers.areAnswers(words), words.contains(where: { !language.grammar.isFunction(message.word($0)) })
    else {
      return []
    }
    return [move(.tell(slot.id, .words(message.text(words)), .plain), words)]
  }

  /// "3" at "When?" is an hour; "45" at "How long?" counts minutes, a small number hours.
  private func bareNumber(_ slot: Slot) -> [Move]? {
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
