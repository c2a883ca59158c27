import MuseExpression

/// Clock times: "3pm", "15:30", "half past three", "noon", "15 Uhr 30", "halb vier".
struct ClockGrammar {
  let context: RecognitionContext
  let numbers: NumberGrammar

  init(_ context: RecognitionContext) {
    self.context = context
    numbers = NumberGrammar(language: context.language)
  }

  var times: TimeWords { context.times }

  /// Why a bare number may be an hour: "at" says so, "by" may count something.
  enum Lead {
    case firm, loose
  }

  /// A clock time with the words before it ("at about").
  ///
  /// - Parameter isExpected: something beside it says that a bare number is an hour.
  func clock(_ cursor: inout Cursor, isExpected: Bool = false) -> ClockReading? {
    var trial = cursor
    let partBefore = partAhead(&trial)
    var lead: Lead? = isExpected ? .loose : nil
    if times.beforeHour.contains(trial.word), trial.take(times.vague) { lead = .loose } else { _ = trial.take(times.vague) }
    let opensRange = times.rangeFrom.contains(trial.word)
    for _ in 0..<3 {
      if trial.take(times.atHour) { lead = .firm } else if trial.take(times.beforeHour) { lead = lead ?? .loose } else { break }
    }
    if trial.take(times.vague), trial.word == ".", trial.isGlued { trial.index += 1 }
    let spoken = opensRange ? nil : self.spoken(&trial)
    guard var reading = spoken ?? named(&trial) ?? withMinutes(&trial) ?? hour(&trial, lead) else { return nil }
    if let part = partBefore ?? partBehind(&trial) { reading = reading.limited(to: part) }
    if let zone = zone(&trial) { reading.zone = zone }
    _ = trial.take(times.vague)
    cursor = trial
    return reading
  }

  /// "in the afternoon" behind a time that leaves it open.
  private func partBehind(_ cursor: inout Cursor) -> TimeWords.DayPart? {
    cursor.take(times.dayParts)
  }

  /// "abends um acht", "in the evening at 8": only before a word that leads to an hour.
  private func partAhead(_ cursor: inout Cursor) -> TimeWords.DayPart? {
    var trial = cursor
    guard let part = trial.take(times.dayParts), times.atHour.contains(trial.word) || times.beforeHour.contains(trial.word) else {
      return nil
    }
    cursor = trial
    return part
  }

  /// "EST", "London time".
  private func zone(_ cursor: inout Cursor) -> Zone? {
    var trial = cursor
    _ = trial.take("(")
    guard let zone = offsetZone(&trial) ?? trial.take(times.zones)?.zone else { return nil }
    if trial.word == ")" { trial.index += 1 }
    cursor = trial
    return zone
  }

  /// "UTC+2", "GMT -5:30".
  private func offsetZone(_ cursor: inout Cursor) -> Zone? {
    var trial = cursor
    guard trial.take(["utc", "gmt"]), ["+", "-"].contains(trial.word) else { return nil }
    let isWest = trial.word == "-"
    trial.index += 1
    guard let hours = trial.takeDigits(upTo: 2), hours.value <= 14 else { return nil }
    var minutes = 0
    var rest = trial
    if rest.takeGlued(":"), let more = rest.takeDigits(upTo: 2), more.value < 60 { (minutes, trial) = (more.value, rest) }
    cursor = trial
    return SpokenZone.offset((hours.value * 3600 + minutes * 60) * (isWest ? -1 : 1)).zone
  }

  private func named(_ cursor: inout Cursor) -> ClockReading? {
    var trial = cursor
    _ = trial.take(times.article)
    guard let time = trial.take(times.namedTimes) else { return nil }
    cursor = trial
    return ClockReading(times: [time])
  }

  /// "15:30", "3:30 pm", "3.30pm", "15h30", "8:15:30", "15.30 Uhr".
  private func withMinutes(_ cursor: inout Cursor) -> ClockReading? {
    var trial = cursor
    guard let hour = trial.takeDigits(upTo: 2), hour.value < 25,
      let sign = [":", ".", "h"].first(where: { trial.takeGlued($0) }),
      let minute = trial.takeDigits(upTo: 2), minute.length == 2, minute.value < 60
    else { return nil }
    let second = sign == ":" ? self.seconds(&trial) : 0
    let half = self.half(&trial)
    let isMarked = trial.take(times.oclock) != nil
    guard half != nil || isMarked || sign != "." || isLedByAt(cursor) else { return nil }
    let isWritten24 = hour.length == 2 && hour.value < 10 || sign == "h"
    guard let reading = self.reading(hour: hour.value, minute: minute.value, second: second, half: half, is24: isWritten24) else {
      return nil
    }
    cursor = trial
    return reading
  }

  private func isLedByAt(_ cursor: Cursor) -> Bool {
    cursor.index > 0
      && (times.atHour.contains(cursor.tokens[cursor.index - 1].word)
        || times.beforeHour.contains(cursor.tokens[cursor.index - 1].word))
  }

  private func seconds(_ cursor: inout Cursor) -> Int {
    var trial = cursor
    guard trial.takeGlued(":"), let second = trial.takeDigits(upTo: 2), second.value < 60 else { return 0 }
    cursor = trial
    return second.value
  }

  func hourNumber(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    guard let hour = numbers.whole(&trial), (1...23).contains(hour), !(trial.isGlued && trial.word == ":") else { return nil }
    cursor = trial
    return hour
  }

  /// Nil where no clock shows it.
  func reading(hour: Int, minute: Int, second: Int, half: TimeWords.DayPart?, is24: Bool) -> ClockReading? {
    let isMidnight = hour == 24 && minute == 0
    guard hour < 24 || isMidnight else { return nil }
    let base = TimeOfDay(hour: hour % 24, minute: minute, second: second)
    if let half {
      guard (1...12).contains(hour) || (hour > 12 && half == .afternoon) else { return ClockReading(times: [base]) }
      let isLate = half == .afternoon
      return ClockReading(times: [
        TimeOfDay(hour: hour > 12 ? hour : hour % 12 + (isLate ? 12 : 0), minute: minute, second: second)
      ])
    }
    guard !is24, (1...12).contains(hour) else { return ClockReading(times: [base]) }
    return ClockReading.onTwelve(hour: hour, minute: minute, second: second)
  }
}

extension ClockReading {
  /// A time on the twelve-hour dial: what lies in a working day first; where neither half does, it is left open.
  static func onTwelve(hour: Int, minute: Int, second: Int = 0) -> ClockReading {
    let early = TimeOfDay(hour: hour % 12, minute: minute, second: second)
    let late = TimeOfDay(hour: hour % 12 + 12, minute: minute, second: second)
    let workingDay = 8..<19
    let isEarlyFirst = workingDay.contains(early.hour)
    let isOpen = !isEarlyFirst && !workingDay.contains(late.hour)
    return ClockReading(times: isEarlyFirst ? [early, late] : [late, early], isOpen: isOpen, isDefinite: false)
  }

  /// What "in the evening" leaves of it.
  func limited(to part: TimeWords.DayPart) -> ClockReading {
    let left = times.filter(part.contains)
    guard !left.isEmpty else { return self }
    return ClockReading(times: left, isOpen: isOpen && left.count > 1, isDefinite: left.count == 1, zone: zone)
  }
}
