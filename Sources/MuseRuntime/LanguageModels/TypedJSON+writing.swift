public import MuseDefinition
public import MuseExpression

extension TypedJSON {
  /// What a tool gave, for a language model to read.
  public func json(of value: Value) -> JSONValue {
    switch value {
    case .null, .empty: .null
    case .bool(let flag): .bool(flag)
    case .int(let number): .integer(number)
    case .uint(let number): Int64(exactly: number).map { .integer($0) } ?? .string(String(number))
    case .double(let number): number.isFinite ? .number(number) : .string("\(number)")
    case .string(let text): .string(text)
    case .bytes(let bytes): .array(bytes.map { .integer(Int64($0)) })
    case .list(let items): .array(items.map(json))
    case .map(let map): .object(fields(of: map))
    case .timestamp(let instant): .string(zone.civil(instant).iso)
    case .duration(let duration): .string(duration.secondsText)
    case .date(let date): .string(date.iso)
    case .time(let time): .string(time.iso)
    case .object(let object): json(of: Dictionary(object.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
    case .type(let type): .string("\(type)")
    }
  }

  public func json(of fields: [String: Value]) -> JSONValue { .object(fields.mapValues { json(of: $0) }) }

  private func fields(of map: MapValue) -> [String: JSONValue] {
    let pairs = map.entries.map { entry -> (String, JSONValue) in
      if case .string(let key) = entry.key { return (key, json(of: entry.value)) }
      return (json(of: entry.key).text, json(of: entry.value))
    }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  /// JSON Schema of an object with these fields: all are required, optional ones may be null, and there are no others.
  public func schema(of fields: [ToolSignature.Parameter]) -> JSONValue {
    object(fields.map { ($0.name, schema(of: $0.type)) })
  }

  public func schema(of type: SlotType) -> JSONValue {
    switch type {
    case .text: ["type": "string"]
    case .number: ["type": "number"]
    case .integer: ["type": "integer"]
    case .boolean: ["type": "boolean"]
    case .choice(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
    case .date: described("a date like 2026-11-27")
    case .time: described("a clock time like 15:00")
    case .datetime: described("a time like 2026-11-27T15:00, without an offset where it is local")
    case .duration: described("a duration like 1h30m")
    case .email: described("an e-mail address")
    case .phone: described("a telephone number")
    case .url: described("an address like https://example.com")
    case .daterange: object([("start", schema(of: .date)), ("end", schema(of: .date))])
    case .timerange: object([("start", schema(of: .time)), ("end", schema(of: .time))])
    case .person: schema(of: ObjectDefinition.person)
    case .object(let name): schema(ofObject: name)
    case .list(let element): ["type": "array", "items": schema(of: element)]
    case .optional(let wrapped): ["anyOf": [schema(of: wrapped), ["type": "null"]]]
    }
  }

  /// What stands in itself is any object there.
  private func schema(ofObject name: String) -> JSONValue {
    guard let definition = objects[name] else { return ["type": "object"] }
    return TypedJSON(zone: zone, objects: objects.filter { $0.key != name }).schema(of: definition)
  }

  private func schema(of definition: ObjectDefinition) -> JSONValue {
    object(definition.fields.sorted { $0.key < $1.key }.map { ($0.key, schema(of: $0.value)) })
  }

  private func object(_ fields: [(name: String, schema: JSONValue)]) -> JSONValue {
    [
      "type": "object", "properties": .object(Dictionary(fields.map { ($0.name, $0.schema) }, uniquingKeysWith: { $1 })),
      "required": .array(fields.map { .string($0.name) }), "additionalProperties": false,
    ]
  }

  private func described(_ words: String) -> JSONValue { ["type": "string", "description": .string(words)] }
}
