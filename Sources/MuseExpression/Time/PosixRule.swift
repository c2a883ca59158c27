/// The rule of a zone for all time to come, as the TZ variable of POSIX writes it: `GMT0BST,M3.5.0/1,M10.5.0`.
///
/// Source: RFC 9636, section 3.3.1 (hours from -167 to 167).
struct PosixRule: Sendable {
  struct Daylight: Sendable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// When a year's change takes place: seconds of local time after midnight of a day.
  struct Change: Sendable {
    var day: Day
    var seconds: Int
  }

  enum Day: Sendable {
    /// The `week`-th (5: the last) `weekday` (0: Sunday) of the month.
    case weekday(month: Int, week: Int, weekday: Int)
    /// 1...365; 29 February is never counted.
    case julian(Int)
    /// 0...365
    case ordinal(Int)
  }

  /// Seconds east of UTC.
  var standardOffset: Int
  var daylight: Daylight?

  func offset(at seconds: Int64) -> Int {
    guard let daylight else { return standardOffset }
    let year = CivilDateTime(localSeconds: seconds + Int64(standardOffset)).date.year
    let start = daylight.start.localSeconds(in: year) - Int64(standardOffset)
    let end = daylight.end.localSeconds(in: year) - Int64(daylight.offset)
    let inDaylight = start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start)
    return inDaylight ? daylight.offset : standardOffset
  }
}

extension PosixRule.Change {
  fileprivate func localSeconds(in year: Int) -> Int64 { Int64(day.number(in: year)) * 86_400 + Int64(seconds) }
}

extension PosixRule.Day {
  /// Days since 1970-01-01.
  fileprivate func number(in year: Int) -> Int {
    switch self {
    case .weekday(let month, let week, let weekday):
      let first = CivilDate(year: year, month: month, day: 1)
      let firstMatch = 1 + (weekday - first.weekday.rawValue % 7 + 7) % 7
      let day = firstMatch + (week - 1) * 7
      return first.dayNumber + (day > CivilDate.days(inMonth: month, of: year) ? day - 7 : day) - 1
    case .julian(let day):
      let leap = CivilDate.isLeap(year) && day > 59
      return CivilDate(year: year, month: 1, day: 1).dayNumber + day - (leap ? 0 : 1)
    case .ordinal(let day):
      return CivilDate(year: year, month: 1, day: 1).dayNumber + day
    }
  }
}
