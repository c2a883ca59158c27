/// A Swift type that stands for one kind of value, so that an overload is written as a closure over Swift types.
protocol CELRepresentable: Sendable {
  static var parameter: ParameterType { get }
  static func read(_ value: Value) -> Self?
  var celValue: Value { get }
}

extension Bool: CELRepresentable {
  static var parameter: ParameterType { .plain(.bool) }
  static func read(_ value: Value) -> Bool? { if case .bool(let held) = value { held } else { nil } }
  var celValue: Value { .bool(self) }
}

extension Int64: CELRepresentable {
  static var parameter: ParameterType { .plain(.int) }
  static func read(_ value: Value) -> Int64? { if case .int(let held) = value { held } else { nil } }
  var celValue: Value { .int(self) }
}

extension UInt64: CELRepresentable {
  static var parameter: ParameterType { .plain(.uint) }
  static func read(_ value: Value) -> UInt64? { if case .uint(let held) = value { held } else { nil } }
  var celValue: Value { .uint(self) }
}

extension Double: CELRepresentable {
  static var parameter: ParameterType { .plain(.double) }
  static func read(_ value: Value) -> Double? { if case .double(let held) = value { held } else { nil } }
  var celValue: Value { .double(self) }
}

extension String: CELRepresentable {
  static var parameter: ParameterType { .plain(.string) }
  static func read(_ value: Value) -> String? { if case .string(let held) = value { held } else { nil } }
  var celValue: Value { .string(self) }
}

/// CEL's `bytes`; `[UInt8]` itself would clash with lists.
struct Bytes: CELRepresentable {
  var array: [UInt8]

  static var parameter: ParameterType { .plain(.bytes) }
  static func read(_ value: Value) -> Bytes? { if case .bytes(let held) = value { Bytes(array: held) } else { nil } }
  var celValue: Value { .bytes(array) }
}

extension Instant: CELRepresentable {
  static var parameter: ParameterType { .plain(.timestamp) }
  static func read(_ value: Value) -> Instant? { if case .timestamp(let held) = value { held } else { nil } }
  var celValue: Value { .timestamp(self) }
}

extension Duration: CELRepresentable {
  static var parameter: ParameterType { .plain(.duration) }
  static func read(_ value: Value) -> Duration? { if case .duration(let held) = value { held } else { nil } }
  var celValue: Value { .duration(self) }
}

extension CivilDate: CELRepresentable {
  static var parameter: ParameterType { .plain(.date) }
  static func read(_ value: Value) -> CivilDate? { if case .date(let held) = value { held } else { nil } }
  var celValue: Value { .date(self) }
}

extension TimeOfDay: CELRepresentable {
  static var parameter: ParameterType { .plain(.time) }
  static func read(_ value: Value) -> TimeOfDay? { if case .time(let held) = value { held } else { nil } }
  var celValue: Value { .time(self) }
}

/// Any value: `dyn`.
extension Value: CELRepresentable {
  static var parameter: ParameterType { .plain(.dyn) }
  static func read(_ value: Value) -> Value? { value }
  var celValue: Value { self }
}

extension Overload {
  /// Never happens: the evaluator looks at the types before it calls.
  private static let mismatch = FunctionFailure("The arguments are of other types than the function takes.")

  /// From a closure over one Swift value.
  static func unary<A: CELRepresentable, R: CELRepresentable>(
    _ style: Style = .function, _ body: @escaping @Sendable (A) throws(FunctionFailure) -> R
  ) -> Overload {
    Overload(style: style, parameters: [A.parameter], result: R.parameter) { arguments, _ throws(FunctionFailure) in
      guard let first = A.read(arguments[0]) else { throw mismatch }
      return try body(first).celValue
    }
  }

  /// From a closure over two Swift values.
  static func binary<A: CELRepresentable, B: CELRepresentable, R: CELRepresentable>(
    _ style: Style = .function, _ body: @escaping @Sendable (A, B) throws(FunctionFailure) -> R
  ) -> Overload {
    Overload(style: style, parameters: [A.parameter, B.parameter], result: R.parameter) { arguments, _ throws(FunctionFailure) in
      guard let first = A.read(arguments[0]), let second = B.read(arguments[1]) else { throw mismatch }
      return try body(first, second).celValue
    }
  }
}
