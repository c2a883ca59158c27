extension FunctionCatalogue {
  static let dates: [FunctionEntry] = [
    FunctionEntry(
      "timestamp", "A datetime from RFC 3339 text or Unix time, or from a date and a time in the conversation's zone.",
      examples: [
        FunctionExample("timestamp('2026-11-27T15:00:00Z')", prints: "timestamp(\"2026-11-27T15:00:00Z\")"),
        FunctionExample("timestamp(0)", prints: "timestamp(\"1970-01-01T00:00:00Z\")"),
        FunctionExample("timestamp(date('2026-07-01'), time('15:00'))", prints: "timestamp(\"2026-07-01T14:00:00Z\")"),
      ],
      overloads: [
        .unary { (instant: Instant) in instant },
        .unary { (text: String) throws(FunctionFailure) in try require(Instant(rfc3339: text), text.quoted, "RFC 3339 timestamp")
        },
        .unary { (seconds: Int64) throws(FunctionFailure) in
          let instant = Instant(seconds: seconds)
          return try require(instant.isInRange ? instant : nil, seconds, "time in the years 1 to 9999")
        },
        inZone { (date: CivilDate, time: TimeOfDay, zone) in zone.resolve(CivilDateTime(date: date, time: time)).firstReading },
      ]),
    FunctionEntry(
      "duration", "A duration from text: 30m, 1h30m, 2d, PT30M.",
      examples: [FunctionExample("duration('1h30m')", prints: "duration(\"5400s\")")],
      overloads: [
        .unary { (duration: Duration) in duration },
        .unary { (text: String) throws(FunctionFailure) in try require(Duration(written: text), text.quoted, "duration") },
      ]),
    FunctionEntry(
      "date", "The day of a datetime in the conversation's zone, or of a text like 2026-11-27.",
      examples: [FunctionExample("date(timestamp('2026-07-01T23:30:00Z'))", prints: "date(\"2026-07-02\")")],
      overloads: [
        .unary { (date: CivilDate) in date },
        .unary { (text: String) throws(FunctionFailure) in try require(CivilDate(iso: text), text.quoted, "date") },
        inZone { (instant: Instant, zone) in zone.civil(instant).date },
      ]),
    FunctionEntry(
      "time", "The time of a datetime on the clocks of the conversation's zone, or of a text like 15:00.",
      examples: [FunctionExample("time(timestamp('2026-07-01T14:00:00Z'))", prints: "time(\"15:00:00\")")],
      overloads: [
        .unary { (time: TimeOfDay) in time },
        .unary { (text: String) throws(FunctionFailure) in try require(TimeOfDay(iso: text), text.quoted, "time") },
        inZone { (instant: Instant, zone) in zone.civil(instant).time },
      ]),
  ]

  private static func inZone<A: CELRepresentable, R: CELRepresentable>(_ body: @escaping @Sendable (A, Zone) -> R) -> Overload {
    Overload(style: .function, parameters: [A.parameter], result: R.parameter) { arguments, state throws(FunctionFailure) in
      guard let first = A.read(arguments[0]) else { return .null }
      return body(first, state.context.zone).celValue
    }
  }

  private static func inZone<A: CELRepresentable, B: CELRepresentable, R: CELRepresentable>(
    _ body: @escaping @Sendable (A, B, Zone) -> R
  ) -> Overload {
    Overload(style: .function, parameters: [A.parameter, B.parameter], result: R.parameter) {
      arguments, state throws(FunctionFailure) in
      guard let first = A.read(arguments[0]), let second = B.read(arguments[1]) else { return .null }
      return body(first, second, state.context.zone).celValue
    }
  }
}
