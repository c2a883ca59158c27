import MuseExpression

/// How iCalendar writes times. Parts of a second are dropped. RFC 5545, section 3.3.5.
enum ICalendarTime {
  /// `20261127T150000Z`
  static func utc(_ instant: Instant) -> String { local(Zone.utc.civil(instant)) + "Z" }

  /// `20261127T150000`
  static func local(_ civil: CivilDateTime) -> String {
    let (date, time) = (civil.date, civil.time)
    return digits(date.year, 4) + digits(date.month, 2) + digits(date.day, 2) + "T" + digits(time.hour, 2)
      + digits(time.minute, 2)
      + digits(time.second, 2)
  }

  /// `+0100`, and with seconds where a zone has them. RFC 5545, section 3.3.14.
  static func offset(_ seconds: Int) -> String {
    let size = Int(seconds.magnitude)
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60)
    return (seconds < 0 ? "-" : "+") + digits(hours, 2) + digits(minutes, 2) + (rest == 0 ? "" : digits(rest, 2))
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(max(0, number))
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
