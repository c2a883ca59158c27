/// The form of a value in checkpoints and journals, as JSON. It is part of the checkpoint format: changing it needs a new
/// version.
///
/// | value | form |
/// |---|---|
/// | string, bool, list | `"Design review"`, `true`, `[…]` |
/// | int | `5`: a number without a point, within 64 bits |
/// | uint | `{"uint": 5}` |
/// | double | `{"double": 0.5}`, `{"double": "NaN"}`, `"Infinity"`, `"-Infinity"`, `"-0"` |
/// | bytes | `{"bytes": "AP8="}` (base64) |
/// | map | `{"map": [["key", value], …]}`, in order |
/// | timestamp | `{"timestamp": "2026-11-27T15:00:00Z"}` |
/// | duration | `{"duration": "1800s"}` |
/// | date, time | `{"date": "2026-11-27"}`, `{"time": "15:00:00"}` |
/// | object | `{"object": "person", "fields": {"id": "ann", …}}` |
/// | null, empty | `{"null": true}`, `{"empty": true}`: never JSON's null, so that "no value" cannot be taken for one |
/// | type | `{"type": "list(int)"}` |
///
/// Encode with sorted keys where the bytes must be the same each time.
extension Value: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case uint, double, bytes, map, timestamp, duration, date, time, object, fields, null, empty, type
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .bool(let value): try encoder.encodeSingle(value)
    case .int(let value): try encoder.encodeSingle(value)
    case .string(let value): try encoder.encodeSingle(value)
    case .list(let value): try encoder.encodeSingle(value)
    case .null, .uint, .double, .bytes, .map, .timestamp, .duration, .date, .time, .object, .empty, .type:
      var container = encoder.container(keyedBy: CodingKeys.self)
      try encodeTagged(into: &container)
    }
  }

  private func encodeTagged(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    switch self {
    case .bool, .int, .string, .list: break
    case .uint(let value): try container.encode(value, forKey: .uint)
    case .double(let value): try container.encodeDouble(value)
    case .bytes(let value): try container.encode(Base64.text(value), forKey: .bytes)
    case .map(let value): try container.encode(value.entries.map { [$0.key, $0.value] }, forKey: .map)
    case .timestamp(let value): try container.encode(value, forKey: .timestamp)
    case .duration(let value): try container.encode(value.secondsText, forKey: .duration)
    case .date(let value): try container.encode(value, forKey: .date)
    case .time(let value): try container.encode(value, forKey: .time)
    case .object(let value):
      try container.encode(value.type, forKey: .object)
      try container.encode(value.fieldsByName, forKey: .fields)
    case .null: try container.encode(true, forKey: .null)
    case .empty: try container.encode(true, forKey: .empty)
    case .type(let value): try container.encode(value.celName, forKey: .type)
    }
  }

  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    // Which of the forms it is shows only by trying: a failure here means "another form", not an error.
    if let text = try? single.decode(String.self) {
      self = .string(text)
    } else if let flag = try? single.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? single.decode(Int64.self) {
      self = .int(number)
    } else if let tagged = try? decoder.container(keyedBy: CodingKeys.self) {
      self = try Value(tagged: tagged)
    } else {
      self = .list(try single.decode([Value].self))
    }
  }

  private init(tagged container: KeyedDecodingContainer<CodingKeys>) throws {
    guard let key = container.allKeys.first(where: { $0 != .fields }) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: "A value of no known form: it has no tag."))
    }
    switch key {
    case .uint: self = .uint(try container.decode(UInt64.self, forKey: .uint))
    case .double: self = .double(try container.decodeDouble())
    case .bytes: self = .bytes(try container.decodeText(.bytes, "base64", Base64.bytes))
    case .map: self = .map(try container.decodeMap())
    case .timestamp: self = .timestamp(try container.decode(Instant.self, forKey: .timestamp))
    case .duration: self = .duration(try container.decodeText(.duration, "a duration") { Duration(written: $0) })
    case .date: self = .date(try container.decode(CivilDate.self, forKey: .date))
    case .time: self = .time(try container.decode(TimeOfDay.self, forKey: .time))
    case .object, .fields:
      self = .object(
        ObjectValue(
          type: try container.decode(String.self, forKey: .object),
          fields: try container.decode([String: Value].self, forKey: .fields)))
    case .null: self = .null
    case .empty: self = .empty
    case .type: self = .type(try container.decodeText(.type, "a type") { ValueType(celName: $0) })
    }
  }
}

extension ObjectValue {
  fileprivate var fieldsByName: [String: Value] {
    // Fields are unique by construction; keeping the first never happens.
    Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Encoder {
  fileprivate func encodeSingle(_ value: some Encodable) throws {
    var container = singleValueContainer()
    try container.encode(value)
  }
}

extension KeyedEncodingContainer<Value.CodingKeys> {
  /// JSON has no word for what is not finite, and some writers drop the sign of zero.
  fileprivate mutating func encodeDouble(_ value: Double) throws {
    if value.isFinite && !(value == 0 && value.sign == .minus) {
      try encode(value, forKey: .double)
    } else {
      try encode(value.isNaN ? "NaN" : value == 0 ? "-0" : value < 0 ? "-Infinity" : "Infinity", forKey: .double)
    }
  }
}

extension KeyedDecodingContainer<Value.CodingKeys> {
  fileprivate func decodeDouble() throws -> Double {
    // Not a number of JSON: then it is one of the words below.
    if let number = try? decode(Double.self, forKey: .double) { return number }
    let words: [String: Double] = ["NaN": .nan, "Infinity": .infinity, "-Infinity": -.infinity, "-0": -0.0]
    return try decodeText(.double, "a number") { words[$0] }
  }

  fileprivate func decodeMap() throws -> MapValue {
    let pairs = try decode([[Value]].self, forKey: .map)
    return MapValue(
      entries: try pairs.map { pair in
        guard pair.count == 2 else {
          throw DecodingError.dataCorruptedError(
            forKey: .map, in: self, debugDescription: "An entry of a map is a key and a value.")
        }
        return MapValue.Entry(key: pair[0], value: pair[1])
      })
  }

  fileprivate func decodeText<Result>(_ key: Key, _ expected: String, _ read: (String) -> Result?) throws -> Result {
    let text = try decode(String.self, forKey: key)
    guard let result = read(text) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "\"\(text)\" is not \(expected).")
    }
    return result
  }
}
