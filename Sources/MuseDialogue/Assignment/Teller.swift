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
    let codes = self.codes(in: range)
    let hidden = Coverage(codes.map(\.tokens), in: message)
    let said = findings.filter {
      range.contains($0.tokens.lowerBound) && !hidden.overlaps($0.tokens) && !isPronoun($0) && !isPartOfCode($0)
    }
    let usable = corrected(alternatives(said)).filter { !isDenied($0) }.map { hour(destination($0)) }.filter(isUsable)
    let several = scope.focus.contains(where: holdsOneDay) ? said.filter { $0.reading.manyDays != nil && !isUsable($0) } : []
    let told = codes + self.told(in: range, usable, codes: codes, stops: several + said.filter(isDenied))
    return (told + manyDays(in: range, besides: told)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func told(in range: Range<Int>, _ usable: [Finding], codes: [Told], stops: [Finding]) -> [Told] {
    let coded = Set(codes.map(\.slot))
    let stops = (usable + stops).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let named = usable.filter { if case .person = $0.reading { false } else { true } }
    let plain = choiceWords(in: range, besides: named.map(\.tokens)).filter { isAlone($0.tokens) }
    let texts = carried(in: range, between: stops).filter { text in
      !coded.contains(text.slot) && !(codes + plain).contains { $0.tokens.overlaps(text.tokens) }
    }
    let options = choiceWords(in: range, besides: (named.map(\.tokens) + texts.map(\.tokens)))
    let items = textItems(in: range, besides: usable.map(\.tokens) + (texts + options).map(\.tokens))
    let words = texts + items
    let carried = Coverage((words + options).map(\.tokens), in: message)
    let free = usable.filter { !carried.overlaps($0.tokens) }
    let persons = unledPersons(in: range, besides: free.map(\.tokens) + (words + options).map(\.tokens))
    let values = self.values(
      (free + persons).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }, taken: Set((words + options).map(\.slot)))
    return words + options + values
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
    case .number, .ordinal, .date, .clock, .moment, .dayPart, .duration, .momentRange, .email, .phone, .url, .person, .recurring,
      .either:
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
  func isUsable(_ finding: Finding) -> Bool {
    func isTaken(_ id: SlotID) -> Bool { graph.slot(id).map { takes($0, finding.reading) } ?? false }
    if scope.focus.contains(where: isTaken) { return true }
    // Where one day is wanted, several are no answer to a question that nobody asked.
    let isMeantHere = finding.reading.manyDays != nil && scope.focus.contains(where: holdsOneDay)
    return !isMeantHere && scope.others.contains(where: isTaken)
  }

  func takes(_ slot: Slot, _ reading: Reading) -> Bool {
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
      var added = tellings(finding, for: slot, full: full, after: told.last)
      if !added.isEmpty { added[0].naming = naming(finding, slot) }
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
    if countsOtherThings(finding) { return nil }
    let focus = scope.focus.compactMap(graph.slot)
      .filter { takes($0, finding.reading) && isFree($0, full) && !isForSeveralDays($0, finding) }
    if let first = focus.first(where: { $0.id == scope.asked }) ?? focus.first(where: isUnset) ?? focus.first { return first }
    let others = scope.others.compactMap(graph.slot).filter { takes($0, finding.reading) && isFree($0, full) }
    let unset = others.filter(isUnset)
    if !unset.isEmpty { return unset.count == 1 ? unset[0] : nil }
    return others.count == 1 ? others[0] : nil
  }

  /// One more day is no stretch of days where one is wanted as well.
  private func isForSeveralDays(_ slot: Slot, _ finding: Finding) -> Bool {
    guard case .date = finding.reading, slot.type.item == .daterange, scope.asked != slot.id else { return false }
    return scope.focus.contains(where: holdsOneDay)
  }

  private func isInScope(_ slot: SlotID) -> Bool { scope.focus.contains(slot) || scope.others.contains(slot) }

  private func isFree(_ slot: Slot, _ full: Set<SlotID>) -> Bool { slot.type.isList || !full.contains(slot.id) }

  func isUnset(_ slot: Slot) -> Bool { awaiting.slots.first { $0.id == slot.id }?.value == nil }

  private func isBeside(_ finding: Finding, _ carrier: Carrier) -> Bool {
    carrier.isTelling && isAround(finding, carrier)
  }

  /// The value with the words before it that name its slot, which the slot's own examples teach.
  private func naming(_ finding: Finding, _ slot: Slot) -> Range<Int>? {
    let own = carriers.carriers.first { $0.slot == slot.id && $0.intent == nil && isBeside(finding, $0) }
    return own.map { canonical.start(ofLast: $0.left.count, before: finding.tokens.lowerBound)..<finding.tokens.upperBound }
  }

  private func tellings(_ finding: Finding, for slot: Slot, full: Set<SlotID>, after last: Told?) -> [Told] {
    if let telling = fit.telling(finding.reading, for: slot) {
      let edit = slot.type.isList || slot.type.item == .person ? self.edit(of: finding, after: last) : .plain
      return [Told(slot: slot.id, telling: telling, edit: edit, tokens: finding.tokens)] + otherHalf(finding, of: slot, full)
    }
    return stretch(finding, start: slot, full: full)
  }

  /// The hour of "yesterday at 8" where a day was wanted and an hour is wanted too, and the other way round.
  private func otherHalf(_ finding: Finding, of slot: Slot, _ full: Set<SlotID>) -> [Told] {
    guard case .moment(let moment) = finding.reading, slot.type == .date || slot.type == .time else { return [] }
    let wanted: SlotType = slot.type == .date ? .time : .date
    let half: Reading = slot.type == .date ? .clock(moment.clock) : .date(moment.date)
    let others = scope.focus.compactMap(graph.slot).filter { $0.type.item == wanted && !full.contains($0.id) && isUnset($0) }
    guard let other = others.first, others.count == 1, let telling = fit.telling(half, for: other) else { return [] }
    return [Told(slot: other.id, telling: telling, tokens: finding.tokens)]
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
    case .value, .ambiguous, .words, .manyDays: false
    }
  }
}

extension Reading {
  /// A day, a clock time or both.
  var isTime: Bool {
    switch self {
    case .date, .clock, .moment, .dateRange, .clockRange, .momentRange, .dayPart, .recurring: true
    case .either(let first, _): first.isTime
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
    case .number, .ordinal, .date, .clock, .moment, .dayPart, .duration, .dateRange, .email, .phone, .url, .person, .recurring,
      .either:
      nil
    }
  }
}

extension ClockReading {
  /// To a later time, past midnight if need be.
  func seconds(to end: ClockReading) -> Int {
    (end.times[0].secondOfDay - times[0].secondOfDay + 86_400 - 1) % 86_400 + 1
  }
}
