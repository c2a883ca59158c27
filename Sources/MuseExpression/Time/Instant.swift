/// A point on the UTC time line with nanosecond resolution, as CEL's `timestamp`: years 0001 to 9999.
///
/// Source of the range: cel-spec langdef, "Timestamps" (google.protobuf.Timestamp).
public struct Instant: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z; negative before.
  public var seconds: Int64
  /// 0 ..< 1_000_000_000, counted forward from `seconds`.
  public var nanoseconds: Int32

  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// 0001-01-01T00:00:00Z
  public static let earliest = Instant(seconds: -62_135_596_800)
  /// 9999-12-31T23:59:59.999999999Z
  public static let latest = Instant(seconds: 253_402_300_799, nanoseconds: 999_999_999)
}

extension Instant: Comparable {
  public static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
