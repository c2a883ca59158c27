/// Where an expression stands: what is the same in both is most of the language.
enum Dialect: Sendable {
  /// In a graph. Types are checked first. What may be empty is used like the value itself, as `optional<T>` slots are; parts of a
  /// datetime are asked for in a zone that is named.
  case graph
  /// CEL as its specification has it, unchecked. Optional values are values of their own; getters without a zone go by UTC.
  case standard
}

/// What an optional value holds.
enum OptionalContent: Sendable {
  case value(Value)
  case nothing
}

extension Value {
  /// In the standard dialect an optional value is wrapped, as an object of this type, which no expression can write.
  static let optionalTypeName = "optional_type"

  /// What `optional.of` and `optional.none` give.
  static func optional(_ content: Value?, in dialect: Dialect) -> Value {
    switch dialect {
    case .graph: content ?? .empty
    case .standard: .object(ObjectValue(type: optionalTypeName, fields: content.map { ["value": $0] } ?? [:]))
    }
  }

  /// Nil where this is no optional value. In a graph every value may stand for one.
  func optionalContent(in dialect: Dialect) -> OptionalContent? {
    switch dialect {
    case .graph: return self == .empty ? .nothing : .value(self)
    case .standard:
      guard case .object(let object) = self, object.type == Value.optionalTypeName else { return nil }
      return object["value"].map { .value($0) } ?? .nothing
    }
  }
}
