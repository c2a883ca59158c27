extension ValueType: CustomStringConvertible {
  /// The type in the words of the language, as findings name it: `text`, `list<person>`, `datetime`.
  public var description: String { description(depth: 4) }

  /// What lies deeper is left out: nobody reads it.
  private func description(depth: Int) -> String {
    guard depth > 0 else { return "…" }
    return switch self {
    case .dyn: "anything"
    case .null: "null"
    case .bool: "boolean"
    case .int: "integer"
    case .uint: "unsigned integer"
    case .double: "number"
    case .string: "text"
    case .bytes: "bytes"
    case .list(let element): "list<\(element.description(depth: depth - 1))>"
    case .map(let key, let value): "map<\(key.description(depth: depth - 1)), \(value.description(depth: depth - 1))>"
    case .timestamp: "datetime"
    case .duration: "duration"
    case .date: "date"
    case .time: "time"
    case .object(let name): name
    case .optional(let wrapped): "optional<\(wrapped.description(depth: depth - 1))>"
    case .type: "type"
    }
  }

  /// The type as CEL and the journal write it: `string`, `list(int)`, `map(string, dyn)`.
  var celName: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list(let element): "list(\(element.celName))"
    case .map(let key, let value): "map(\(key.celName), \(value.celName))"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .date: "date"
    case .time: "time"
    case .object(let name): "object(\(name))"
    case .optional(let wrapped): "optional_type(\(wrapped.celName))"
    case .type(let named): "type(\(named.celName))"
    }
  }

  /// Reads what `celName` wrote; nil for anything else.
  init?(celName text: String) {
    var rest = text[...]
    guard let type = ValueType(takenFrom: &rest, depth: 0), rest.isEmpty else { return nil }
    self = type
  }

  private static let plainNames: [String: ValueType] = Dictionary(
    uniqueKeysWithValues: [dyn, null, bool, int, uint, double, string, bytes, timestamp, duration, date, time].map {
      ($0.celName, $0)
    })

  private init?(takenFrom text: inout Substring, depth: Int) {
    let name = text.prefix { $0 != "(" && $0 != ")" && $0 != "," }
    text = text.dropFirst(name.count)
    guard text.first == "(" else {
      guard let type = ValueType.plainNames[String(name)] else { return nil }
      self = type
      return
    }
    text.removeFirst()
    guard depth < 64, let type = ValueType(takenFrom: &text, parametersOf: name, depth: depth + 1), text.first == ")" else {
      return nil
    }
    text.removeFirst()
    self = type
  }

  private init?(takenFrom text: inout Substring, parametersOf name: Substring, depth: Int) {
    if name == "object" {
      let object = text.prefix { $0 != ")" }
      text = text.dropFirst(object.count)
      self = .object(String(object))
      return
    }
    guard let first = ValueType(takenFrom: &text, depth: depth) else { return nil }
    switch name {
    case "list": self = .list(first)
    case "optional_type": self = .optional(first)
    case "type": self = .type(first)
    case "map":
      guard text.hasPrefix(", ") else { return nil }
      text = text.dropFirst(2)
      guard let second = ValueType(takenFrom: &text, depth: depth) else { return nil }
      self = .map(key: first, value: second)
    default: return nil  // a name, not one of our own enums
    }
  }
}

extension ValueType: Codable {
  /// From the type as CEL writes it: `list(int)`, `google.protobuf.Timestamp`, `object(person)`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("a type") { ValueType(celName: $0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(celName)
  }
}
