import MuseExpression

/// A value with its type beside it, as `musegraph eval --jsonl` reads and writes it: `{"int": "5"}`, `{"list": [{"bool": true}]}`.
///
/// Numbers are texts, because JSON's own numbers lose digits of 64 bits and know no `inf`. Maps are lists of pairs, in order.
struct TaggedValue: Codable {
  var value: Value

  enum CodingKeys: String, CodingKey, CaseIterable {
    case null, bool, int, uint, double, string, bytes, list, map, timestamp, duration, date, time, type, object, fields
  }

  init(_ value: Value) { self.value = value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first(where: { $0 != .fields }) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "A value has a tag, as {\"int\": \"5\"}."))
    }
    value = try container.value(key)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch value {
    case .null, .empty: try container.encodeNil(forKey: .null)
    case .bool(let flag): try container.encode(flag, forKey: .bool)
    case .int(let number): try container.encode(String(number), forKey: .int)
    case .uint(let number): try container.encode(String(number), forKey: .uint)
    // `-0.5`, `1e+300`, `inf`, `nan`
    case .double: try container.encode("\(value)", forKey: .double)
    case .string(let text): try container.encode(text, forKey: .string)
    case .bytes(let bytes): try container.encode(bytes.base64, forKey: .bytes)
    case .list(let items): try container.encode(items.map(TaggedValue.init), forKey: .list)
    case .map(let map):
      try container.encode(map.entries.map { [TaggedValue($0.key), TaggedValue($0.value)] }, forKey: .map)
    case .timestamp(let instant): try container.encode(instant.rfc3339, forKey: .timestamp)
    case .duration(let duration): try container.encode(duration.secondsText, forKey: .duration)
    case .date(let date): try container.encode(date.iso, forKey: .date)
    case .time(let time): try container.encode(time.iso, forKey: .time)
    // A type as it prints: `int`, `list`, `google.protobuf.Timestamp`.
    case .type: try container.encode("\(value)", forKey: .type)
    case .object(let object):
      try container.encode(object.type, forKey: .object)
      try container.encode(
        Dictionary(uniqueKeysWithValues: object.fields.map { ($0.name, TaggedValue($0.value)) }), forKey: .fields)
    }
  }
}

extension KeyedDecodingContainer<TaggedValue.CodingKeys> {
  fileprivate func value(_ key: Key) throws -> Value {
    switch key {
    case .null: return .null
    case .bool: return .bool(try decode(Bool.self, forKey: key))
    case .int: return .int(try read(key) { Int64($0) })
    case .uint: return .uint(try read(key) { UInt64($0) })
    case .double: return .double(try read(key) { Double($0) })
    case .string: return .string(try decode(String.self, forKey: key))
    case .bytes: return .bytes(try read(key) { [UInt8](base64: $0) })
    case .list: return .list(try decode([TaggedValue].self, forKey: key).map(\.value))
    case .map: return .map(try pairs())
    case .timestamp: return .timestamp(try read(key) { Instant(rfc3339: $0) })
    case .duration: return .duration(try read(key) { Duration(written: $0) })
    case .date: return .date(try read(key) { CivilDate(iso: $0) })
    case .time: return .time(try read(key) { TimeOfDay(iso: $0) })
    case .object, .fields:
      return .object(
        ObjectValue(
          type: try decode(String.self, forKey: .object),
          fields: try decode([String: TaggedValue].self, forKey: .fields).mapValues(\.value)))
    case .type:
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "A type is no value that can be given.")
    }
  }

  private func pairs() throws -> MapValue {
    MapValue(
      entries: try decode([[TaggedValue]].self, forKey: .map).map { pair in
        guard pair.count == 2 else {
          throw DecodingError.dataCorruptedError(forKey: .map, in: self, debugDescription: "An entry is a key and a value.")
        }
        return MapValue.Entry(key: pair[0].value, value: pair[1].value)
      })
  }

  private func read<Result>(_ key: Key, _ convert: (String) -> Result?) throws -> Result {
    let text = try decode(String.self, forKey: key)
    guard let result = convert(text) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "'\(text)' is no \(key.stringValue).")
    }
    return result
  }
}
