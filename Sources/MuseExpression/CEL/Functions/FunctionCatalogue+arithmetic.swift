extension FunctionCatalogue {
  static let arithmetic: [FunctionEntry] = [
    FunctionEntry(
      "_+_", "The sum of two numbers, the second text behind the first, one list behind the other, a later time.",
      examples: [
        FunctionExample("1 + 2", prints: "3"), FunctionExample("'a' + 'b'", prints: "\"ab\""),
        FunctionExample("[1] + [2]", prints: "[1, 2]"),
        FunctionExample("duration('1h') + duration('30m')", prints: "duration(\"5400s\")"),
        FunctionExample("date('2026-11-27') + duration('7d')", prints: "date(\"2026-12-04\")"),
      ],
      overloads: numeric(
        { $0.addingReportingOverflow($1) }, { $0.addingReportingOverflow($1) }, { $0 + $1 }) + joins + timeSums),
    FunctionEntry(
      "_-_", "The difference of two numbers or times, or an earlier time.",
      examples: [
        FunctionExample("5 - 7", prints: "-2"),
        FunctionExample("time('15:30') - time('15:00')", prints: "duration(\"1800s\")"),
      ],
      overloads: numeric(
        { $0.subtractingReportingOverflow($1) }, { $0.subtractingReportingOverflow($1) }, { $0 - $1 }) + timeDifferences),
    FunctionEntry(
      "_*_", "The product of two numbers.", examples: [FunctionExample("6 * 7", prints: "42")],
      overloads: numeric({ $0.multipliedReportingOverflow(by: $1) }, { $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 })),
    FunctionEntry(
      "_/_", "The quotient of two numbers; of two integers its whole part.",
      examples: [FunctionExample("7 / 2", prints: "3"), FunctionExample("7.0 / 2.0", prints: "3.5")],
      overloads: numeric(
        { $0.dividedReportingOverflow(by: $1) }, { $0.dividedReportingOverflow(by: $1) }, { $0 / $1 }, divides: true)),
    FunctionEntry(
      "_%_", "What is left of a division of integers.", examples: [FunctionExample("7 % 2", prints: "1")],
      overloads: [
        integers(divides: true) { (left: Int64, right: Int64) in left.remainderReportingOverflow(dividingBy: right) },
        integers(divides: true) { (left: UInt64, right: UInt64) in left.remainderReportingOverflow(dividingBy: right) },
      ]),
    FunctionEntry(
      "-_", "The number with the other sign.", examples: [FunctionExample("-(2 + 3)", prints: "-5")],
      overloads: [
        .unary { (number: Int64) throws(FunctionFailure) in
          guard number != .min else { throw overflow }
          return -number
        },
        .unary { (number: Double) in -number },
        .unary { (duration: Duration) throws(FunctionFailure) in
          guard let result = Duration.zero.subtracting(duration) else { throw outOfTime }
          return result
        },
      ]),
    FunctionEntry(
      "!_", "True if the condition is false.", examples: [FunctionExample("!true", prints: "false")],
      overloads: [.unary { (flag: Bool) in !flag }]),
  ]

  static let overflow = FunctionFailure("The result does not fit into 64 bits.")
  static let outOfTime = FunctionFailure("The result lies outside of the years 1 to 9999.")

  private static func integers<Number: FixedWidthInteger & CELRepresentable>(
    divides: Bool = false, _ compute: @escaping @Sendable (Number, Number) -> (partialValue: Number, overflow: Bool)
  ) -> Overload {
    .binary { (left: Number, right: Number) throws(FunctionFailure) -> Number in
      if divides, right == 0 { throw FunctionFailure("A number cannot be divided by zero.") }
      let (result, overflows) = compute(left, right)
      guard !overflows else { throw overflow }
      return result
    }
  }

  private static func numeric(
    _ int: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool),
    _ uint: @escaping @Sendable (UInt64, UInt64) -> (partialValue: UInt64, overflow: Bool),
    _ double: @escaping @Sendable (Double, Double) -> Double,
    divides: Bool = false
  ) -> [Overload] {
    [
      integers(divides: divides, int), integers(divides: divides, uint),
      .binary { (left: Double, right: Double) in double(left, right) },
    ]
  }

  private static let joins: [Overload] = [
    Overload(style: .function, parameters: [.plain(.string), .plain(.string)], result: .plain(.string)) {
      arguments, state throws(FunctionFailure) in
      guard case .string(let left) = arguments[0], case .string(let right) = arguments[1] else { return .null }
      try state.charge(characters: left.utf8.count + right.utf8.count)
      return .string(left + right)
    },
    Overload(style: .function, parameters: [.plain(.bytes), .plain(.bytes)], result: .plain(.bytes)) {
      arguments, state throws(FunctionFailure) in
      guard case .bytes(let left) = arguments[0], case .bytes(let right) = arguments[1] else { return .null }
      try state.charge(characters: left.count + right.count)
      return .bytes(left + right)
    },
    Overload(style: .function, parameters: [.list(.any("A")), .list(.any("A"))], result: .list(.any("A"))) {
      arguments, state throws(FunctionFailure) in
      guard case .list(let left) = arguments[0], case .list(let right) = arguments[1] else { return .null }
      try state.charge(characters: left.count + right.count)
      return .list(left + right)
    },
  ]
}

extension FunctionCatalogue {
  private static let timeSums: [Overload] = [
    .binary { (instant: Instant, duration: Duration) throws(FunctionFailure) in try sum(instant, duration) },
    .binary { (duration: Duration, instant: Instant) throws(FunctionFailure) in try sum(instant, duration) },
    .binary { (left: Duration, right: Duration) throws(FunctionFailure) -> Duration in
      guard let sum = left.adding(right) else { throw outOfTime }
      return sum
    },
    .binary { (date: CivilDate, duration: Duration) throws(FunctionFailure) in try sum(date, duration, sign: 1) },
    .binary { (time: TimeOfDay, duration: Duration) throws(FunctionFailure) in try sum(time, duration, sign: 1) },
  ]

  private static let timeDifferences: [Overload] = [
    .binary { (instant: Instant, duration: Duration) throws(FunctionFailure) -> Instant in
      guard let negative = Duration.zero.subtracting(duration) else { throw outOfTime }
      return try sum(instant, negative)
    },
    .binary { (left: Instant, right: Instant) throws(FunctionFailure) -> Duration in
      // CEL's duration between two timestamps has 64 bits of nanoseconds: some 292 years.
      guard let difference = left.since(right), difference.components.seconds.magnitude < 9_223_372_036 else { throw outOfTime }
      return difference
    },
    .binary { (left: Duration, right: Duration) throws(FunctionFailure) -> Duration in
      guard let difference = left.subtracting(right) else { throw outOfTime }
      return difference
    },
    .binary { (date: CivilDate, duration: Duration) throws(FunctionFailure) in try sum(date, duration, sign: -1) },
    .binary { (left: CivilDate, right: CivilDate) in Duration.seconds((left.dayNumber - right.dayNumber) * 86_400) },
    .binary { (time: TimeOfDay, duration: Duration) throws(FunctionFailure) in try sum(time, duration, sign: -1) },
    .binary { (left: TimeOfDay, right: TimeOfDay) in Duration.seconds(left.secondOfDay - right.secondOfDay) },
  ]

  private static func sum(_ instant: Instant, _ duration: Duration) throws(FunctionFailure) -> Instant {
    guard let sum = instant.adding(duration) else { throw outOfTime }
    return sum
  }

  private static func sum(_ date: CivilDate, _ duration: Duration, sign: Int) throws(FunctionFailure) -> CivilDate {
    let (seconds, rest) = duration.components
    guard seconds % 86_400 == 0, rest == 0 else {
      throw FunctionFailure("A date moves by whole days only, and this duration is none.")
    }
    let sum = date.adding(days: sign * Int(seconds / 86_400))
    guard (1...9999).contains(sum.year) else { throw outOfTime }
    return sum
  }

  private static func sum(_ time: TimeOfDay, _ duration: Duration, sign: Int64) throws(FunctionFailure) -> TimeOfDay {
    let (seconds, rest) = duration.components
    let sum = seconds.magnitude < 86_400 ? Int64(time.secondOfDay) + sign * seconds : -1
    guard rest == 0, (0..<86_400).contains(sum) else { throw FunctionFailure("The result is no time of the same day.") }
    return TimeOfDay(secondOfDay: Int(sum))
  }
}
