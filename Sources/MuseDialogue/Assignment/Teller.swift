import MuseDefinition
import MuseExpression

/// Finds what a stretch of a message says for the slots of a scope: each span of words once, each value in one slot.
struct Teller {
  let graph: ConversationGraph
  let carriers: CarrierTable
  let context: RecognitionContext
  let awaiting: Awaiting
  let findings: [Finding]
  let canonical: CanonicalWords
  let scope: Scope

  var message: Message { context.message }
  var grammar: GrammarWords { context.language.grammar }
  var fit: SlotFit { SlotFit(context: context, awaiting: awaiting) }

  /// From left to right.
  func told(in range: Range<Int>) -> [Told] {
    let usable = alternatives(findings.filter { range.contains($0.tokens.lowerBound) })
      .filter { !isDenied($0) }.map { hour(destination($0)) }.filter(isUsable)
    let texts = carried(in: range, between: usable)
    let named = usable.filter { if case .person = $0.reading { false } else { true } }
    let options = choiceWords(in: range, besides: (named.map(\.tokens) + texts.map(\.tokens)))
    let items = textItems(in: range, besides: usable.map(\.tokens) + (texts + options).map(\.tokens))
    let words = texts + items
    let carried = Coverage((words + options).map(\.tokens), in: message)
    let free = usable.filter { !carried.overlaps($0.tokens) }
    let persons = unledPersons(in: range, besides: free.map(\.tokens) + (words + options).map(\.tokens))
    let values = self.values(
      (free + persons).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }, taken: Set((words + options).map(\.slot)))
    return (words + options + values).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "from Friday to Monday" where only one day is wanted is the new day; so is the hour of "from 2 to 4" where no length is.
  private func destination(_ finding: Finding) -> Finding {
    switch finding.reading {
    case .dateRange(let range):
      guard let end = range.end, !isUsable(finding), context.times.rangeFrom.contains(message.word(finding.tokens.lowerBound))
      else {
        return finding
      }
      return Finding(tokens: finding.tokens, reading: .date(DateReading(end.adding(days: -1))))
    case .clockRange(let range):
      let slots = scope.focus.compactMap(graph.slot).map(\.type.item)
      guard !slots.contains(.timerange), !slots.contains(.duration), slots.contains(.datetime) || slots.contains(.time) else {
        return finding
      }
      return Finding(tokens: finding.tokens, reading: .clock(range.end))
    case .number, .ordinal, .date, .clock, .moment, .dayPart, .duration, .momentRange, .email, .phone, .url, .person:
      return finding
    }
  }

  /// "not Friday, Saturday"; of a person it is an edit.
  private func isDenied(_ finding: Finding) -> Bool {
    finding.reading.isTime && context.language.answers.denials.match(in: message.tokens, endingAt: finding.tokens.lowerBound)
  }

  /// "make it 4", "push it to 4": a small number where only a clock time is wanted.
  private func hour(_ finding: Finding) -> Finding {
    guard case .number(let number) = finding.reading, let hour = Int(exactly: number), (1...12).contains(hour), !isUsable(finding)
    else {
      return finding
    }
    let next = message.word(finding.tokens.upperBound)
    let isLed = context.times.beforeChangedHour.match(in: message.tokens, endingAt: finding.tokens.lowerBound)
    guard isLed, next.isEmpty || grammar.isFunction(next) || message.tokens[finding.tokens.upperBound].kind == .sign else {
      return finding
    }
    return Finding(tokens: finding.tokens, reading: .clock(.onTwelve(hour: hour, minute: 0)))
  }

  /// Whether any slot of the scope could take it.
  private func isUsable(_ finding: Finding) -> Bool {
    (scope.focus + scope.others).contains { id in graph.slot(id).map { takes($0, finding.reading) } ?? false }
  }

  private func takes(_ slot: Slot, _ reading: Reading) -> Bool {
    fit.telling(reading, for: slot) != nil || (reading.beginning != nil && slot.type.item == .datetime)
  }

  // MARK: Values

  private func values(_ findings: [Finding], taken: Set<SlotID>) -> [Told] {
    var told: [Told] = []
    var full = taken
    for finding in findings where !merge(finding, into: &told) {
      if let shift = shift(finding) {
        told += shift
        continue
      }
      guard let slot = self.slot(for: finding, full: full) else { continue }
      let added = tellings(finding, for: slot, full: full, after: told.last)
      full.formUnion(added.map(\.slot))
      told += added
    }
    return told
  }

  /// The slot a value goes to: the one its words name, else the first of the focus that takes it (unset ones before filled ones),
  /// else the only other one. Where two others would take it, it is left out rather than guessed.
  private func slot(for finding: Finding, full: Set<SlotID>) -> Slot? {
    let named = carriers.carriers.lazy.filter { isBeside(finding, $0) }.compactMap { self.graph.slot($0.slot) }
      .first { self.isInScope($0.id) && self.takes($0, finding.reading) && self.isFree($0, full) }
    if let named { return named }
    let focus = scope.focus.compactMap(graph.slot).filter { takes($0, finding.reading) && isFree($0, full) }
    if let first = focus.first(where: { $0.id == scope.asked }) ?? focus.first(where: isUnset) ?? focus.first { return first }
    let others = scope.others.compactMap(graph.slot).filter { takes($0, finding.reading) && isFree($0, full) }
    let unset = others.filter(isUnset)
    if !unset.isEmpty { return unset.count == 1 ? unset[0] : nil }
    return others.count == 1 ? others[0] : nil
  }

  private func isInScope(_ slot: SlotID) -> Bool { scope.focus.contains(slot) || scope.others.contains(slot) }

  private func isFree(_ slot: Slot, _ full: Set<SlotID>) -> Bool { slot.type.isList || !full.contains(slot.id) }

  func isUnset(_ slot: Slot) -> Bool { awaiting.slots.first { $0.id == slot.id }?.value == nil }

  private func isBeside(_ finding: Finding, _ carrier: Carrier) -> Bool {
    guard carrier.isTelling else { return false }
    let isLed = carrier.left.isEmpty || canonical.ends(carrier.left, before: finding.tokens.lowerBound)
    return isLed && (carrier.right.isEmpty || canonical.begins(carrier.right, at: finding.tokens.upperBound))
  }

  private func tellings(_ finding: Finding, for slot: Slot, full: Set<SlotID>, after last: Told?) -> [Told] {
    if let telling = fit.telling(finding.reading, for: slot) {
      let edit = slot.type.isList || slot.type.item == .person ? self.edit(of: finding, after: last) : .plain
      return [Told(slot: slot.id, telling: telling, edit: edit, tokens: finding.tokens)]
    }
    return stretch(finding, start: slot, full: full)
  }

  /// "from 2 to 4" is a start, and a length where a duration is wanted too.
  private func stretch(_ finding: Finding, start slot: Slot, full: Set<SlotID>) -> [Told] {
    guard let (reading, seconds) = finding.reading.beginning, let start = fit.telling(reading, for: slot) else { return [] }
    let length = scope.focus.compactMap(graph.slot).first { $0.type.item == .duration && !full.contains($0.id) }
    return [Told(slot: slot.id, telling: start, tokens: finding.tokens)]
      + (length.map { [Told(slot: $0.id, telling: .value(.duration(.seconds(seconds))), tokens: finding.tokens)] } ?? [])
  }

  /// A day and a clock time said apart ("tomorrow with Ann at 3") are one value.
  private func merge(_ finding: Finding, into told: inout [Told]) -> Bool {
    guard finding.reading.date != nil || finding.reading.clock != nil,
      let place = told.firstIndex(where: { isOtherHalf(finding.reading, of: $0) }), let slot = graph.slot(told[place].slot),
      let first = findings.first(where: { $0.tokens == told[place].tokens }),
      let moment = first.reading.joined(with: finding.reading)
    else { return false }
    told[place].telling = MomentResolver(context: context, awaiting: awaiting, slot: slot).telling(moment)
    return true
  }

  private func isOtherHalf(_ reading: Reading, of told: Told) -> Bool {
    switch told.telling {
    case .datePart: reading.clock != nil
    case .timePart, .ambiguousTimePart: reading.date != nil
    case .value, .ambiguous, .words: false
    }
  }
}

extension Teller {
  /// "half an hour later": a datetime that stands, moved. Empty where none stands; nil where nothing is moved.
  private func shift(_ finding: Finding) -> [Told]? {
    guard case .duration(let duration) = finding.reading, let sign = context.times.shifts[message.word(finding.tokens.upperBound)]
    else {
      return nil
    }
    let standing = scope.focus.lazy.compactMap { id in self.awaiting.slots.first { $0.id == id } }.compactMap { slot -> Told? in
      guard case .timestamp(let instant) = slot.value else { return nil }
      let moved = Instant(seconds: instant.seconds + Int64(sign) * duration.components.seconds, nanoseconds: instant.nanoseconds)
      return Told(
        slot: slot.id, telling: .value(.timestamp(moved)), tokens: finding.tokens.lowerBound..<finding.tokens.upperBound + 1)
    }
    return standing.first.map { [$0] } ?? []
  }
}

extension Reading {
  /// A day, a clock time or both.
  var isTime: Bool {
    switch self {
    case .date, .clock, .moment, .dateRange, .clockRange, .momentRange, .dayPart: true
    case .number, .ordinal, .duration, .email, .phone, .url, .person: false
    }
  }

  var date: DateReading? { if case .date(let date) = self { date } else { nil } }

  var clock: ClockReading? { if case .clock(let clock) = self { clock } else { nil } }

  /// A day and a clock time that were said apart.
  func joined(with other: Reading) -> MomentReading? {
    guard let date = date ?? other.date, let clock = clock ?? other.clock else { return nil }
    return MomentReading(date: date, clock: date.part.map(clock.limited) ?? clock)
  }

  /// Where a stretch of clock time begins, and how many seconds it takes.
  var beginning: (reading: Reading, seconds: Int)? {
    switch self {
    case .clockRange(let range): (.clock(range.start), range.start.seconds(to: range.end))
    case .momentRange(let start, let end): (.moment(start), start.clock.seconds(to: end.clock))
    case .number, .ordinal, .date, .clock, .moment, .dayPart, .duration, .dateRange, .email, .phone, .url, .person: nil
    }
  }
}

extension ClockReading {
  /// To a later time, past midnight if need be.
  func seconds(to end: ClockReading) -> Int {
    (end.times[0].secondOfDay - times[0].secondOfDay + 86_400 - 1) % 86_400 + 1
  }
}
