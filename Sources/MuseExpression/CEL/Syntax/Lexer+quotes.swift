// Strings and bytes in quotes: '…', "…", '''…''', """…""", with the prefixes r (no escapes) and b (bytes).

extension Lexer {
  /// Nil, and nothing read, where no quote starts here.
  mutating func quotedLiteral() throws(ExpressionIssue) -> Token.Kind? {
    let prefix = quotePrefix()
    guard let quote = peek(prefix.length), quote == "'" || quote == "\"" else { return nil }
    let start = position
    position += prefix.length
    let triple = peek(1) == quote && peek(2) == quote
    position += triple ? 3 : 1
    var content = QuotedContent(isBytes: prefix.isBytes)
    while true {
      guard let scalar = peek(), triple || (scalar != "\n" && scalar != "\r") else {
        throw issue(
          "A text in quotes does not end.", advice: "Close it with \(triple ? "three quotes" : "the quote it began with").",
          from: start)
      }
      if scalar == quote, !triple || (peek(1) == quote && peek(2) == quote) {
        position += triple ? 3 : 1
        return content.literal
      }
      if scalar == "\\", !prefix.isRaw {
        try escape(into: &content)
      } else {
        content.append(scalar)
        position += 1
      }
    }
  }

  private func quotePrefix() -> (length: Int, isRaw: Bool, isBytes: Bool) {
    var isRaw = false
    var isBytes = false
    for length in 0..<3 {
      switch peek(length) {
      case "r", "R": if isRaw { return (length, isRaw, isBytes) } else { isRaw = true }
      case "b", "B": if isBytes { return (length, isRaw, isBytes) } else { isBytes = true }
      default: return (length, isRaw, isBytes)  // a character, not one of our own enums
      }
    }
    return (3, isRaw, isBytes)
  }

  private mutating func escape(into content: inout QuotedContent) throws(ExpressionIssue) {
    let start = position
    position += 1
    guard let scalar = peek() else { return }
    position += 1
    if let plain = Lexer.plainEscapes[scalar] { return content.append(plain) }
    switch scalar {
    case "x", "X": try numericEscape(digits: 2, radix: 16, isByte: true, from: start, into: &content)
    case "u": try numericEscape(digits: 4, radix: 16, isByte: false, from: start, into: &content)
    case "U": try numericEscape(digits: 8, radix: 16, isByte: false, from: start, into: &content)
    case "0"..."3":
      position -= 1
      try numericEscape(digits: 3, radix: 8, isByte: true, from: start, into: &content)
    default:  // a character, not one of our own enums
      throw issue("\"\\\(scalar)\" stands for nothing.", advice: "Write \\\\ for a backslash, \\n for a new line.", from: start)
    }
  }

  private mutating func numericEscape(
    digits count: Int, radix: Int, isByte: Bool, from start: Int, into content: inout QuotedContent
  ) throws(ExpressionIssue) {
    let end = min(position + count, scalars.count)
    let digits = String(String.UnicodeScalarView(scalars[position..<end]))
    position = end
    guard digits.unicodeScalars.count == count, digits.unicodeScalars.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: radix), content.append(code: number, isByte: isByte)
    else {
      throw issue(
        "This escape stands for no character.", advice: "Write \\u and four hexadecimal digits, as in \\u00e9.", from: start)
    }
  }

  private static let plainEscapes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}", "\\": "\\", "?": "?", "\"": "\"",
    "'": "'", "`": "`",
  ]
}

/// What stands between quotes, as characters or as bytes.
private struct QuotedContent {
  var isBytes: Bool
  var characters = String.UnicodeScalarView()
  var bytes: [UInt8] = []

  var literal: Token.Kind { isBytes ? .bytes(bytes) : .string(String(characters)) }

  mutating func append(_ scalar: Unicode.Scalar) {
    if isBytes { bytes += UTF8.encode(scalar).map(Array.init) ?? [] } else { characters.append(scalar) }
  }

  /// False where the number is no character, or a character among bytes.
  mutating func append(code: UInt32, isByte: Bool) -> Bool {
    if isBytes {
      guard isByte else { return false }
      bytes.append(UInt8(truncatingIfNeeded: code))
      return code < 256
    }
    guard let scalar = Unicode.Scalar(code) else { return false }
    characters.append(scalar)
    return true
  }
}
