import ArgumentParser
import MuseExpression

/// `--now`: when the clock of a command begins.
struct StartOfClock {
  private let written: WrittenLiteral.DateTime

  static func read(_ text: String) throws -> StartOfClock {
    guard let written = WrittenLiteral.dateTime(text) else {
      throw ValidationError("Write a day and a time, like 2026-03-02T09:00 or 2026-03-02T09:00:00Z.")
    }
    return StartOfClock(written: written)
  }

  /// Without an offset it is a clock time of the zone.
  func instant(in zone: Zone) -> Instant { written.instant(in: zone) }

  static let help: ArgumentHelp = ArgumentHelp(
    "Begin the clock at this time instead of the machine's.",
    discussion: "Like 2026-03-02T09:00, a clock time of the graph's zone, or 2026-03-02T09:00:00Z.", valueName: "iso")
}
