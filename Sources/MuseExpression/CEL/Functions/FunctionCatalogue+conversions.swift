extension FunctionCatalogue {
  static let conversions: [FunctionEntry] = [
    FunctionEntry(
      "int", "A value as an integer; a number loses its fraction, a datetime gives its Unix time.",
      examples: [FunctionExample("int('42')", prints: "42"), FunctionExample("int(-3.9)", prints: "-3")],
      overloads: [
        .unary { (number: Int64) in number },
        .unary { (number: UInt64) throws(FunctionFailure) in try require(Int64(exactly: number), number, "integer") },
        .unary { (number: Double) throws(FunctionFailure) in
          try require(number.magnitude < 0x1p63 ? Int64(number) : nil, number, "integer")
        },
        .unary { (text: String) throws(FunctionFailure) -> Int64 in try require(wholeNumber(text), text.quoted, "integer") },
        .unary { (instant: Instant) in instant.seconds },
      ]),
    FunctionEntry(
      "uint", "A value as an unsigned integer.", examples: [FunctionExample("uint(42)", prints: "42u")],
      overloads: [
        .unary { (number: UInt64) in number },
        .unary { (number: Int64) throws(FunctionFailure) in try require(UInt64(exactly: number), number, "unsigned integer") },
        .unary { (number: Double) throws(FunctionFailure) in
          try require(number >= 0 && number < 0x1p64 ? UInt64(number) : nil, number, "unsigned integer")
        },
        .unary { (text: String) throws(FunctionFailure) -> UInt64 in
          try require(wholeNumber(text), text.quoted, "unsigned integer")
        },
      ]),
    FunctionEntry(
      "double", "A value as a number.", examples: [FunctionExample("double('2.5')", prints: "2.5")],
      overloads: [
        .unary { (number: Double) in number },
        .unary { (number: Int64) in Double(number) },
        .unary { (number: UInt64) in Double(number) },
        .unary { (text: String) throws(FunctionFailure) in try require(decimalNumber(text), text.quoted, "number") },
      ]),
    FunctionEntry(
      "bool", "A text as true or false.", examples: [FunctionExample("bool('true')", prints: "true")],
      overloads: [
        .unary { (flag: Bool) in flag },
        .unary { (text: String) throws(FunctionFailure) in try require(truth[text], text.quoted, "boolean") },
      ]),
    FunctionEntry(
      "bytes", "A text as bytes in UTF-8.", examples: [FunctionExample("size(bytes('é'))", prints: "2")],
      overloads: [.unary { (bytes: Bytes) in bytes }, .unary { (text: String) in Bytes(array: Array(text.utf8)) }]),
    FunctionEntry(
      "string", "A value as a text in a fixed form; in {…} values print by themselves, as people write them.",
      examples: [
        FunctionExample("string(42)", prints: "\"42\""), FunctionExample("string(duration('30m'))", prints: "\"1800s\""),
        FunctionExample("string(date('2026-11-27'))", prints: "\"2026-11-27\""),
      ],
      overloads: [
        .unary { (text: String) in text }, .unary { (flag: Bool) in "\(flag)" }, .unary { (number: Int64) in "\(number)" },
        .unary { (number: UInt64) in "\(number)" }, .unary { (number: Double) in plainText(number) },
        .unary { (instant: Instant) in instant.rfc3339 }, .unary { (duration: Duration) in duration.secondsText },
        .unary { (date: CivilDate) in date.iso }, .unary { (time: TimeOfDay) in time.iso },
        .unary { (bytes: Bytes) throws(FunctionFailure) in
          try require(String(validating: bytes.array, as: UTF8.self), "This", "text in UTF-8")
        },
      ]),
    FunctionEntry(
      "dyn", "The value, of which the checker shall assume nothing.",
      examples: [FunctionExample("dyn(1) == 1.0", prints: "true")],
      overloads: [.unary { (value: Value) in value }]),
    FunctionEntry(
      "type", "The type of a value.", examples: [FunctionExample("type(1) == int", prints: "true")],
      overloads: [
        Overload(style: .function, parameters: [.any("A")], result: .type(.any("A"))) {
          arguments, state throws(FunctionFailure) in
          let isOptional = state.dialect == .standard && arguments[0].optionalContent(in: .standard) != nil
          return .type(isOptional ? .optional(.dyn) : arguments[0].shallowType)
        }
      ]),
  ]

  private static let truth: [String: Bool] = [
    "true": true, "True": true, "TRUE": true, "t": true, "1": true, "false": false, "False": false, "FALSE": false, "f": false,
    "0": false,
  ]

  static func require<Result>(_ result: Result?, _ given: some Any, _ wanted: String) throws(FunctionFailure) -> Result {
    guard let result else { throw FunctionFailure("\(given) is no \(wanted).") }
    return result
  }

  private static func wholeNumber<Number: FixedWidthInteger>(_ text: String) -> Number? {
    text.hasPrefix("+") ? nil : Number(text)
  }

  /// `Double` itself also reads hexadecimal numbers and payloads of NaN.
  private static func decimalNumber(_ text: String) -> Double? {
    if ["NaN", "Infinity", "-Infinity", "Inf", "-Inf", "+Inf"].contains(text) { return Double(text) }
    let isPlain = text.unicodeScalars.allSatisfy { $0.isDigit || "+-.eE".unicodeScalars.contains($0) }
    return isPlain ? Double(text) : nil
  }

  /// Without the `.0` of a whole number.
  static func plainText(_ number: Double) -> String {
    // A NaN has a sign that machines do not agree on.
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity" }
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
