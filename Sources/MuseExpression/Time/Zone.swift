/// A time zone from the pinned zone table of this build: the same on every machine.
public struct Zone: Hashable, Sendable {
  /// The IANA name as it was asked for (`Europe/London`).
  public let name: String

  /// Nil where the table knows no such zone.
  public init?(named name: String) { self.name = name }

  private init(known name: String) { self.name = name }

  public static let utc = Zone(known: "UTC")

  /// Seconds east of UTC at the instant.
  public func offset(at instant: Instant) -> Int { fatalError("stub") }

  public func civil(_ instant: Instant) -> CivilDateTime { fatalError("stub") }

  /// What a clock time on a day of this zone means: daylight saving skips some and repeats others.
  public func resolve(_ civil: CivilDateTime) -> LocalResolution { fatalError("stub") }

  /// The first instant of the day.
  public func startOfDay(_ date: CivilDate) -> Instant { fatalError("stub") }
}

public enum LocalResolution: Hashable, Sendable {
  case once(Instant)
  /// The clock shows this time twice (autumn).
  case twice(earlier: Instant, later: Instant)
  /// The clock never shows this time (spring); the two instants are what it reads just before and after the gap.
  case skipped(before: Instant, after: Instant)
}
