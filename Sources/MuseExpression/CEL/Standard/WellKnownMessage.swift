/// The messages of protobuf that stand for plain values: `google.protobuf.Int32Value{value: 1}` is the integer 1.
///
/// Source: cel-spec, langdef, "Dynamic Values" (conversion of the wrapper types, `Struct`, `Value`, `ListValue`, `Timestamp`,
/// `Duration`).
enum WellKnownMessage: String, Sendable {
  case bool = "google.protobuf.BoolValue"
  case bytes = "google.protobuf.BytesValue"
  case double = "google.protobuf.DoubleValue"
  case float = "google.protobuf.FloatValue"
  case int32 = "google.protobuf.Int32Value"
  case int64 = "google.protobuf.Int64Value"
  case string = "google.protobuf.StringValue"
  case uint32 = "google.protobuf.UInt32Value"
  case uint64 = "google.protobuf.UInt64Value"
  case timestamp = "google.protobuf.Timestamp"
  case duration = "google.protobuf.Duration"
  case list = "google.protobuf.ListValue"
  case object = "google.protobuf.Struct"
  case value = "google.protobuf.Value"

  /// The one member of the enumeration that stands for `null` in `Value`.
  static let nullName = "google.protobuf.NullValue.NULL_VALUE"

  /// The value that the message with these fields stands for; a field that is not given has its zero value.
  func value(_ fields: [String: Value]) throws(FunctionFailure) -> Value {
    guard let unknown = fields.keys.filter({ !fieldNames.contains($0) }).min() else { return try read(fields) }
    throw FunctionFailure("\(rawValue) has no \"\(unknown)\".")
  }

  private var fieldNames: Set<String> {
    switch self {
    case .bool, .bytes, .double, .float, .int32, .int64, .string, .uint32, .uint64: ["value"]
    case .timestamp, .duration: ["seconds", "nanos"]
    case .list: ["values"]
    case .object: ["fields"]
    case .value: ["null_value", "number_value", "string_value", "bool_value", "struct_value", "list_value"]
    }
  }

  private func read(_ fields: [String: Value]) throws(FunctionFailure) -> Value {
    switch self {
    case .timestamp, .duration: return try moment(fields)
    case .value: return try single(fields)
    case .bool, .bytes, .double, .float, .int32, .int64, .string, .uint32, .uint64, .list, .object:
      guard let given = fields.values.first, given != .null else { return zero }
      guard let value = fitting(given) else {
        throw FunctionFailure("\(rawValue) does not hold \(given.shallowType.withArticle), or not this one.")
      }
      return value
    }
  }

  private var zero: Value {
    switch self {
    case .bool: .bool(false)
    case .bytes: .bytes([])
    case .double, .float: .double(0)
    case .int32, .int64: .int(0)
    case .string: .string("")
    case .uint32, .uint64: .uint(0)
    case .list: .list([])
    case .object: .map(MapValue())
    case .timestamp, .duration, .value: .null
    }
  }

  /// The value as the message holds it; nil where it is of another type, or too large.
  private func fitting(_ value: Value) -> Value? {
    switch (self, value) {
    case (.bool, .bool), (.bytes, .bytes), (.double, .double), (.int64, .int), (.string, .string), (.uint64, .uint),
      (.list, .list):
      value
    case (.float, .double(let number)): .double(Double(Float(number)))
    case (.int32, .int(let number)): Int32(exactly: number) == nil ? nil : value
    case (.uint32, .uint(let number)): UInt32(exactly: number) == nil ? nil : value
    case (.object, .map(let map)):
      map.entries.allSatisfy { if case .string = $0.key { true } else { false } } ? value : nil
    case (.bool, _), (.bytes, _), (.double, _), (.float, _), (.int32, _), (.int64, _), (.string, _), (.uint32, _), (.uint64, _),
      (.timestamp, _), (.duration, _), (.list, _), (.object, _), (.value, _):
      nil
    }
  }

  private func moment(_ fields: [String: Value]) throws(FunctionFailure) -> Value {
    guard case .int(let seconds) = fields["seconds"] ?? .int(0), case .int(let nanoseconds) = fields["nanos"] ?? .int(0),
      let nanos = Int32(exactly: nanoseconds)
    else { throw FunctionFailure("\(rawValue) is made of whole seconds and nanoseconds.") }
    let total = Int128(seconds) * 1_000_000_000 + Int128(nanos)
    if self == .duration {
      guard let duration = Duration(totalNanoseconds: total) else { throw FunctionCatalogue.outOfTime }
      return .duration(duration)
    }
    guard let instant = Instant(totalNanoseconds: total) else { throw FunctionCatalogue.outOfTime }
    return .timestamp(instant)
  }

  private func single(_ fields: [String: Value]) throws(FunctionFailure) -> Value {
    guard let field = fields.first else { return .null }
    guard fields.count == 1 else { throw FunctionFailure("\(rawValue) holds one value.") }
    switch (field.key, field.value) {
    case ("null_value", .null), ("null_value", .int(0)): return .null
    case ("number_value", .double), ("string_value", .string), ("bool_value", .bool), ("struct_value", .map),
      ("list_value", .list):
      return field.value
    default: throw FunctionFailure("\(rawValue) does not hold this.")  // names and values, not one of our own enums alone
    }
  }
}
