import MuseExpression

extension ClockGrammar {
  /// "half past three", "quarter to 4", "ten past five", "half three"; "halb vier", "Viertel vor vier", "fünf vor halb vier".
  func spoken(_ cursor: inout Cursor) -> ClockReading? {
    var trial = cursor
    _ = trial.take(context.language.numbers.one)
    let fraction = times.clockFractions[trial.word]
    guard let minutes = trial.take(times.clockFractions) ?? numbers.whole(&trial), minutes < 60 else { return nil }
    if let reading = leadingUp(&trial, fraction) {
      cursor = trial
      return reading
    }
    let saysMinutes = times.units[trial.word] == .minute
    if saysMinutes { trial.index += 1 }
    guard saysMinutes || fraction != nil || minutes % 5 == 0 else { return nil }
    let isPast = trial.take(times.past)
    let isTo = !isPast && trial.take(times.to)
    let isHalf = fraction == 30 && !times.fractionsLeadUp
    guard isPast || isTo || isHalf else { return nil }
    guard let target = hourOrHalf(&trial) else { return nil }
    _ = trial.take(times.oclock)
    let half = self.half(&trial)
    cursor = trial
    return reading(minutesOfDay: target.minutes + (isTo ? -minutes : minutes), half: half, isDefinite: target.isDefinite)
  }

  /// "halb vier" is 3:30, "viertel vier" 3:15: the part of the hour that ends at four.
  private func leadingUp(_ cursor: inout Cursor, _ fraction: Int?) -> ClockReading? {
    var trial = cursor
    guard times.fractionsLeadUp, let fraction, let hour = hourNumber(&trial), hour <= 12 else { return nil }
    guard times.units[trial.word] == nil else { return nil }
    _ = trial.take(times.oclock)
    cursor = trial
    return reading(minutesOfDay: hour * 60 - 60 + fraction, half: nil, isDefinite: false)
  }

  /// What minutes are counted from: an hour, "noon", or "halb vier".
  private func hourOrHalf(_ cursor: inout Cursor) -> (minutes: Int, isDefinite: Bool)? {
    if let time = cursor.take(times.namedTimes) { return (time.secondOfDay / 60, true) }
    var trial = cursor
    if times.fractionsLeadUp, trial.take(times.clockFractions) == 30, let hour = hourNumber(&trial), hour <= 12 {
      cursor = trial
      return (hour * 60 - 30, false)
    }
    return hourNumber(&cursor).map { ($0 * 60, false) }
  }

  private func reading(minutesOfDay: Int, half: TimeWords.DayPart?, isDefinite: Bool) -> ClockReading? {
    let minutes = (minutesOfDay + 1440) % 1440
    if isDefinite { return ClockReading(times: [TimeOfDay(hour: minutes / 60, minute: minutes % 60)]) }
    // "Quarter to one" is on the dial of twelve too.
    let hour = minutes / 60 == 0 ? 12 : minutes / 60
    return reading(hour: hour, minute: minutes % 60, second: 0, half: half, is24: false)
  }
}
