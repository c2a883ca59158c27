/// One extension that a client offers in `Sec-WebSocket-Extensions`.
///
/// Source: RFC 6455, section 9.1.
package struct ExtensionOffer: Hashable, Sendable {
  package struct Parameter: Hashable, Sendable {
    package var name: String
    package var value: String?

    package init(_ name: String, _ value: String? = nil) {
      self.name = name
      self.value = value
    }
  }

  package var name: String
  package var parameters: [Parameter]

  package init(_ name: String, _ parameters: [Parameter] = []) {
    self.name = name
    self.parameters = parameters
  }

  /// Reads the header field, the client's favourite first. A field that stands several times is one list.
  /// - Returns: Nil for what is no list of extensions: such a handshake has to fail.
  package static func list(_ fields: [String]) -> [ExtensionOffer]? {
    var scanner = Scanner(bytes: Array(fields.joined(separator: ",").utf8))
    var offers: [ExtensionOffer] = []
    while true {
      // RFC 7230, section 7: a list may have empty elements.
      while scanner.take(",") {}
      if scanner.isAtEnd { return offers }
      guard let offer = scanner.offer(), scanner.isAtEnd || scanner.take(",") else { return nil }
      offers.append(offer)
    }
  }
}

/// Source of the characters: RFC 7230, section 3.2.6.
private struct Scanner {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return index == bytes.count
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func offer() -> ExtensionOffer? {
    guard let name = token() else { return nil }
    var offer = ExtensionOffer(name)
    while take(";") {
      guard let name = token() else { return nil }
      var parameter = ExtensionOffer.Parameter(name)
      if take("=") {
        guard let value = take("\"") ? quotedToken() : token() else { return nil }
        parameter.value = value
      }
      offer.parameters.append(parameter)
    }
    return offer
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  private mutating func token() -> String? {
    skipSpaces()
    let start = index
    while index < bytes.count, Self.isTokenCharacter(bytes[index]) { index += 1 }
    return start == index ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// The rest of a quoted string: without its quotes and escapes it must be a token, too.
  private mutating func quotedToken() -> String? {
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") { index += 1 }
      guard index < bytes.count, Self.isTokenCharacter(bytes[index]) else { return nil }
      value.append(bytes[index])
      index += 1
    }
    guard index < bytes.count, !value.isEmpty else { return nil }
    index += 1
    return String(decoding: value, as: UTF8.self)
  }

  private static func isTokenCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
