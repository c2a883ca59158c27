/// Reads the members of one JSON object out of a message, strictly as RFC 8259 has it, in one pass and without recursion.
///
/// Total: any bytes give members or a failure. Only what is asked for is kept; the rest is checked and passed over, so that a long or
/// deep value costs nothing but the reading. A lone surrogate (`"\ud800"`), which JSON allows and Unicode does not, reads as U+FFFD.
package struct JSONScanner {
  /// The bytes are not JSON, or nested deeper than `maximumDepth`.
  package struct Failure: Error, Hashable {
    package init() {}
  }

  package enum Member: Hashable, Sendable {
    case string(String)
    case null
    /// A number without a fraction or an exponent that fits into 64 bits.
    case integer(Int)
    case other
    /// The name stands more than once.
    case repeated
  }

  package static let maximumDepth = 128

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members with one of the `names`; nil where the bytes are JSON, but not an object.
  /// - Parameter bytes: Valid UTF-8.
  package static func members(_ names: Set<String>, of bytes: [UInt8]) throws(Failure) -> [String: Member]? {
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    let members = scanner.peek == UInt8(ascii: "{") ? try scanner.readMembers(names) : try scanner.skipOnly()
    scanner.skipSpace()
    guard scanner.peek == nil else { throw Failure() }
    return members
  }

  // MARK: The object

  private mutating func readMembers(_ names: Set<String>) throws(Failure) -> [String: Member] {
    var members: [String: Member] = [:]
    try expect("{")
    skipSpace()
    if take("}") { return members }
    repeat {
      skipSpace()
      let name = try readString()
      skipSpace()
      try expect(":")
      skipSpace()
      if names.contains(name) {
        let isRepeated = members[name] != nil
        let member = try readMember()
        members[name] = isRepeated ? .repeated : member
      } else {
        try skipValue(depth: 1)
      }
      skipSpace()
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func readMember() throws(Failure) -> Member {
    if peek == UInt8(ascii: "\"") { return .string(try readString()) }
    let isNull = peek == UInt8(ascii: "n")
    let start = index
    try skipValue(depth: 1)
    if isNull { return .null }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self)).map { .integer($0) } ?? .other
  }

  private mutating func skipOnly() throws(Failure) -> [String: Member]? {
    try skipValue(depth: 0)
    return nil
  }

  // MARK: Passing over values

  private enum Container {
    case array
    case object
  }

  /// Passes over one value; `depth` is how many containers it stands in.
  private mutating func skipValue(depth: Int) throws(Failure) {
    var open: [Container] = []
    repeat {
      if let container = try beginValue() {
        guard depth + open.count < Self.maximumDepth else { throw Failure() }
        skipSpace()
        if !take(container == .array ? "]" : "}") {
          open.append(container)
          if container == .object { try skipName() }
          continue
        }
      }
      try closeContainers(&open)
    } while !open.isEmpty
  }

  /// After a value: the comma before the next one, or the ends of containers.
  private mutating func closeContainers(_ open: inout [Container]) throws(Failure) {
    while let container = open.last {
      skipSpace()
      if take(",") {
        skipSpace()
        if container == .object { try skipName() }
        return
      }
      try expect(container == .array ? "]" : "}")
      open.removeLast()
    }
  }

  /// Passes over a scalar, or over the opening bracket of a container, which it tells.
  private mutating func beginValue() throws(Failure) -> Container? {
    skipSpace()
    switch peek {
    case UInt8(ascii: "["):
      index += 1
      return .array
    case UInt8(ascii: "{"):
      index += 1
      return .object
    case UInt8(ascii: "\""): _ = try readString()
    case UInt8(ascii: "t"): try expect("true")
    case UInt8(ascii: "f"): try expect("false")
    case UInt8(ascii: "n"): try expect("null")
    default: try skipNumber()
    }
    return nil
  }

  private mutating func skipName() throws(Failure) {
    _ = try readString()
    skipSpace()
    try expect(":")
  }

  private mutating func skipNumber() throws(Failure) {
    _ = take("-")
    if !take("0") { try skipDigits() }
    if take(".") { try skipDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Failure) {
    let start = index
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    guard index > start else { throw Failure() }
  }

  // MARK: Strings

  private mutating func readString() throws(Failure) -> String {
    try expect("\"")
    let start = index
    while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\\") {
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes[start..<index - 1], as: UTF8.self) }
    }
    return try readEscaped(from: start)
  }

  /// The slower way, from the first backslash on.
  private mutating func readEscaped(from start: Int) throws(Failure) -> String {
    var text = Array(bytes[start..<index])
    while let byte = peek, byte >= 0x20 {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: Array(String(try readEscape()).utf8))
      default: text.append(byte)
      }
    }
    throw Failure()
  }

  private mutating func readEscape() throws(Failure) -> Unicode.Scalar {
    guard let byte = peek else { throw Failure() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default: throw Failure()
    }
  }

  private mutating func readUnicodeEscape() throws(Failure) -> Unicode.Scalar {
    let first = try readHexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let mark = index
    guard first < 0xDC00, take("\\u") else { return "\u{FFFD}" }
    let second = try readHexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      // Not the other half: it is read again by itself.
      index = mark
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readHexadecimal() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw Failure() }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ token: StaticString) -> Bool {
    let end = index + token.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for offset in 0..<token.utf8CodeUnitCount where bytes[index + offset] != token.utf8Start[offset] { return false }
    index = end
    return true
  }

  private mutating func expect(_ token: StaticString) throws(Failure) {
    guard take(token) else { throw Failure() }
  }
}
