extension Duration {
  /// Reads a duration as a person writes it: `30m`, `1h30m`, `1.5h`, `2d`, `1w`, `90 min`, `500ms`, or ISO 8601 (`PT30M`,
  /// `P1DT2H`). Nil for anything else, and beyond about ten thousand years.
  ///
  /// A day is 24 hours, a week is seven days; months and years have no fixed length and are not read.
  public init?(written text: String) {
    let text = text.lowercased()
    let negative = text.hasPrefix("-")
    let body = negative || text.hasPrefix("+") ? String(text.dropFirst()) : text
    let read = body.hasPrefix("p") ? Duration.isoNanoseconds(body.dropFirst()) : Duration.unitNanoseconds(body[...])
    guard let total = read, let duration = Duration(totalNanoseconds: negative ? -total : total) else { return nil }
    self = duration
  }

  /// The form of the journal and of CEL's `string(duration)`: seconds with as many digits as it needs, `1800s`, `-0.5s`.
  public var secondsText: String {
    let (seconds, attoseconds) = components
    let sign = seconds < 0 || attoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(fractionText(nanoseconds: Int((attoseconds / 1_000_000_000).magnitude)))s"
  }

  /// Nanoseconds beyond every range: reading stops there, so that nothing overflows.
  private static let unreachable: Int128 = 1_000_000_000_000_000_000_000

  private static let units: [String: Int128] = [
    "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "sec": 1_000_000_000,
    "m": 60_000_000_000,
    "min": 60_000_000_000, "h": 3_600_000_000_000, "d": 86_400_000_000_000, "w": 604_800_000_000_000,
  ]

  /// `1h30m`, `90 min`
  private static func unitNanoseconds(_ text: Substring) -> Int128? {
    if text == "0" { return 0 }
    var rest = text
    var total: Int128 = 0
    while !rest.isEmpty {
      guard let number = Decimal9(takenFrom: &rest) else { return nil }
      rest = rest.drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      guard let factor = units[String(unit)] else { return nil }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      total += number.times(factor)
      guard total < Duration.unreachable else { return nil }
    }
    return text.isEmpty ? nil : total
  }

  /// What follows the `P` of ISO 8601, in lower case.
  private static func isoNanoseconds(_ text: Substring) -> Int128? {
    var rest = text
    var total: Int128 = 0
    var letters = "wdthms"[...]
    var inTime = false
    var parts = 0
    while !rest.isEmpty {
      if rest.first == "t", !inTime {
        rest.removeFirst()
        inTime = true
        letters = "hms"
        continue
      }
      guard let number = Decimal9(takenFrom: &rest), let letter = rest.first, let index = letters.firstIndex(of: letter),
        inTime || letter == "w" || letter == "d", let factor = units[String(letter)]
      else { return nil }
      rest.removeFirst()
      letters = letters[letters.index(after: index)...]
      total += number.times(factor)
      guard total < Duration.unreachable else { return nil }
      parts += 1
    }
    return parts > 0 && text.last != "t" ? total : nil
  }
}

/// A decimal number with at most nine digits behind the point: exact, where a `Double` is not.
private struct Decimal9 {
  private var billionths: Int128

  init?(takenFrom text: inout Substring) {
    let whole = text.prefix { $0.isASCII && $0.isNumber }
    var rest = text.dropFirst(whole.count)
    var fraction: Substring = ""
    if rest.first == "." || rest.first == "," {
      fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(fraction.count + 1)
    }
    // Thirteen digits of weeks still fit in 128 bits of nanoseconds.
    guard whole.count <= 13, fraction.count <= 18, !(whole.isEmpty && fraction.isEmpty) else { return nil }
    let padding = String(repeating: "0", count: max(0, 9 - fraction.count))
    guard let value = Int128(whole + fraction.prefix(9) + padding) else { return nil }
    billionths = value
    text = rest
  }

  func times(_ factor: Int128) -> Int128 { billionths * factor / 1_000_000_000 }
}
