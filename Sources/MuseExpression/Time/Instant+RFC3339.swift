extension Instant {
  /// Reads RFC 3339, section 5.6: `2026-11-27T15:00:00Z`, `2026-11-27T15:00:00.5+01:00`. Nil for anything else, and outside of
  /// the years 0001 to 9999. Parts of a nanosecond are dropped.
  public init?(rfc3339 text: String) {
    var scanner = DigitScanner(text)
    guard let date = scanner.takeDate(), scanner.take("T") || scanner.take("t"),
      let hour = scanner.takeNumber(digits: 2), scanner.take(":"),
      let minute = scanner.takeNumber(digits: 2), scanner.take(":"),
      let second = scanner.takeNumber(digits: 2), hour < 24, minute < 60, second < 60,
      let nanoseconds = scanner.takeFraction(), let offset = scanner.takeOffset(), scanner.isAtEnd
    else { return nil }
    let local = CivilDateTime(date: date, time: TimeOfDay(hour: hour, minute: minute, second: second)).localSeconds
    self.init(seconds: local - Int64(offset), nanoseconds: Int32(nanoseconds))
    guard isInRange else { return nil }
  }

  /// In UTC, with as many digits of the second as it needs: `2026-11-27T15:00:00Z`, `2026-11-27T15:00:00.5Z`.
  public var rfc3339: String {
    let instant = clamped
    let civil = CivilDateTime(localSeconds: instant.seconds)
    return "\(civil.date.iso)T\(civil.time.iso)\(fractionText(nanoseconds: Int(instant.nanoseconds)))Z"
  }
}

extension CivilDate {
  /// Reads `2026-11-27`; nil for anything else and for days that the calendar does not have.
  public init?(iso text: String) {
    var scanner = DigitScanner(text)
    guard let date = scanner.takeDate(), scanner.isAtEnd else { return nil }
    self = date
  }

  /// `2026-11-27`
  public var iso: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }
}

extension TimeOfDay {
  /// Reads `15:00` and `15:00:30`.
  public init?(iso text: String) {
    var scanner = DigitScanner(text)
    guard let hour = scanner.takeNumber(digits: 2), scanner.take(":"), let minute = scanner.takeNumber(digits: 2) else {
      return nil
    }
    var second = 0
    if scanner.take(":") {
      guard let number = scanner.takeNumber(digits: 2) else { return nil }
      second = number
    }
    guard scanner.isAtEnd, hour < 24, minute < 60, second < 60 else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// `15:00:00`
  public var iso: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))" }
}

extension CivilDateTime {
  /// Reads `2026-11-27T15:00`, `2026-11-27 15:00` and the same with seconds: a clock time of no zone.
  public init?(iso text: String) {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" || $0 == " " }
    guard halves.count == 2, let date = CivilDate(iso: String(halves[0])), let time = TimeOfDay(iso: String(halves[1])) else {
      return nil
    }
    self.init(date: date, time: time)
  }

  /// `2026-11-27T15:00:00`
  public var iso: String { "\(date.iso)T\(time.iso)" }
}

/// `.5` for half a second; empty for whole seconds.
func fractionText(nanoseconds: Int) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = padded(nanoseconds, to: 9)
  while digits.hasSuffix("0") { digits.removeLast() }
  return "." + digits
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
