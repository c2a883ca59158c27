import ArgumentParser
import MuseExpression

/// `--now`: when the clock of a command begins.
struct StartOfClock: ExpressibleByArgument {
  private let written: WrittenLiteral.DateTime

  init?(argument: String) {
    guard let written = WrittenLiteral.dateTime(argument) else { return nil }
    self.written = written
  }

  /// Without an offset it is a clock time of the zone.
  func instant(in zone: Zone) -> Instant { written.instant(in: zone) }

  static let help: ArgumentHelp = ArgumentHelp(
    "Begin the clock at this time instead of the machine's.",
    discussion: "Like 2026-03-02T09:00, a clock time of the graph's zone, or 2026-03-02T09:00:00Z.", valueName: "iso")
}
