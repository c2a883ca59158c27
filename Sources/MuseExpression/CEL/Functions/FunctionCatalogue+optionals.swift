// Values that may be there or not. In a graph that is what a slot of the type `optional<T>` holds.
//
// Source: cel-go, package cel, "OptionalTypes".

extension FunctionCatalogue {
  static let optionals: [FunctionEntry] = [
    FunctionEntry(
      "optional.of", "The value, as one that may be there or not.",
      examples: [FunctionExample("optional.of(1).hasValue()", prints: "true")],
      overloads: [
        Overload(style: .function, parameters: [.any("A")], result: .optional(.any("A"))) { arguments, state in
          .optional(arguments[0], in: state.dialect)
        }
      ]),
    FunctionEntry(
      "optional.none", "Nothing, where a value could be.",
      examples: [FunctionExample("optional.none().hasValue()", prints: "false")],
      overloads: [
        Overload(style: .function, parameters: [], result: .optional(.plain(.dyn))) { _, state in
          .optional(nil, in: state.dialect)
        }
      ]),
    FunctionEntry(
      "optional.ofNonZeroValue", "The value, or nothing where it is zero, false or empty.",
      examples: [FunctionExample("optional.ofNonZeroValue('').orValue('none')", prints: #""none""#)],
      overloads: [
        Overload(style: .function, parameters: [.any("A")], result: .optional(.any("A"))) { arguments, state in
          .optional(arguments[0].isZero ? nil : arguments[0], in: state.dialect)
        }
      ]),
    FunctionEntry(
      "optional.unwrap", "Of a list of values that may be there, those that are.",
      examples: [FunctionExample("optional.unwrap([optional.of(1), optional.none()])", prints: "[1]")],
      overloads: [unwrapping(.function)]),
    FunctionEntry(
      "unwrapOpt", "Of a list of values that may be there, those that are.",
      examples: [FunctionExample("[optional.of(1), optional.none()].unwrapOpt()", prints: "[1]")],
      overloads: [unwrapping(.method)]),
    FunctionEntry(
      "hasValue", "True if the value is there.", examples: [FunctionExample("[1].first().hasValue()", prints: "true")],
      overloads: [optionalMethod([], .plain(.bool)) { content, _, _ in .bool(content != nil) }]),
    FunctionEntry(
      "value", "The value, which has to be there.", examples: [FunctionExample("[1].first().value()", prints: "1")],
      overloads: [
        optionalMethod([], .any("A")) { content, _, _ throws(FunctionFailure) in
          guard let content else { throw FunctionFailure("There is no value here.") }
          return content
        }
      ]),
    FunctionEntry(
      "or", "The first of two that is there.",
      examples: [FunctionExample("optional.none().or(optional.of(1)).value()", prints: "1")],
      overloads: [
        optionalMethod([.optional(.any("A"))], .optional(.any("A"))) { content, arguments, _ in
          content == nil ? arguments[1] : arguments[0]
        }
      ]),
    FunctionEntry(
      "orValue", "The value, or another where it is not there.",
      examples: [FunctionExample("{'a': 1}.?b.orValue(0)", prints: "0")],
      overloads: [optionalMethod([.any("A")], .any("A")) { content, arguments, _ in content ?? arguments[1] }]),
  ]

  private typealias OptionalBody =
    @Sendable (_ content: Value?, _ arguments: [Value], inout EvaluationState) throws(FunctionFailure) -> Value

  private static func optionalMethod(
    _ parameters: [ParameterType], _ result: ParameterType, _ body: @escaping OptionalBody
  ) -> Overload {
    Overload(style: .method, parameters: [.optional(.any("A"))] + parameters, result: result) {
      arguments, state throws(FunctionFailure) in
      try body(arguments[0].heldValue(in: state.dialect), arguments, &state)
    }
  }

  private static func unwrapping(_ style: Overload.Style) -> Overload {
    Overload(style: style, parameters: [.list(.optional(.any("A")))], result: .list(.any("A"))) {
      arguments, state throws(FunctionFailure) in
      let items = try arguments.items(0)
      try state.charge(items: items.count)
      let dialect = state.dialect
      if let stray = items.first(where: { $0.optionalContent(in: dialect) == nil }) {
        throw FunctionFailure("The list holds \(stray.shallowType.withArticle), which is no optional value.")
      }
      return .list(items.compactMap { $0.heldValue(in: dialect) })
    }
  }
}

extension Value {
  fileprivate func heldValue(in dialect: Dialect) -> Value? {
    if case .value(let content) = optionalContent(in: dialect) { content } else { nil }
  }

  fileprivate var isZero: Bool {
    switch self {
    case .null, .empty, .bool(false), .int(0), .uint(0), .double(0): true
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let items): items.isEmpty
    case .map(let map): map.entries.isEmpty
    case .duration(let duration): duration == .zero
    case .object(let object): object.fields.isEmpty
    case .timestamp(let instant): instant == Instant(seconds: 0)
    case .bool, .int, .uint, .double, .date, .time, .type: false
    }
  }
}
