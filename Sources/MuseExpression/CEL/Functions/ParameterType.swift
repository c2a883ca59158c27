/// A type in a signature, where letters stand for any type that is the same throughout the signature.
indirect enum ParameterType: Hashable, Sendable {
  case plain(ValueType)
  case any(String)
  /// As a letter, for `integer`, `unsigned integer` and `number` only.
  case number(String)
  case list(ParameterType)
  case map(ParameterType, ParameterType)
  /// What may be there: see `Value.optional`.
  case optional(ParameterType)
  case type(ParameterType)

  /// Whether a value at run time is of the type; items of lists are not looked at.
  func accepts(_ value: Value, in dialect: Dialect) -> Bool {
    switch (self, value) {
    case (.any, _), (.plain(.dyn), _): true
    case (.optional(let wrapped), let value):
      switch value.optionalContent(in: dialect) {
      case .value(let content): wrapped.accepts(content, in: dialect)
      case .nothing: true
      case nil: false
      }
    case (.list, .list), (.map, .map), (.type, .type), (.number, .int), (.number, .uint), (.number, .double): true
    case (.plain(let type), let value): type == value.shallowType
    case (.list, _), (.map, _), (.type, _), (.number, _): false
    }
  }

  /// Whether an expression of the type may stand here; remembers what the letters stand for.
  func accepts(_ type: ValueType, _ bindings: inout [String: ValueType]) -> Bool {
    switch (self, type) {
    case (_, .dyn): return true
    case (.optional(let wrapped), .optional(let actual)): return wrapped.accepts(actual, &bindings)
    case (.optional, _): return false
    case (_, .optional(let wrapped)): return accepts(wrapped, &bindings)
    case (.any(let letter), let type): return ParameterType.bind(letter, to: type, &bindings)
    case (.number(let letter), let type):
      // Numbers of different types meet as "anything": which of them it is shows in the value.
      if type.isNumber, !ParameterType.bind(letter, to: type, &bindings) { bindings[letter] = .dyn }
      return type.isNumber
    case (.list(let element), .list(let actual)): return element.accepts(actual, &bindings)
    case (.map(let key, let value), .map(let actualKey, let actualValue)):
      return key.accepts(actualKey, &bindings) && value.accepts(actualValue, &bindings)
    case (.type(let named), .type(let actual)): return named.accepts(actual, &bindings)
    case (.plain(let expected), let type): return type.fits(expected)
    case (.list, _), (.map, _), (.type, _): return false
    }
  }

  private static func bind(_ letter: String, to type: ValueType, _ bindings: inout [String: ValueType]) -> Bool {
    guard let bound = bindings[letter] else {
      bindings[letter] = type
      return true
    }
    guard let joined = bound.joined(with: type) else { return false }
    bindings[letter] = joined
    return true
  }

  /// The type once the letters are known; one that is not is `dyn`.
  func resolved(_ bindings: [String: ValueType]) -> ValueType {
    switch self {
    case .plain(let type): type
    case .any(let letter), .number(let letter): bindings[letter] ?? .dyn
    case .list(let element): .list(element.resolved(bindings))
    case .map(let key, let value): .map(key: key.resolved(bindings), value: value.resolved(bindings))
    case .optional(let wrapped): .optional(wrapped.resolved(bindings).unwrapped)
    case .type(let named): .type(named.resolved(bindings))
    }
  }
}

extension ParameterType: CustomStringConvertible {
  var description: String {
    switch self {
    case .plain(let type): type.description
    case .any: "anything"
    case .number: "any number"
    case .list(let element): "list<\(element)>"
    case .map(let key, let value): "map<\(key), \(value)>"
    case .optional(let wrapped): "optional<\(wrapped)>"
    case .type: "type"
    }
  }
}

extension Overload {
  private static let operatorMarks: [String: String] = [
    "_==_": "==", "_!=_": "!=", "_<_": "<", "_<=_": "<=", "_>_": ">", "_>=_": ">=", "_+_": "+", "_-_": "-", "_*_": "*",
    "_/_": "/",
    "_%_": "%", "@in": "in", "!_": "!", "-_": "-",
  ]

  /// The operator as it is written, `+` of `_+_`; nil for a function.
  static func mark(of name: String) -> String? { name == "_[_]" ? "[…]" : name == "_[?_]" ? "[?…]" : operatorMarks[name] }

  /// `text + text -> text`, `text.contains(text) -> boolean`, `size(text) -> integer`.
  func signature(of name: String) -> String {
    let types = parameters.map(\.description) + (isVariadic ? ["…"] : [])
    let rest = types.dropFirst().joined(separator: ", ")
    let call: String
    if name == "_[_]" {
      call = "\(types[0])[\(rest)]"
    } else if name == "_[?_]" {
      call = "\(types[0])[?\(rest)]"
    } else if let mark = Overload.operatorMarks[name] {
      call = types.count == 1 ? mark + types[0] : types.joined(separator: " \(mark) ")
    } else {
      switch style {
      case .function: call = "\(name)(\(types.joined(separator: ", ")))"
      case .method: call = "\(types[0]).\(name)(\(rest))"
      }
    }
    return "\(call) -> \(result)"
  }
}
