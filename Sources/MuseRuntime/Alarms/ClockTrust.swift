import MuseExpression

/// Whether a clock may be believed where it says that much time has passed.
///
/// A machine's clock is set by hand or from afar, and not always rightly. Where it has leapt ahead of the time that has really passed,
/// what it says is over may not be.
struct ClockTrust {
  /// Clocks are put right by less all the time.
  private static let tolerance = Duration.seconds(3600)

  private var last: (now: Instant, uptime: Duration)?
  private var leap = Duration.zero

  /// - Returns: by how much the clock is ahead of the time that has passed since the first look; nil: it is to be believed.
  mutating func lead(of time: any TimeSource) -> Duration? {
    guard let uptime = time.uptime() else { return nil }
    let now = time.now()
    defer { last = (now, uptime) }
    guard let last, let passed = now.since(last.now) else { return leap > Self.tolerance ? leap : nil }
    leap = max(.zero, leap + passed - (uptime - last.uptime))
    return leap > Self.tolerance ? leap : nil
  }
}
