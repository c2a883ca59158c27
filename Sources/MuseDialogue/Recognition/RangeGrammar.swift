import MuseExpression

/// From one day or clock time to another, and the named stretches of the calendar.
struct RangeGrammar {
  let context: RecognitionContext
  let dates: DateGrammar
  let clocks: ClockGrammar
  let moments: MomentGrammar

  init(_ context: RecognitionContext) {
    self.context = context
    dates = DateGrammar(context)
    clocks = ClockGrammar(context)
    moments = MomentGrammar(context)
  }

  private var times: TimeWords { context.times }

  func range(_ cursor: inout Cursor) -> Reading? {
    guard context.mayJoin(at: cursor.index) else { return attempt(&cursor, namedStretch) }
    return attempt(&cursor, monthDays) ?? attempt(&cursor, dayThenClocks) ?? attempt(&cursor, clocksThenDay)
      ?? attempt(&cursor, momentToMoment) ?? attempt(&cursor, clockRangeOnly) ?? attempt(&cursor, dateRange)
      ?? attempt(&cursor, dottedDays) ?? attempt(&cursor, dayToDotted) ?? attempt(&cursor, namedStretch)
  }

  /// Reads on only where a rule fits as a whole.
  private func attempt(_ cursor: inout Cursor, _ rule: (inout Cursor) -> Reading?) -> Reading? {
    var trial = cursor
    guard let reading = rule(&trial) else { return nil }
    cursor = trial
    return reading
  }

  /// "tomorrow from 2 to 4", "27/08 1605-1800".
  private func dayThenClocks(_ cursor: inout Cursor) -> Reading? {
    guard let day = moments.day(&cursor) else { return nil }
    _ = cursor.take(",")
    return (clockRange(&cursor, isOnDay: true) ?? packedRange(&cursor)).map { momentRange(day, $0) }
  }

  /// "from 2 to 4 tomorrow".
  private func clocksThenDay(_ cursor: inout Cursor) -> Reading? {
    guard let clocks = clockRange(&cursor) else { return nil }
    _ = cursor.take(",")
    return moments.day(&cursor).map { momentRange($0, clocks) }
  }

  private func momentRange(_ day: DateReading, _ clocks: ClockRange) -> Reading {
    var clocks = clocks
    if let part = day.part, !clocks.start.isDefinite || clocks.start.times.count > 1 {
      clocks.start = clocks.start.limited(to: part)
    }
    let end = clocks.end.times[0] <= clocks.start.times[0] ? DateReading(dates: day.dates.map { $0.adding(days: 1) }) : day
    return .momentRange(start: MomentReading(date: day, clock: clocks.start), end: MomentReading(date: end, clock: clocks.end))
  }

  /// "from Friday 3pm to Saturday 4pm".
  private func momentToMoment(_ cursor: inout Cursor) -> Reading? {
    let isLed = cursor.take(times.rangeFrom)
    guard let start = moments.moment(&cursor), connects(&cursor, isLed: isLed), let end = moments.moment(&cursor) else {
      return nil
    }
    return .momentRange(start: start, end: end)
  }

  private func clockRangeOnly(_ cursor: inout Cursor) -> Reading? {
    clockRange(&cursor).map(Reading.clockRange)
  }

  /// "from 2 to 4", "2-4pm", "between 10:00 and 11:30", "after 3 until 5".
  ///
  /// - Parameter isOnDay: a day stands before it, so that the numbers of "from 2 to 4" count nothing.
  private func clockRange(_ cursor: inout Cursor, isOnDay: Bool = false) -> ClockRange? {
    var trial = cursor
    let isLed = trial.take(times.rangeFrom) || opensLate(&trial)
    let startIndex = trial.index
    guard let start = endpoint(&trial, isLed: isLed), connects(&trial, isLed: isLed) else { return nil }
    guard let end = clocks.clock(&trial, isExpected: true) ?? (isOnDay && isLed ? bareHour(&trial) : nil) else { return nil }
    let isWritten = context.tokens[startIndex..<trial.index].contains { $0.word == ":" }
    guard isLed || isWritten || start.isDefinite || end.isDefinite || isAlone(cursor.index..<trial.index) else { return nil }
    cursor = trial
    return ordered(start, end)
  }

  private func bareHour(_ cursor: inout Cursor) -> ClockReading? {
    clocks.hourNumber(&cursor).map {
      $0 > 12 ? ClockReading(times: [TimeOfDay(hour: $0)]) : ClockReading.onTwelve(hour: $0, minute: 0)
    }
  }

  /// "after" of "after 3 until 5".
  private func opensLate(_ cursor: inout Cursor) -> Bool { times.past.contains(cursor.word) && cursor.take(times.past) }

  /// "9 to 5" is a range where it is all that was said.
  private func isAlone(_ range: Range<Int>) -> Bool {
    context.message.whole.allSatisfy { range.contains($0) || context.tokens[$0].kind == .sign }
  }

  /// "1605-1800".
  private func packedRange(_ cursor: inout Cursor) -> ClockRange? {
    guard let start = packed(&cursor), cursor.take(times.rangeTo), let end = packed(&cursor) else { return nil }
    return ClockRange(start: start, end: end)
  }

  private func packed(_ cursor: inout Cursor) -> ClockReading? {
    guard let digits = cursor.takeDigits(upTo: 4), digits.length == 4, digits.value < 2400, digits.value % 100 < 60 else {
      return nil
    }
    return ClockReading(times: [TimeOfDay(hour: digits.value / 100, minute: digits.value % 100)])
  }

  /// A first clock time: a bare number counts, "ten to four" does not.
  private func endpoint(_ cursor: inout Cursor, isLed: Bool) -> ClockReading? {
    var trial = cursor
    let isDigit = trial.token?.kind == .number
    if isLed || isDigit, let number = clocks.numbers.whole(&trial), (1...24).contains(number), opensEnd(trial.word, isLed: isLed)
    {
      cursor = trial
      return number > 12 ? ClockReading(times: [TimeOfDay(hour: number % 24)]) : ClockReading.onTwelve(hour: number, minute: 0)
    }
    return clocks.clock(&cursor, isExpected: true)
  }

  private func opensEnd(_ word: String, isLed: Bool) -> Bool {
    times.rangeTo.contains(word) || (isLed && times.rangeAnd.contains(word))
  }

  func connects(_ cursor: inout Cursor, isLed: Bool) -> Bool {
    if isLed, cursor.take(times.rangeAnd) { return true }
    guard cursor.take(times.rangeTo) else { return false }
    _ = cursor.take(times.rangeTo)
    return true
  }

  /// The half of the day that one end names holds for the other: "2 to 4pm" begins at 2pm.
  private func ordered(_ start: ClockReading, _ end: ClockReading) -> ClockRange {
    var (start, end) = (start, end)
    if end.isDefinite, !start.isDefinite, let first = start.times.filter({ $0 < end.times[0] }).max() {
      start = ClockReading(times: [first], zone: start.zone ?? end.zone)
    }
    if !start.isDefinite { start = ClockReading(times: [start.times[0]], zone: start.zone ?? end.zone) }
    if !end.isDefinite, let last = end.times.filter({ $0 > start.times[0] }).min() {
      end = ClockReading(times: [last], zone: end.zone ?? start.zone)
    }
    return ClockRange(start: start, end: end)
  }
}
