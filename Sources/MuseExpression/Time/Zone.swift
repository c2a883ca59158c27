/// A time zone from the pinned zone table of this build: the same on every machine.
///
/// ```swift
/// let london = Zone(named: "Europe/London")
/// london?.civil(instant)  // what the clock on the wall shows
/// ```
/// Making one parses its rules (some microseconds); asking it is a binary search.
public struct Zone: Sendable {
  /// The IANA name as it was asked for (`Europe/London`).
  public let name: String
  private let rules: ZoneRules

  /// Nil where the table knows no such zone. Names are those of the IANA database with its links, in their own case.
  public init?(named name: String) {
    guard let rules = ZoneTable.rules(named: name) else { return nil }
    self.init(name: name, rules: rules)
  }

  private init(name: String, rules: ZoneRules) {
    self.name = name
    self.rules = rules
  }

  /// A zone that is always `seconds` east of UTC, as CEL's getters take it (`+02:00`).
  package init(fixedOffset seconds: Int, name: String) {
    self.init(name: name, rules: ZoneRules(fixedOffset: seconds))
  }

  public static let utc = Zone(fixedOffset: 0, name: "UTC")

  /// All names of the table, sorted: to find what an author most likely meant.
  public static var names: [String] { ZoneTable.names }

  /// Seconds east of UTC at the instant. Before 1970 it is the offset that held on 1 January 1970.
  public func offset(at instant: Instant) -> Int { rules.offset(at: instant.clamped.seconds) }

  /// What a clock of this zone shows at the instant; parts of a second are dropped.
  public func civil(_ instant: Instant) -> CivilDateTime {
    let seconds = instant.clamped.seconds
    return CivilDateTime(localSeconds: seconds + Int64(rules.offset(at: seconds)))
  }

  /// What a clock time on a day of this zone means: daylight saving skips some and repeats others.
  public func resolve(_ civil: CivilDateTime) -> LocalResolution {
    let local = civil.localSeconds
    // A day to either side is more than any offset, and less than the time between two changes.
    let before = rules.offset(at: local - 86_400)
    let after = rules.offset(at: local + 86_400)
    let early = local - Int64(before)
    let late = local - Int64(after)
    if before == after { return .once(Instant(seconds: early)) }
    switch (rules.offset(at: early) == before, rules.offset(at: late) == after) {
    case (true, true): return .twice(earlier: Instant(seconds: early), later: Instant(seconds: late))
    case (true, false): return .once(Instant(seconds: early))
    case (false, true): return .once(Instant(seconds: late))
    case (false, false): return .skipped(before: Instant(seconds: late), after: Instant(seconds: early))
    }
  }

  /// The first instant of the day. Of a day that the zone never had, the first instant after it.
  public func startOfDay(_ date: CivilDate) -> Instant {
    switch resolve(CivilDateTime(date: date, time: TimeOfDay(secondOfDay: 0))) {
    case .once(let instant): instant
    case .twice(let earlier, _): earlier
    case .skipped(let before, let after): change(after: before, before: after)
    }
  }

  /// The instant at which the offset changes between the two.
  private func change(after low: Instant, before high: Instant) -> Instant {
    var (low, high) = (low.seconds, high.seconds)
    let offset = rules.offset(at: low)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if rules.offset(at: middle) == offset { low = middle } else { high = middle }
    }
    return Instant(seconds: high)
  }
}

extension Zone: Hashable {
  public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What a clock time means in a zone.
public enum LocalResolution: Hashable, Sendable {
  case once(Instant)
  /// The clock shows this time twice (autumn).
  case twice(earlier: Instant, later: Instant)
  /// The clock never shows this time (spring). With a gap of an hour, `before` reads an hour earlier than what was asked for, and
  /// `after` an hour later: the sensible questions to ask back.
  case skipped(before: Instant, after: Instant)

  /// One instant where nobody can be asked: the earlier of two, and past a gap the time as far after it.
  public var firstReading: Instant {
    switch self {
    case .once(let instant): instant
    case .twice(let earlier, _): earlier
    case .skipped(_, let after): after
    }
  }
}
