import MuseExpression

/// What comes again and again, as said: "every other Friday at 9", "daily", "on Mondays".
struct Recurrence: Hashable, Sendable {
  var unit: TimeWords.Unit
  var interval = 1
  var weekdays: [Weekday] = []
  var time: TimeOfDay?
  var part: TimeWords.DayPart?

  /// In the form of RFC 5545, 3.3.10; the time of day, which that form takes from the first day, as `TIME=` or `POD=`.
  var rule: String {
    var parts = ["FREQ=\(frequency.name)"]
    if interval * frequency.count > 1 { parts.append("INTERVAL=\(interval * frequency.count)") }
    if !weekdays.isEmpty { parts.append("BYDAY=" + weekdays.map(\.shortName).joined(separator: ",")) }
    if let time { parts.append("TIME=" + [time.hour, time.minute, time.second].map(Recurrence.padded).joined(separator: ":")) }
    if let part { parts.append("POD=\(part)") }
    return parts.joined(separator: ";")
  }

  private var frequency: (name: String, count: Int) {
    switch unit {
    case .second: ("SECONDLY", 1)
    case .minute: ("MINUTELY", 1)
    case .hour: ("HOURLY", 1)
    case .day: ("DAILY", 1)
    case .week: ("WEEKLY", 1)
    case .month: ("MONTHLY", 1)
    case .quarter: ("MONTHLY", 3)
    case .year: ("YEARLY", 1)
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Weekday {
  fileprivate var shortName: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }
}

/// Reads what comes again and again.
struct RecurrenceGrammar {
  let context: RecognitionContext
  private let numbers: NumberGrammar
  private let clocks: ClockGrammar

  init(_ context: RecognitionContext) {
    self.context = context
    numbers = NumberGrammar(language: context.language)
    clocks = ClockGrammar(context)
  }

  private var times: TimeWords { context.times }

  func recurrence(_ cursor: inout Cursor) -> Recurrence? {
    var trial = cursor
    _ = trial.take(times.beforeDay)
    guard var result = every(&trial) ?? regularly(&trial) ?? daysByName(&trial) else { return nil }
    if result.part == nil, let part = trial.take(times.dayParts) { result.part = part }
    _ = trial.take(",")
    if let clock = clocks.clock(&trial) {
      let limited = result.part.map(clock.limited) ?? clock
      (result.time, result.part) = (limited.times.first, nil)
    } else if trial.index > 0, trial.tokens[trial.index - 1].word == "," {
      trial.index -= 1
    }
    cursor = trial
    return result
  }

  /// "every Monday and Thursday", "every two weeks", "each morning", "jeden zweiten Freitag".
  private func every(_ cursor: inout Cursor) -> Recurrence? {
    var trial = cursor
    guard let step = trial.take(times.every) else { return nil }
    let count = numbers.ordinal(&trial, dotted: true) ?? numbers.whole(&trial)
    guard let interval = count ?? (step > 0 ? step : nil), (1...99).contains(interval), let result = repeated(&trial, interval)
    else { return nil }
    cursor = trial
    return result
  }

  private func repeated(_ cursor: inout Cursor, _ interval: Int) -> Recurrence? {
    if let days = weekdays(&cursor, times.weekdays) { return Recurrence(unit: .week, interval: interval, weekdays: days) }
    if cursor.take(times.workdays) { return Recurrence(unit: .week, interval: interval, weekdays: Recurrence.workdays) }
    if cursor.take(times.weekend) { return Recurrence(unit: .week, interval: interval, weekdays: [.saturday, .sunday]) }
    if let unit = cursor.take(times.units) { return Recurrence(unit: unit, interval: interval) }
    return cursor.take(times.dayParts).map { Recurrence(unit: .day, interval: interval, part: $0) }
  }

  /// "Monday, Wednesday and Friday".
  private func weekdays(_ cursor: inout Cursor, _ names: [String: Weekday]) -> [Weekday]? {
    guard let first = cursor.take(names) else { return nil }
    var days = [first]
    var trial = cursor
    while days.count < 7, trial.take(context.language.grammar.listJoints), let next = trial.take(names) {
      days.append(next)
      cursor = trial
    }
    return days
  }

  /// "daily", "weekly": not before what they describe ("the weekly report").
  private func regularly(_ cursor: inout Cursor) -> Recurrence? {
    var trial = cursor
    guard let result = trial.take(times.regularly) else { return nil }
    let isFollowed = trial.token.map { token in
      token.kind == .word && !context.language.grammar.isFunction(token.word) && times.weekdays[token.word] == nil
        && !times.dayParts.mayBegin(token.word)
    }
    guard isFollowed != true,
      cursor.index == 0 || !context.language.grammar.determiners.contains(context.message.word(cursor.index - 1))
    else { return nil }
    cursor = trial
    return result
  }

  /// "on Mondays", "montags".
  private func daysByName(_ cursor: inout Cursor) -> Recurrence? {
    weekdays(&cursor, times.recurringDays).map { Recurrence(unit: .week, weekdays: $0) }
  }
}

extension Recurrence {
  static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
}
