extension FunctionCatalogue {
  static let comparisons: [FunctionEntry] = [
    FunctionEntry(
      "_==_", "True if both are the same; numbers of different types are compared by what they stand for.",
      examples: [FunctionExample("1 == 1.0", prints: "true"), FunctionExample("'a' == 'b'", prints: "false")],
      overloads: [equality { $0 }]),
    FunctionEntry(
      "_!=_", "True if the two differ.", examples: [FunctionExample("1 != 2", prints: "true")], overloads: [equality { !$0 }]),
    FunctionEntry(
      "_<_", "True if the first is smaller, or earlier.",
      examples: [
        FunctionExample("1 < 2.5", prints: "true"), FunctionExample("date('2026-11-27') < date('2026-12-01')", prints: "true"),
      ],
      overloads: orderings { $0 == .less }),
    FunctionEntry(
      "_<=_", "True if the first is not larger, or not later.", examples: [FunctionExample("'a' <= 'b'", prints: "true")],
      overloads: orderings { $0 == .less || $0 == .equal }),
    FunctionEntry(
      "_>_", "True if the first is larger, or later.",
      examples: [FunctionExample("duration('1h') > duration('30m')", prints: "true")],
      overloads: orderings { $0 == .greater }),
    FunctionEntry(
      "_>=_", "True if the first is not smaller, or not earlier.", examples: [FunctionExample("2 >= 3", prints: "false")],
      overloads: orderings { $0 == .greater || $0 == .equal }),
  ]

  /// Takes any two values: whether they can ever be equal is the checker's question.
  private static func equality(_ answer: @escaping @Sendable (Bool) -> Bool) -> Overload {
    Overload(style: .function, parameters: [.any("A"), .any("B")], result: .plain(.bool)) {
      arguments, state throws(FunctionFailure) in
      .bool(answer(try state.equal(arguments[0], arguments[1])))
    }
  }

  private static func orderings(_ answer: @escaping @Sendable (Order) -> Bool) -> [Overload] {
    let numbers: [ValueType] = [.int, .uint, .double]
    let pairs = numbers.flatMap { left in numbers.map { (left, $0) } }
    let same = [ValueType.string, .timestamp, .duration, .date, .time, .bool, .bytes].map { ($0, $0) }
    return (pairs + same).map { left, right in
      Overload(style: .function, parameters: [.plain(left), .plain(right)], result: .plain(.bool)) {
        arguments, state throws(FunctionFailure) in
        guard let order = arguments[0].celOrder(arguments[1]) else { throw FunctionFailure("These two have no order.") }
        return .bool(answer(order))
      }
    }
  }
}

extension EvaluationState {
  /// CEL's `==`, paid for by the size of what is compared.
  mutating func equal(_ left: Value, _ right: Value) throws(FunctionFailure) -> Bool {
    var steps = stepsLeft
    let equal = left.celEquals(right, steps: &steps)
    try charge(stepsLeft - steps)
    return equal
  }
}
