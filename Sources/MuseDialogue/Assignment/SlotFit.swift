import MuseDefinition
import MuseExpression

/// Turns what was recognised into something told for a slot, if the types fit.
struct SlotFit {
  let context: RecognitionContext
  let awaiting: Awaiting

  /// Nil where a reading says nothing for the slot.
  func telling(_ reading: Reading, for slot: Slot) -> Move.Telling? {
    switch reading {
    case .date(let date): telling(date: date, for: slot)
    case .clock(let clock): telling(clock: local(clock, for: slot), for: slot)
    case .moment(let moment): telling(moment: moment, for: slot)
    case .duration(let duration): slot.type.item == .duration ? .value(.duration(duration)) : nil
    case .dateRange(let range): telling(range: range, for: slot)
    case .clockRange(let range): telling(start: local(range.start, for: slot), end: local(range.end, for: slot), for: slot)
    case .dayPart(let part): telling(part: part, for: slot)
    case .momentRange(let start, let end): telling(start: start.clock, end: end.clock, for: slot)
    case .number(let number): telling(number: number, for: slot)
    case .ordinal: nil
    case .email(let address): telling(email: address, for: slot)
    case .phone(let number): slot.type.item == .phone ? .value(.string(number)) : nil
    case .url(let address): slot.type.item == .url ? .value(.string(address)) : nil
    case .person(let name): telling(person: name, for: slot)
    case .recurring: nil
    case .either(let first, let second): either(telling(first, for: slot), telling(second, for: slot), for: slot)
    }
  }

  /// "2 or 3": asked back. A list takes no alternatives.
  private func either(_ first: Move.Telling?, _ second: Move.Telling?, for slot: Slot) -> Move.Telling? {
    guard !slot.type.isList, case .value(let one)? = first, case .value(let other)? = second else { return nil }
    return one == other ? first : .ambiguous([one, other])
  }

  private func telling(date: DateReading, for slot: Slot) -> Move.Telling? {
    switch slot.type.item {
    case .datetime:
      if let clock = partialClock(slot) {
        return MomentResolver(context: context, awaiting: awaiting, slot: slot).telling(MomentReading(date: date, clock: clock))
      }
      return date.isOpen ? .ambiguous(date.dates.map(Value.date)) : .datePart(date.dates[0])
    case .date: return day(date, for: slot)
    case .daterange: return .value(.dateRange(date.dates[0], date.dates[0]))
    case .text, .number, .integer, .boolean, .choice, .time, .duration, .timerange, .email, .phone, .url, .person, .list,
      .optional,
      .object:
      return nil
    }
  }

  /// The slot's own condition decides whether Friday is the next or the last one.
  private func day(_ date: DateReading, for slot: Slot) -> Move.Telling {
    let condition = SlotCondition(context: context, awaiting: awaiting, slot: slot)
    let said = date.isOpen ? date.dates : Array(date.dates.prefix(1))
    let days = said.indices.map { place in
      let others = [said[place], date.todayIfAhead, date.earlier(than: place)].compactMap { $0 }
      return others.first { condition.fits(.date($0)) } ?? said[place]
    }
    return days.count > 1 ? .ambiguous(days.map(Value.date)) : .value(.date(days[0]))
  }

  private func telling(clock: ClockReading, for slot: Slot) -> Move.Telling? {
    switch slot.type.item {
    case .datetime:
      if let date = partialDate(slot) {
        return MomentResolver(context: context, awaiting: awaiting, slot: slot).telling(MomentReading(date: date, clock: clock))
      }
      return clock.isOpen ? .ambiguousTimePart(clock.times) : .timePart(clock.times[0])
    case .time: return clock.isOpen ? .ambiguous(clock.times.map(Value.time)) : .value(.time(clock.times[0]))
    case .text, .number, .integer, .boolean, .choice, .date, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list,
      .optional, .object:
      return nil
    }
  }

  private func telling(moment: MomentReading, for slot: Slot) -> Move.Telling? {
    switch slot.type.item {
    case .datetime: MomentResolver(context: context, awaiting: awaiting, slot: slot).telling(moment)
    case .date: telling(date: moment.date, for: slot)
    case .time: telling(clock: moment.clock, for: slot)
    case .text, .number, .integer, .boolean, .choice, .duration, .daterange, .timerange, .email, .phone, .url, .person, .list,
      .optional, .object:
      nil
    }
  }

  private func telling(range: DateRange, for slot: Slot) -> Move.Telling? {
    guard slot.type.item == .daterange, let start = range.start, let end = range.end else { return nil }
    return .value(.dateRange(start, end.adding(days: -1)))
  }

  private func telling(start: ClockReading, end: ClockReading, for slot: Slot) -> Move.Telling? {
    guard slot.type.item == .timerange else { return nil }
    return .value(.object(ObjectValue(type: "timerange", fields: ["start": .time(start.times[0]), "end": .time(end.times[0])])))
  }

  /// A part of the day as the hours it stands for.
  private func telling(part: TimeWords.DayPart, for slot: Slot) -> Move.Telling? {
    let start = ClockReading(times: [TimeOfDay(hour: part.span.lowerBound)])
    return telling(start: start, end: ClockReading(times: [TimeOfDay(hour: part.span.upperBound % 24)]), for: slot)
  }

  /// A clock time of another zone, on the thread's clocks: on the day that was said before, else today.
  private func local(_ clock: ClockReading, for slot: Slot) -> ClockReading {
    guard clock.zone != nil, partialDate(slot) == nil else { return clock }
    return clock.local(on: context.today, in: context.zone)
  }

  private func telling(number: Double, for slot: Slot) -> Move.Telling? {
    switch slot.type.item {
    case .number: .value(.double(number))
    case .integer: Int64(exactly: number).map { .value(.int($0)) }
    case .text, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list,
      .optional, .object:
      nil
    }
  }

  /// An e-mail address is a person by itself, named by its address.
  private func telling(email address: String, for slot: Slot) -> Move.Telling? {
    switch slot.type.item {
    case .email: .value(.string(address))
    case .person: .value(.object(.person(id: address, name: address, email: address)))
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .phone, .url,
      .list,
      .optional, .object:
      nil
    }
  }

  private func telling(person name: String, for slot: Slot) -> Move.Telling? {
    guard slot.type.item == .person else { return nil }
    return slot.lookup == nil ? .value(.object(.person(id: name, name: name, email: nil))) : .words(name)
  }

  private func partialClock(_ slot: Slot) -> ClockReading? {
    switch awaiting.slots.first(where: { $0.id == slot.id })?.partial {
    case .timePart(let time): ClockReading(times: [time])
    case .ambiguousTimePart(let times): ClockReading(times: times, isOpen: true, isDefinite: false)
    case .value, .datePart, .ambiguous, .words, .manyDays, nil: nil
    }
  }

  private func partialDate(_ slot: Slot) -> DateReading? {
    switch awaiting.slots.first(where: { $0.id == slot.id })?.partial {
    case .datePart(let date): DateReading(date)
    case .value, .timePart, .ambiguousTimePart, .ambiguous, .words, .manyDays, nil: nil
    }
  }
}

extension Value {
  /// Both days are part of it.
  static func dateRange(_ start: CivilDate, _ end: CivilDate) -> Value {
    .object(ObjectValue(type: "daterange", fields: ["start": .date(start), "end": .date(end)]))
  }
}
