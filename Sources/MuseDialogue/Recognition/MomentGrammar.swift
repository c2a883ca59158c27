import MuseExpression

/// A day and a clock time together, in either order.
struct MomentGrammar {
  let context: RecognitionContext
  let dates: DateGrammar
  let clocks: ClockGrammar

  init(_ context: RecognitionContext) {
    self.context = context
    dates = DateGrammar(context)
    clocks = ClockGrammar(context)
  }

  private var times: TimeWords { context.times }

  func moment(_ cursor: inout Cursor) -> MomentReading? {
    dateThenClock(&cursor) ?? clockThenDate(&cursor) ?? distance(&cursor)
  }

  /// A day, with the part of it that was said ("tomorrow morning", "tonight").
  func day(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    if let part = trial.take(times.partsOfToday) {
      var reading = DateReading(context.today)
      reading.part = part
      cursor = trial
      return reading
    }
    if let night = lastNight(&trial) {
      cursor = trial
      return night
    }
    guard var reading = dates.date(&trial) else { return nil }
    if let part = trial.take(times.dayParts) { reading.part = part }
    cursor = trial
    return reading
  }

  /// "last night" is yesterday's.
  private func lastNight(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard trial.take(times.directions) == .last, let part = trial.take(times.dayParts) else { return nil }
    cursor = trial
    var reading = DateReading(context.today.adding(days: -1))
    reading.part = part
    return reading
  }

  /// "tomorrow at 3", "Friday, 15:30", "tonight at 8", "2026-11-27T15:30", "27 July 1100".
  private func dateThenClock(_ cursor: inout Cursor) -> MomentReading? {
    var trial = cursor
    guard let date = day(&trial) else { return nil }
    if trial.word == "t", trial.isGlued { trial.index += 1 }
    _ = trial.take(",") || trial.take("-")
    guard let clock = clocks.clock(&trial, isExpected: date.part != nil) ?? packed(&trial) else { return nil }
    let offset = zoneOffset(&trial)
    cursor = trial
    return offset.map { local(joined(date, clock), offset: $0) } ?? joined(date, clock)
  }

  /// "1100" behind a date, before nothing that it could count.
  private func packed(_ cursor: inout Cursor) -> ClockReading? {
    var trial = cursor
    guard let digits = trial.takeDigits(upTo: 4), digits.length == 4, digits.value < 2400, digits.value % 100 < 60,
      !(1900...2100).contains(digits.value),
      trial.isAtEnd || trial.token?.kind == .sign || context.language.grammar.isFunction(trial.word), !trial.isGlued
    else { return nil }
    cursor = trial
    return ClockReading(times: [TimeOfDay(hour: digits.value / 100, minute: digits.value % 100)])
  }

  /// Seconds east of UTC behind a clock time: "Z", "+02:00" (RFC 3339).
  private func zoneOffset(_ cursor: inout Cursor) -> Int? {
    if cursor.isGlued, cursor.take("z") { return 0 }
    var trial = cursor
    let isWest = trial.word == "-"
    guard trial.takeGlued("+") || trial.takeGlued("-"), let hours = trial.takeDigits(upTo: 2), hours.length == 2,
      trial.takeGlued(":"), let minutes = trial.takeDigits(upTo: 2), minutes.length == 2
    else { return nil }
    cursor = trial
    return (hours.value * 3600 + minutes.value * 60) * (isWest ? -1 : 1)
  }

  /// The same moment on the clocks of the thread's zone.
  private func local(_ moment: MomentReading, offset: Int) -> MomentReading {
    guard let time = moment.clock.times.first, let date = moment.date.dates.first else { return moment }
    let seconds = date.dayNumber * 86_400 + time.secondOfDay - offset
    let civil = context.zone.civil(Instant(seconds: Int64(seconds)))
    return MomentReading(date: DateReading(civil.date), clock: ClockReading(times: [civil.time]))
  }

  /// "at 3 tomorrow", "3pm on Friday", "at 8 tomorrow morning".
  private func clockThenDate(_ cursor: inout Cursor) -> MomentReading? {
    var trial = cursor
    guard let clock = clocks.clock(&trial) ?? hourBeforeDay(&trial) else { return nil }
    _ = trial.take(",")
    _ = trial.take(times.ofMonth)
    guard let date = day(&trial) else { return nil }
    cursor = trial
    return joined(date, clock)
  }

  /// "eight tonight", "9 tomorrow morning": a bare hour before a day with its part.
  private func hourBeforeDay(_ cursor: inout Cursor) -> ClockReading? {
    var trial = cursor
    guard let hour = clocks.hourNumber(&trial), hour <= 12 else { return nil }
    var rest = trial
    guard let day = day(&rest), day.part != nil else { return nil }
    cursor = trial
    return .onTwelve(hour: hour, minute: 0)
  }

  private func joined(_ date: DateReading, _ clock: ClockReading) -> MomentReading {
    var date = date
    let limited = date.part.map(clock.limited) ?? clock
    date.part = nil
    return MomentReading(date: date, clock: limited)
  }

  /// "in 30 minutes", "two hours from now", "an hour ago", "vor einer Stunde".
  private func distance(_ cursor: inout Cursor) -> MomentReading? {
    var trial = cursor
    let isBefore = trial.take(times.agoBefore) != nil
    let isAhead = !isBefore && trial.take(times.ahead) != nil
    guard let amount = DurationGrammar(context.language).amount(&trial), let unit = amount.smallest else { return nil }
    guard unit.seconds < TimeWords.Unit.day.seconds, amount.seconds < 100 * 365 * 86_400 else { return nil }
    let isPast = isBefore || (!isAhead && trial.take(times.ago) != nil)
    guard isPast || trial.take(times.fromNow) != nil || isAhead else { return nil }
    cursor = trial
    let instant = Instant(seconds: context.now.seconds + Int64(amount.seconds) * (isPast ? -1 : 1))
    let civil = context.zone.civil(instant)
    let isExact = unit == .second
    let time = isExact ? civil.time : TimeOfDay(hour: civil.time.hour, minute: civil.time.minute)
    return MomentReading(date: DateReading(civil.date), clock: ClockReading(times: [time]))
  }
}
