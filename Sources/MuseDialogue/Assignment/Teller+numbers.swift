import MuseDefinition
import MuseExpression

/// Numbers that are no value by themselves.
extension Teller {
  /// "the set one", "this one": a word for a thing, and no number.
  func isPronoun(_ finding: Finding) -> Bool {
    let index = finding.tokens.lowerBound
    guard case .number(1) = finding.reading, finding.tokens.count == 1, message.tokens[index].kind == .word else { return false }
    let isNoun = !message.word(index - 1).isEmpty && context.language.numbers.units[message.word(index - 1)] == nil
    return grammar.determiners.contains(message.word(index - 1))
      || (isNoun && message.tokens[index - 1].kind == .word && grammar.determiners.contains(message.word(index - 2)))
  }

  /// Digits that letters are glued to, with or without a sign between them ("AB123", "T-12"): a name or a code, and no amount.
  func isPartOfCode(_ finding: Finding) -> Bool {
    let index = finding.tokens.lowerBound
    guard finding.reading.isNumber, index > 0, message.tokens[index].kind == .number, message.tokens[index].isGlued else {
      return false
    }
    if message.tokens[index - 1].kind == .word { return true }
    return index > 1 && ["-", "_"].contains(message.word(index - 1)) && message.tokens[index - 1].isGlued
      && message.tokens[index - 2].kind == .word
  }

  /// "Yes, two people" where something else is asked: the number counts a thing that no slot is known for.
  func countsOtherThings(_ finding: Finding) -> Bool {
    guard finding.reading.isNumber, let asked = scope.asked.flatMap(graph.slot), !takes(asked, finding.reading) else {
      return false
    }
    let next = finding.tokens.upperBound
    guard next < message.tokens.count, message.tokens[next].kind == .word, !grammar.isFunction(message.word(next)),
      !context.language.numbers.money.contains(message.word(next))
    else { return false }
    return !carriers.carriers.contains { isAround(finding, $0) }
  }

  /// Whether the words of a carrier stand around a value, telling ones or not.
  func isAround(_ finding: Finding, _ carrier: Carrier) -> Bool {
    let isLed = carrier.left.isEmpty || canonical.ends(carrier.left, before: finding.tokens.lowerBound)
    return isLed && (carrier.right.isEmpty || canonical.begins(carrier.right, at: finding.tokens.upperBound))
  }

  /// What is told for slots that hold one day, where several were said: nothing is taken, and the person hears why.
  func manyDays(in range: Range<Int>, besides told: [Told]) -> [Told] {
    guard !asksForText else { return [] }
    let covered = Coverage(told.map(\.tokens), in: message)
    let full = Set(told.map(\.slot))
    let slots = scope.focus.filter { !full.contains($0) && holdsOneDay($0) }
    guard let slot = slots.first(where: { $0 == scope.asked }) ?? slots.first else { return [] }
    let first = findings.lazy.filter { range.contains($0.tokens.lowerBound) && !covered.overlaps($0.tokens) && !isUsable($0) }
      .compactMap { finding in
        finding.reading.manyDays.map { Told(slot: slot, telling: .manyDays($0), tokens: finding.tokens) }
      }.first
    return first.map { [$0] } ?? []
  }

  func holdsOneDay(_ slot: SlotID) -> Bool {
    switch graph.slot(slot)?.type {
    case .date, .datetime: true
    case .text, .number, .integer, .boolean, .choice, .time, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list, .optional, .object, nil:
      false
    }
  }
}

extension Reading {
  fileprivate var isNumber: Bool {
    switch self {
    case .number: true
    case .either(let first, _): first.isNumber
    case .ordinal, .date, .clock, .moment, .duration, .dateRange, .clockRange, .dayPart, .momentRange, .email, .phone, .url,
      .person, .recurring:
      false
    }
  }

  /// Why it is no single day, where it is made of days.
  var manyDays: Move.ManyDays? {
    switch self {
    case .recurring: .recurring
    case .dateRange: .stretch
    case .number, .ordinal, .date, .clock, .moment, .duration, .clockRange, .dayPart, .momentRange, .email, .phone, .url, .person,
      .either:
      nil
    }
  }
}
