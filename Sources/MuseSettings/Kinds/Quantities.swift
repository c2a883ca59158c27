import MuseServer

/// A number that may be followed by a unit, as people write it: `64KiB`, `10s`.
enum Quantity {
  /// - Parameter units: what one of each is worth.
  /// - Returns: nil where the text is none, or too large to count.
  static func read(_ text: String, units: [(name: String, worth: Int)]) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), let unit = units.first(where: { $0.name == text[digits.endIndex...] }) else { return nil }
    let (product, overflows) = number.multipliedReportingOverflow(by: unit.worth)
    return overflows ? nil : product
  }

  /// In the largest unit of which it is a whole number.
  static func text(_ amount: Int, units: [(name: String, worth: Int)]) -> String {
    let fitting = units.filter { amount % $0.worth == 0 && (amount != 0 || $0.worth == 1) }
    guard let unit = fitting.max(by: { $0.worth < $1.worth }) else { return String(amount) }
    return String(amount / unit.worth) + unit.name
  }
}

enum ByteCount {
  private static let binary = [("", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]
  private static let decimal = [("B", 1), ("kB", 1000), ("MB", 1_000_000), ("GB", 1_000_000_000)]

  static func read(_ text: String) -> Int? { Quantity.read(text, units: binary + decimal) }

  static func text(_ bytes: Int) -> String { Quantity.text(bytes, units: binary) }
}

enum DurationText {
  /// In milliseconds.
  private static let units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)]

  static func read(_ text: String) -> Duration? {
    if text == "0" { return .zero }
    return Quantity.read(text, units: units).map { .milliseconds($0) }
  }

  static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return Quantity.text(Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000), units: units)
  }
}

enum RateText {
  private static let periods: [(name: String, period: Duration)] = [
    ("s", .seconds(1)), ("min", .seconds(60)), ("h", .seconds(3600)),
  ]

  static func read(_ text: String) -> Rate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(parts[0]),
      let period = periods.first(where: { $0.name == parts[1] })
    else { return nil }
    return Rate(count, per: period.period)
  }

  static func text(_ rate: Rate) -> String {
    "\(rate.count)/\(periods.first { $0.period == rate.period }?.name ?? DurationText.text(rate.period))"
  }
}
