/// The members of an object.
struct CanonicalObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: CanonicalEncoder

  var codingPath: [any CodingKey] { [] }

  private func member(_ key: Key, _ write: (CanonicalText) throws -> Void) rethrows {
    try encoder.member(key.stringValue) { try write(encoder.text) }
  }

  func encodeNil(forKey key: Key) { member(key) { $0.writeNull() } }
  func encode(_ value: Bool, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: String, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Double, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Float, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Int, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Int8, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Int16, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Int32, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: Int64, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: UInt, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: UInt8, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: UInt16, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: UInt32, forKey key: Key) { member(key) { $0.write(value) } }
  func encode(_ value: UInt64, forKey key: Key) { member(key) { $0.write(value) } }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try member(key) { try $0.encode(value) } }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
    encoder.lost.container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder.lost.unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder.lost }
  func superEncoder(forKey key: Key) -> any Encoder { encoder.lost }
}

/// The elements of a list.
struct CanonicalList: UnkeyedEncodingContainer {
  let encoder: CanonicalEncoder

  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  private func element(_ write: (CanonicalText) throws -> Void) rethrows {
    try encoder.element { try write(encoder.text) }
  }

  func encodeNil() { element { $0.writeNull() } }
  func encode(_ value: Bool) { element { $0.write(value) } }
  func encode(_ value: String) { element { $0.write(value) } }
  func encode(_ value: Double) { element { $0.write(value) } }
  func encode(_ value: Float) { element { $0.write(value) } }
  func encode(_ value: Int) { element { $0.write(value) } }
  func encode(_ value: Int8) { element { $0.write(value) } }
  func encode(_ value: Int16) { element { $0.write(value) } }
  func encode(_ value: Int32) { element { $0.write(value) } }
  func encode(_ value: Int64) { element { $0.write(value) } }
  func encode(_ value: UInt) { element { $0.write(value) } }
  func encode(_ value: UInt8) { element { $0.write(value) } }
  func encode(_ value: UInt16) { element { $0.write(value) } }
  func encode(_ value: UInt32) { element { $0.write(value) } }
  func encode(_ value: UInt64) { element { $0.write(value) } }
  func encode<Value: Encodable>(_ value: Value) throws { try element { try $0.encode(value) } }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.lost.container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.lost.unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder.lost }
}

/// A value that is neither.
struct CanonicalSingle: SingleValueEncodingContainer {
  let text: CanonicalText

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { text.writeNull() }
  func encode(_ value: Bool) { text.write(value) }
  func encode(_ value: String) { text.write(value) }
  func encode(_ value: Double) { text.write(value) }
  func encode(_ value: Float) { text.write(value) }
  func encode(_ value: Int) { text.write(value) }
  func encode(_ value: Int8) { text.write(value) }
  func encode(_ value: Int16) { text.write(value) }
  func encode(_ value: Int32) { text.write(value) }
  func encode(_ value: Int64) { text.write(value) }
  func encode(_ value: UInt) { text.write(value) }
  func encode(_ value: UInt8) { text.write(value) }
  func encode(_ value: UInt16) { text.write(value) }
  func encode(_ value: UInt32) { text.write(value) }
  func encode(_ value: UInt64) { text.write(value) }
  func encode<Value: Encodable>(_ value: Value) throws { try text.encode(value) }
}
