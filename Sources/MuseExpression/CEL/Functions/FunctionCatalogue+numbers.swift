// Source: cel-go, ext/README.md, "Math".

extension FunctionCatalogue {
  static let numbers: [FunctionEntry] = [
    FunctionEntry(
      "math.greatest", "The largest of some numbers, or of a list of numbers.",
      examples: [
        FunctionExample("math.greatest(1, 5, 3)", prints: "5"), FunctionExample("math.greatest([1.5, 2.5])", prints: "2.5"),
      ],
      overloads: extremes(.greater)),
    FunctionEntry(
      "math.least", "The smallest of some numbers, or of a list of numbers.",
      examples: [FunctionExample("math.least(1, 5, 3)", prints: "1"), FunctionExample("math.least([2, 1.5])", prints: "1.5")],
      overloads: extremes(.less)),
    rounding("math.ceil", "The next whole number that is not smaller.", (1.2, 2)) { $0.rounded(.up) },
    rounding("math.floor", "The next whole number that is not larger.", (1.8, 1)) { $0.rounded(.down) },
    rounding("math.round", "The nearest whole number; a half goes away from zero.", (1.5, 2)) {
      $0.rounded(.toNearestOrAwayFromZero)
    },
    rounding("math.trunc", "The number without its fraction.", (1.8, 1)) { $0.rounded(.towardZero) },
    FunctionEntry(
      "math.abs", "The number without its sign.", examples: [FunctionExample("math.abs(-5)", prints: "5")],
      overloads: [
        .unary { (number: Int64) throws(FunctionFailure) in
          guard number != .min else { throw overflow }
          return abs(number)
        },
        .unary { (number: UInt64) in number }, .unary { (number: Double) in number.magnitude },
      ]),
    FunctionEntry(
      "math.sign", "-1, 0 or 1, as the number is less than zero, zero or more.",
      examples: [FunctionExample("math.sign(-2.5)", prints: "-1.0")],
      overloads: [
        .unary { (number: Int64) in number.signum() }, .unary { (number: UInt64) in number == 0 ? number : UInt64(1) },
        .unary { (number: Double) in number > 0 ? 1.0 : number < 0 ? -1.0 : number },
      ]),
    FunctionEntry(
      "math.sqrt", "The square root.", examples: [FunctionExample("math.sqrt(81)", prints: "9.0")],
      overloads: [
        .unary { (number: Double) in number.squareRoot() }, .unary { (number: Int64) in Double(number).squareRoot() },
        .unary { (number: UInt64) in Double(number).squareRoot() },
      ]),
    test("math.isNaN", "True for what is no number, as 0.0 / 0.0.", "math.isNaN(0.0 / 0.0)") { $0.isNaN },
    test("math.isInf", "True for a number beyond all others, as 1.0 / 0.0.", "math.isInf(1.0 / 0.0)") { $0.isInfinite },
    test("math.isFinite", "True for every other number.", "math.isFinite(1.5)") { $0.isFinite },
  ]

  private static func rounding(
    _ name: String, _ doc: String, _ example: (Double, Double), _ round: @escaping @Sendable (Double) -> Double
  ) -> FunctionEntry {
    FunctionEntry(
      name, doc, examples: [FunctionExample("\(name)(\(example.0))", prints: "\(example.1)")],
      overloads: [.unary { (number: Double) in round(number) }])
  }

  private static func test(
    _ name: String, _ doc: String, _ example: String, _ answer: @escaping @Sendable (Double) -> Bool
  ) -> FunctionEntry {
    FunctionEntry(
      name, doc, examples: [FunctionExample(example, prints: "true")], overloads: [.unary { (number: Double) in answer(number) }])
  }

  /// Of equal numbers of different types the first one wins.
  private static func extremes(_ wanted: Order) -> [Overload] {
    let pick: @Sendable ([Value], inout EvaluationState) throws(FunctionFailure) -> Value = {
      values, state throws(FunctionFailure) in
      guard var best = values.first else { throw FunctionFailure("There is no number among none.") }
      try state.charge(items: values.count)
      for value in values {
        guard let order = value.numericOrder(best) else {
          throw FunctionFailure("This is \(value.shallowType.withArticle), and no number.")
        }
        if order == wanted { best = value }
      }
      return best
    }
    return [
      Overload(style: .function, parameters: [.number("A")], result: .number("A"), isVariadic: true, evaluate: pick),
      Overload(style: .function, parameters: [.list(.number("A"))], result: .number("A")) {
        arguments, state throws(FunctionFailure) in
        try pick(try arguments.items(0), &state)
      },
    ]
  }
}
