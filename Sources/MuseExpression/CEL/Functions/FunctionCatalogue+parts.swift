// The getters of CEL. Months and days count from 0 where CEL has it so.
//
// Source: cel-spec, langdef, "List of Standard Definitions" (getDate … getSeconds).

extension FunctionCatalogue {
  /// Parts of a day: of a `date` by itself, of a `datetime` in a zone that is named.
  static let zonedParts: [FunctionEntry] = [
    datePart("getFullYear", "The year.", example: 2026) { $0.year },
    datePart("getMonth", "The month, counted from 0.", example: 10) { $0.month - 1 },
    datePart("getDate", "The day of the month, counted from 1.", example: 27) { $0.day },
    datePart("getDayOfMonth", "The day of the month, counted from 0.", example: 26) { $0.day - 1 },
    datePart("getDayOfWeek", "The day of the week: 0 is Sunday.", example: 5) { $0.weekday.rawValue % 7 },
    datePart("getDayOfYear", "The day of the year, counted from 0.", example: 330) {
      $0.dayNumber - CivilDate(year: $0.year, month: 1, day: 1).dayNumber
    },
  ]

  /// Parts of a clock time, and whole units of a duration.
  static let plainParts: [FunctionEntry] = [
    clockPart("getHours", "The hour; of a duration all its hours.", examples: (15, 1), unit: 3600) { $0.hour },
    clockPart("getMinutes", "The minute; of a duration all its minutes.", examples: (30, 90), unit: 60) { $0.minute },
    clockPart("getSeconds", "The second; of a duration all its seconds.", examples: (5, 5405), unit: 1) { $0.second },
    FunctionEntry(
      "getMilliseconds", "The thousandths of the second that is under way.",
      examples: [FunctionExample("duration('1.5s').getMilliseconds()", prints: "500")],
      overloads: [
        .unary(.method) { (duration: Duration) in duration.components.attoseconds / 1_000_000_000_000_000 },
        inZone { instant, _ in Int64(instant.nanoseconds / 1_000_000) },
        inUTC { Int64($0.nanoseconds / 1_000_000) },
      ]),
  ]

  private static func datePart(
    _ name: String, _ doc: String, example: Int, part: @escaping @Sendable (CivilDate) -> Int
  ) -> FunctionEntry {
    FunctionEntry(
      name, doc,
      examples: [
        FunctionExample("date('2026-11-27').\(name)()", prints: "\(example)"),
        FunctionExample("timestamp('2026-11-27T01:00:00+02:00').\(name)('Europe/Kyiv')", prints: "\(example)"),
      ],
      overloads: [
        .unary(.method) { (date: CivilDate) in Int64(part(date)) },
        inZone { instant, zone in Int64(part(zone.civil(instant).date)) },
        inUTC { Int64(part(Zone.utc.civil($0).date)) },
      ])
  }

  private static func clockPart(
    _ name: String, _ doc: String, examples: (Int, Int), unit: Int64, part: @escaping @Sendable (TimeOfDay) -> Int
  ) -> FunctionEntry {
    FunctionEntry(
      name, doc,
      examples: [
        FunctionExample("time('15:30:05').\(name)()", prints: "\(examples.0)"),
        FunctionExample("duration('1h30m5s').\(name)()", prints: "\(examples.1)"),
        FunctionExample("timestamp('2026-11-27T14:30:05Z').\(name)('+01:00')", prints: "\(examples.0)"),
      ],
      overloads: [
        .unary(.method) { (time: TimeOfDay) in Int64(part(time)) },
        .unary(.method) { (duration: Duration) in duration.components.seconds / unit },
        inZone { instant, zone in Int64(part(zone.civil(instant).time)) },
        inUTC { Int64(part(Zone.utc.civil($0).time)) },
      ])
  }

  /// A getter without a zone, which graphs do not have: nobody means UTC there.
  private static func inUTC(_ part: @escaping @Sendable (Instant) -> Int64) -> Overload {
    Overload(style: .method, parameters: [.plain(.timestamp)], result: .plain(.int), only: .standard) {
      arguments, _ throws(FunctionFailure) in
      guard case .timestamp(let instant) = arguments[0] else { return .null }
      return .int(part(instant))
    }
  }

  private static func inZone(_ part: @escaping @Sendable (Instant, Zone) -> Int64) -> Overload {
    Overload(style: .method, parameters: [.plain(.timestamp), .plain(.string)], result: .plain(.int)) {
      arguments, state throws(FunctionFailure) in
      guard case .timestamp(let instant) = arguments[0] else { return .null }
      return .int(part(instant, try state.zone(named: try arguments.text(1))))
    }
  }
}

extension Zone {
  /// `+02:00`, `-08:00`, `02:00`
  init?(offsetText text: String) {
    let signed = text.hasPrefix("+") || text.hasPrefix("-")
    var scanner = DigitScanner(signed ? text : "+" + text)
    guard let seconds = scanner.takeOffset(), scanner.isAtEnd else { return nil }
    self.init(fixedOffset: seconds, name: text)
  }
}
