/// Values as authors write them in `default`, `min` and `max`: `30m`, `1h30m`, `PT30M`, `2026-11-27`, `15:00`, `12.5`, `true`.
///
/// `today` and `now` are expressions, not literals: the field that allows them reads them before it asks here.
public enum WrittenLiteral {
  /// A point in time with its offset, or a clock time of the thread's zone.
  public enum DateTime: Hashable, Sendable {
    case instant(Instant)
    case civil(CivilDateTime)

    /// The instant it means in the zone; see `LocalResolution.firstReading` for the hours around daylight saving.
    public func instant(in zone: Zone) -> Instant {
      switch self {
      case .instant(let instant): instant
      case .civil(let civil): zone.resolve(civil).firstReading
      }
    }
  }

  /// `30m`, `1h30m`, `2d`, `90 min`, `PT30M`.
  public static func duration(_ text: String) -> Duration? { Duration(written: text) }

  /// `2026-11-27`
  public static func date(_ text: String) -> CivilDate? { CivilDate(iso: text) }

  /// `15:00`, `15:00:30`
  public static func time(_ text: String) -> TimeOfDay? { TimeOfDay(iso: text) }

  /// `2026-11-27T15:00`, `2026-11-27 15:00`, or with an offset `2026-11-27T15:00:00Z`.
  public static func dateTime(_ text: String) -> DateTime? {
    if let instant = Instant(rfc3339: text) { return .instant(instant) }
    return CivilDateTime(iso: text).map { .civil($0) }
  }

  /// `5`, `-5`; digits only.
  public static func integer(_ text: String) -> Int64? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int64(text)
  }

  /// `5`, `-0.5`; digits with one point.
  public static func number(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
    return Double(text)
  }

  /// `true`, `false`; what YAML 1.1 also takes for one (`yes`, `no`, `on`, `off`) is not read.
  public static func boolean(_ text: String) -> Bool? { Bool(text) }
}
