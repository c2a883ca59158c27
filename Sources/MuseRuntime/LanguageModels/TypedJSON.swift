public import MuseDefinition
public import MuseExpression

/// Reads JSON as values of declared types, and writes values as JSON, as people and language models write them: dates in ISO 8601,
/// durations like `30m`, a person by name. (Checkpoints have a form of their own, which loses nothing.)
public struct TypedJSON: Sendable {
  /// What is wrong, in a sentence that names the place: “out.size” …
  public struct Mismatch: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
    public init(description: String) { self.description = description }
  }

  let zone: Zone
  let objects: [String: ObjectDefinition]

  /// - Parameter zone: of clock times without an offset.
  public init(zone: Zone, objects: [String: ObjectDefinition]) {
    self.zone = zone
    self.objects = objects
  }

  /// The fields of an object by their declarations. Others are dropped; one that may be left out is left out where it is null.
  public func values(of json: JSONValue, as fields: [ToolSignature.Parameter]) throws(Mismatch) -> [String: Value] {
    guard case .object = json else { throw Mismatch(description: "An object is expected.") }
    var values: [String: Value] = [:]
    for field in fields {
      let value = try value(json[field.name] ?? .null, as: field.type, at: field.name)
      if value != .empty { values[field.name] = value }
    }
    return values
  }

  /// - Parameter path: what it is called where it does not fit.
  public func value(_ json: JSONValue, as type: SlotType, at path: String) throws(Mismatch) -> Value {
    switch type {
    case .optional(let wrapped): return json == .null ? .empty : try value(json, as: wrapped, at: path)
    case .list(let element): return try list(json, of: element, at: path)
    case .person: return try person(json, at: path)
    case .object(let name): return try object(json, name, objects[name]?.fields ?? [:], at: path)
    case .daterange: return try object(json, "daterange", ["start": .date, "end": .date], at: path)
    case .timerange: return try object(json, "timerange", ["start": .time, "end": .time], at: path)
    case .number, .integer, .boolean, .text, .choice, .date, .time, .datetime, .duration, .email, .phone, .url:
      guard let value = plain(json, as: type) else { throw mismatch(path, type) }
      return value
    }
  }

  private func plain(_ json: JSONValue, as type: SlotType) -> Value? {
    switch (type, json) {
    case (.number, .integer(let number)): .double(Double(number))
    case (.number, .number(let number)): .double(number)
    case (.integer, .integer(let number)): .int(number)
    case (.boolean, .bool(let flag)): .bool(flag)
    case (_, .string(let text)): written(text, as: type)
    case (_, _): nil
    }
  }

  private func written(_ text: String, as type: SlotType) -> Value? {
    switch type {
    case .text: text.isEmpty ? nil : .string(text)
    case .choice(let words): words.contains(text) ? .string(text) : nil
    case .email: text.contains("@") && !text.contains(where: \.isWhitespace) ? .string(text) : nil
    case .phone: text.contains(where: \.isNumber) ? .string(text) : nil
    case .url: text.contains("://") && !text.contains(where: \.isWhitespace) ? .string(text) : nil
    case .date: WrittenLiteral.date(text).map(Value.date)
    case .time: WrittenLiteral.time(text).map(Value.time)
    case .datetime: WrittenLiteral.dateTime(text).map { .timestamp($0.instant(in: zone)) }
    case .duration: WrittenLiteral.duration(text).map(Value.duration)
    case .number, .integer, .boolean, .daterange, .timerange, .person, .list, .optional, .object: nil
    }
  }

  private func list(_ json: JSONValue, of element: SlotType, at path: String) throws(Mismatch) -> Value {
    guard case .array(let items) = json else { throw mismatch(path, .list(element)) }
    var values: [Value] = []
    for (index, item) in items.enumerated() { values.append(try value(item, as: element, at: "\(path)[\(index)]")) }
    return .list(values)
  }

  private func person(_ json: JSONValue, at path: String) throws(Mismatch) -> Value {
    if case .string(let name) = json, !name.isEmpty {
      return .object(.person(id: name, name: name, email: name.contains("@") ? name : nil))
    }
    return try object(json, "person", ObjectDefinition.person.fields, at: path)
  }

  private func object(
    _ json: JSONValue, _ name: String, _ types: [String: SlotType], at path: String
  ) throws(Mismatch) -> Value {
    guard case .object = json else { throw mismatch(path, .object(name)) }
    var fields: [String: Value] = [:]
    for (field, type) in types.sorted(by: { $0.key < $1.key }) {
      let value = try value(json[field] ?? .null, as: type, at: "\(path).\(field)")
      if value != .empty { fields[field] = value }
    }
    return .object(ObjectValue(type: name, fields: fields))
  }

  private func mismatch(_ path: String, _ type: SlotType) -> Mismatch {
    Mismatch(description: "“\(path)” must be \(type.demand).")
  }
}

extension SlotType {
  /// What JSON of this type is, in words.
  fileprivate var demand: String {
    switch self {
    case .text: "a string"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .choice(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
    case .date: "a date like \"2026-11-27\""
    case .time: "a clock time like \"15:00\""
    case .datetime: "a time like \"2026-11-27T15:00\""
    case .duration: "a duration like \"1h30m\""
    case .daterange: "an object with the dates \"start\" and \"end\""
    case .timerange: "an object with the clock times \"start\" and \"end\""
    case .email: "an e-mail address"
    case .phone: "a telephone number"
    case .url: "an address like \"https://example.com\""
    case .person: "a person: an object with \"id\" and \"name\""
    case .list: "an array"
    case .optional(let wrapped): wrapped.demand
    case .object(let name): "an object \(name)"
    }
  }
}
