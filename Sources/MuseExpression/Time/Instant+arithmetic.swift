extension Instant {
  /// False outside of the years 0001 to 9999.
  public var isInRange: Bool { self >= .earliest && self <= .latest && (0..<1_000_000_000).contains(nanoseconds) }

  /// The nearest instant of the years 0001 to 9999.
  var clamped: Instant { min(max(self, .earliest), .latest) }

  /// Nanoseconds since 1970-01-01T00:00:00Z.
  var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  /// Nil outside of the years 0001 to 9999.
  init?(totalNanoseconds total: Int128) {
    let (quotient, remainder) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
    let seconds = remainder < 0 ? quotient - 1 : quotient
    guard let seconds = Int64(exactly: seconds) else { return nil }
    self.init(seconds: seconds, nanoseconds: Int32(remainder < 0 ? remainder + 1_000_000_000 : remainder))
    guard isInRange else { return nil }
  }

  /// Nil where the sum lies outside of the years 0001 to 9999.
  public func adding(_ duration: Duration) -> Instant? {
    guard isInRange, let nanoseconds = duration.totalNanoseconds else { return nil }
    return Instant(totalNanoseconds: totalNanoseconds + nanoseconds)
  }

  /// How long it is from `other` to this instant: negative where `other` comes later. Nil where either lies out of range.
  public func since(_ other: Instant) -> Duration? {
    guard isInRange, other.isInRange else { return nil }
    return Duration(totalNanoseconds: totalNanoseconds - other.totalNanoseconds)
  }

  /// Counts whole milliseconds since 1970-01-01T00:00:00Z, clamped to the years 0001 to 9999.
  public init(millisecondsSince1970 milliseconds: Int64) {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let seconds = remainder < 0 ? quotient - 1 : quotient
    let rest = remainder < 0 ? remainder + 1000 : remainder
    self = Instant(seconds: seconds, nanoseconds: Int32(rest) * 1_000_000).clamped
  }
}

extension Duration {
  /// CEL's range of a duration: about ten thousand years to either side.
  ///
  /// Source: google.protobuf.Duration.
  private static let longestNanoseconds: UInt128 = 315_576_000_000_000_000_000

  /// Nil outside of CEL's range; parts of a nanosecond are dropped.
  var totalNanoseconds: Int128? {
    let (seconds, attoseconds) = components
    let total = Int128(seconds) * 1_000_000_000 + Int128(attoseconds / 1_000_000_000)
    return total.magnitude <= Duration.longestNanoseconds ? total : nil
  }

  /// Nil outside of CEL's range.
  init?(totalNanoseconds total: Int128) {
    let (seconds, nanoseconds) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
    guard total.magnitude <= Duration.longestNanoseconds else { return nil }
    self.init(secondsComponent: Int64(seconds), attosecondsComponent: Int64(nanoseconds) * 1_000_000_000)
  }

  /// The sum; nil where it exceeds CEL's range, about ten thousand years to either side.
  public func adding(_ other: Duration) -> Duration? {
    guard let left = totalNanoseconds, let right = other.totalNanoseconds else { return nil }
    return Duration(totalNanoseconds: left + right)
  }

  /// The difference; nil where it exceeds CEL's range.
  public func subtracting(_ other: Duration) -> Duration? {
    guard let left = totalNanoseconds, let right = other.totalNanoseconds else { return nil }
    return Duration(totalNanoseconds: left - right)
  }
}
