import Foundation

/// Writes JSON with sorted keys straight into bytes, several times faster than Foundation does.
///
/// Byte for byte it is what `JSONEncoder` gives with `.sortedKeys` and `.withoutEscapingSlashes`: the digests in journals depend on
/// that, and tests hold it to it. What it does not know (nested containers, dates, bytes, keys that are not ASCII) it leaves to
/// Foundation.
final class CanonicalEncoder: Encoder {
  /// Nil: it is to be left to Foundation.
  static func bytes(of value: some Encodable) throws -> [UInt8]? {
    let text = CanonicalText()
    try text.encode(value, isWhole: true)
    return text.isUnknown ? nil : text.bytes
  }

  fileprivate enum Shape {
    case nothing, value, list, object
  }

  private struct Member {
    var key: String
    var range: Range<Int>
  }

  let text: CanonicalText
  fileprivate private(set) var shape = Shape.nothing
  /// How many members or elements were begun.
  private(set) var count = 0
  private let start: Int
  private var members: [Member] = []
  private var isSorted = true

  fileprivate init(_ text: CanonicalText) {
    self.text = text
    start = text.bytes.count
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    open(.object, "{")
    return KeyedEncodingContainer(CanonicalObject<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    open(.list, "[")
    return CanonicalList(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    shape = .value
    return CanonicalSingle(text: text)
  }

  /// For what is left to Foundation: what is written there goes nowhere.
  var lost: CanonicalEncoder {
    text.isUnknown = true
    return CanonicalEncoder(CanonicalText())
  }

  private func open(_ shape: Shape, _ bracket: Unicode.Scalar) {
    guard self.shape != shape else { return }
    if self.shape != .nothing { text.isUnknown = true }
    self.shape = shape
    text.bytes.append(UInt8(ascii: bracket))
  }

  func element(_ write: () throws -> Void) rethrows {
    if count > 0 { text.bytes.append(UInt8(ascii: ",")) }
    count += 1
    try write()
  }

  func member(_ key: String, _ write: () throws -> Void) rethrows {
    let start = text.begin(key, isFirst: count == 0)
    count += 1
    try write()
    if let last = members.last, last.key >= key { isSorted = false }
    if members.isEmpty { members.reserveCapacity(8) }
    members.append(Member(key: key, range: start..<text.bytes.count))
  }

  fileprivate func close(isWhole: Bool) {
    switch shape {
    case .nothing:
      // Foundation refuses a whole document of nothing.
      text.isUnknown = text.isUnknown || isWhole
      text.bytes += "{}".utf8
    case .value: break
    case .list: text.bytes.append(UInt8(ascii: "]"))
    case .object:
      if !isSorted { sort() }
      text.bytes.append(UInt8(ascii: "}"))
    }
  }

  private func sort() {
    members.sort { $0.key < $1.key }
    // Of two members of one name the second counts: that is Foundation's to say.
    for (left, right) in zip(members, members.dropFirst()) where left.key == right.key { text.isUnknown = true }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(text.bytes.count - start)
    for member in members {
      if !sorted.isEmpty { sorted.append(UInt8(ascii: ",")) }
      sorted += text.bytes[member.range]
    }
    text.bytes.replaceSubrange((start + 1)..., with: sorted)
  }
}

/// A document in the making.
final class CanonicalText {
  fileprivate(set) var bytes: [UInt8] = []
  /// It holds something that only Foundation knows how to write.
  var isUnknown = false

  init() { bytes.reserveCapacity(1024) }

  func encode<Value: Encodable>(_ value: Value, isWhole: Bool = false) throws {
    if Value.self == Date.self || Value.self == Data.self || Value.self == URL.self || Value.self == Decimal.self {
      isUnknown = true
      return
    }
    if Value.self == EncodedJSON.self, let known = value as? EncodedJSON {
      bytes += known.bytes
      return
    }
    let encoder = CanonicalEncoder(self)
    try value.encode(to: encoder)
    encoder.close(isWhole: isWhole)
  }

  /// - Returns: where the key begins.
  fileprivate func begin(_ key: String, isFirst: Bool) -> Int {
    if !key.utf8.allSatisfy({ $0 < 0x80 }) { isUnknown = true }
    return Self.begin(key, isFirst: isFirst, in: &bytes)
  }

  private static func begin(_ key: String, isFirst: Bool, in bytes: inout [UInt8]) -> Int {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    let start = bytes.count
    write(key, in: &bytes)
    bytes.append(UInt8(ascii: ":"))
    return start
  }

  func writeNull() { bytes += "null".utf8 }

  func write(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }

  func write(_ value: some BinaryInteger) { bytes += String(value).utf8 }

  func write(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
    guard value.isFinite else {
      isUnknown = true
      return
    }
    let digits = value.description.utf8
    bytes += digits.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits[...]
  }

  func write(_ value: String) { Self.write(value, in: &bytes) }

  private static func write(_ value: String, in bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { utf8 in
      var plain = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes += utf8[plain..<index]
        escape(byte, in: &bytes)
        plain = index + 1
      }
      bytes += utf8[plain...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, in bytes: inout [UInt8]) {
    switch Unicode.Scalar(byte) {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    case "\u{8}": bytes += "\\b".utf8
    case "\u{C}": bytes += "\\f".utf8
    default:
      bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
      bytes += String(byte, radix: 16).utf8
    }
  }
}
