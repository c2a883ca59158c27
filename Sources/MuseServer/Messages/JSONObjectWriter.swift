import MuseRuntime
import NIOCore

/// Writes one JSON object, field by field in the order of the calls.
///
/// ```swift
/// var object = JSONObjectWriter(into: buffer)
/// object.write("content", text)
/// return object.finish()
/// ```
struct JSONObjectWriter {
  private var buffer: ByteBuffer
  private var isEmpty = true

  init(into buffer: ByteBuffer) {
    self.buffer = buffer
    self.buffer.writeInteger(UInt8(ascii: "{"))
  }

  mutating func write(_ name: StaticString, _ text: String) {
    begin(name)
    writeQuoted(text)
  }

  /// Nothing where there is no text.
  mutating func write(_ name: StaticString, _ text: String?) {
    if let text { write(name, text) }
  }

  mutating func write(_ name: StaticString, _ flag: Bool) {
    begin(name)
    buffer.writeStaticString(flag ? "true" : "false")
  }

  mutating func write(_ name: StaticString, _ number: Int) {
    begin(name)
    buffer.writeString(String(number))
  }

  mutating func write(_ name: StaticString, _ texts: [String]) {
    begin(name)
    writeList(texts) { $0.writeQuoted($1) }
  }

  /// Objects of texts, their fields sorted.
  mutating func write(_ name: StaticString, _ objects: [[String: String]]) {
    begin(name)
    writeList(objects) { writer, object in
      writer.buffer.writeStaticString("{")
      for (index, field) in object.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { writer.buffer.writeStaticString(",") }
        writer.writeQuoted(field.key)
        writer.buffer.writeStaticString(":")
        writer.writeQuoted(field.value)
      }
      writer.buffer.writeStaticString("}")
    }
  }

  mutating func write(_ name: StaticString, _ value: JSONValue) {
    begin(name)
    write(value)
  }

  mutating func writeObject(_ name: StaticString, _ write: (inout JSONObjectWriter) -> Void) {
    begin(name)
    writeObject(write)
  }

  mutating func writeObjects<Item>(_ name: StaticString, _ items: [Item], _ write: (inout JSONObjectWriter, Item) -> Void) {
    begin(name)
    writeList(items) { writer, item in writer.writeObject { write(&$0, item) } }
  }

  private mutating func writeObject(_ write: (inout JSONObjectWriter) -> Void) {
    buffer.writeStaticString("{")
    isEmpty = true
    write(&self)
    buffer.writeStaticString("}")
    isEmpty = false
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .array(let items): writeList(items) { $0.write($1) }
    case .object(let fields):
      buffer.writeStaticString("{")
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { buffer.writeStaticString(",") }
        writeQuoted(field.key)
        buffer.writeStaticString(":")
        write(field.value)
      }
      buffer.writeStaticString("}")
    case .string(let text): writeQuoted(text)
    case .integer(let number): buffer.writeString(String(number))
    case .null, .bool, .number: buffer.writeString(value.text)
    }
  }

  private mutating func writeList<Item>(_ items: [Item], _ write: (inout JSONObjectWriter, Item) -> Void) {
    buffer.writeStaticString("[")
    for (index, item) in items.enumerated() {
      if index > 0 { buffer.writeStaticString(",") }
      write(&self, item)
    }
    buffer.writeStaticString("]")
  }

  /// Ends the object and gives the buffer back.
  consuming func finish() -> ByteBuffer {
    buffer.writeInteger(UInt8(ascii: "}"))
    return buffer
  }

  private mutating func begin(_ name: StaticString) {
    buffer.writeStaticString(isEmpty ? "\"" : ",\"")
    buffer.writeStaticString(name)
    buffer.writeStaticString("\":")
    isEmpty = false
  }

  private mutating func writeQuoted(_ text: String) {
    buffer.writeInteger(UInt8(ascii: "\""))
    let hasEscapes = text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    if hasEscapes {
      for byte in text.utf8 { writeEscaped(byte) }
    } else {
      buffer.writeString(text)
    }
    buffer.writeInteger(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): buffer.writeStaticString("\\\"")
    case UInt8(ascii: "\\"): buffer.writeStaticString("\\\\")
    case 0x0A: buffer.writeStaticString("\\n")
    case 0x09: buffer.writeStaticString("\\t")
    case 0x00..<0x20:
      buffer.writeStaticString("\\u00")
      buffer.writeInteger(Self.hexadecimal(byte >> 4))
      buffer.writeInteger(Self.hexadecimal(byte & 0xF))
    default: buffer.writeInteger(byte)
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
