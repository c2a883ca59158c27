/// Cuts an expression into tokens. Stops at the first thing that is none.
///
/// Source: cel-spec, langdef, "Syntax".
struct Lexer {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  static func tokens(of scalars: [Unicode.Scalar]) throws(ExpressionIssue) -> [Token] {
    var lexer = Lexer(scalars)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.nextToken()) } while tokens.last?.kind != .end
    return tokens
  }

  mutating func nextToken() throws(ExpressionIssue) -> Token {
    skipSpace()
    let start = position
    guard let first = peek() else { return Token(kind: .end, offsets: start..<start) }
    let kind: Token.Kind =
      if let kind = try quotedLiteral() {
        kind
      } else if first.isIdentifierStart {
        .identifier(take { $0.isIdentifierStart || $0.isDigit })
      } else if first.isDigit || (first == "." && peek(1)?.isDigit == true) {
        try number()
      } else if first == "`" {
        try quotedIdentifier()
      } else {
        try mark()
      }
    return Token(kind: kind, offsets: start..<position)
  }

  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    let index = position + distance
    return index < scalars.count ? scalars[index] : nil
  }

  func issue(_ message: String, advice: String, from start: Int) -> ExpressionIssue {
    ExpressionIssue(.syntax, message, advice: advice, offsets: start..<min(max(position, start + 1), max(scalars.count, start)))
  }
}

extension Lexer {
  private mutating func skipSpace() {
    while let scalar = peek() {
      if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == "/", peek(1) == "/" {
        while let next = peek(), next != "\n" {
          position += 1
          _ = next
        }
      } else {
        return
      }
    }
  }

  mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = peek(), belongs(scalar) {
      text.append(scalar)
      position += 1
    }
    return String(text)
  }

  private mutating func quotedIdentifier() throws(ExpressionIssue) -> Token.Kind {
    let start = position
    position += 1
    let name = take { $0.isIdentifierStart || $0.isDigit || "./- ".unicodeScalars.contains($0) }
    guard peek() == "`", !name.isEmpty else {
      throw issue("A name in backticks does not end.", advice: "Close it with another `.", from: start)
    }
    position += 1
    return .quotedIdentifier(name)
  }

  private mutating func mark() throws(ExpressionIssue) -> Token.Kind {
    let start = position
    for mark in Token.Mark.allCases {
      let length = mark.rawValue.unicodeScalars.count
      if scalars[position...].starts(with: mark.rawValue.unicodeScalars) {
        position += length
        return .mark(mark)
      }
    }
    let scalar = scalars[position]
    position += 1
    throw issue("\"\(scalar)\" does not belong into an expression.", advice: Lexer.advice(for: scalar), from: start)
  }

  private static func advice(for scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "=": "Write == to compare two values."
    case "&": "Write && for \"and\"."
    case "|": "Write || for \"or\"."
    case "“", "”", "„", "‘", "’", "«", "»": "Put texts between straight quotes: '…' or \"…\"."
    case "≤": "Write <=."
    case "≥": "Write >=."
    case "≠": "Write !=."
    default: "Take it out, or put a text between quotes."  // a character, not one of our own enums
    }
  }
}

extension Lexer {
  private mutating func number() throws(ExpressionIssue) -> Token.Kind {
    let start = position
    if peek() == "0", peek(1) == "x" || peek(1) == "X" {
      position += 2
      return try integer(digits: take { $0.isHexDigit }, radix: 16, from: start)
    }
    var text = take { $0.isDigit }
    let whole = text
    if peek() == ".", peek(1)?.isDigit == true {
      position += 1
      text += "." + take { $0.isDigit }
    }
    text += exponent()
    if text == whole { return try integer(digits: text, radix: 10, from: start) }
    guard let number = Double(text.hasPrefix(".") ? "0" + text : text), number.isFinite, !continuesWord else {
      throw issue("This is not a number.", advice: "Write it like 12.5 or 1e3.", from: start)
    }
    return .double(number)
  }

  /// `e-3`, or nothing.
  private mutating func exponent() -> String {
    guard peek() == "e" || peek() == "E" else { return "" }
    let signed = peek(1) == "-" || peek(1) == "+"
    guard peek(signed ? 2 : 1)?.isDigit == true else { return "" }
    let sign = signed && peek(1) == "-" ? "-" : ""
    position += signed ? 2 : 1
    return "e" + sign + take { $0.isDigit }
  }

  private mutating func integer(digits: String, radix: Int, from start: Int) throws(ExpressionIssue) -> Token.Kind {
    let unsigned = peek() == "u" || peek() == "U"
    if unsigned { position += 1 }
    guard !continuesWord, !digits.isEmpty else {
      _ = take { $0.isIdentifierStart || $0.isDigit }
      throw issue(
        "A number runs into a word.", advice: "Part them, or put a text between quotes. A duration is duration('30m').",
        from: start)
    }
    guard unsigned else { return .int(digits: digits, radix: radix) }
    guard let number = UInt64(digits, radix: radix) else {
      throw issue("This number is too large.", advice: "The largest one is 18446744073709551615u.", from: start)
    }
    return .uint(number)
  }

  private var continuesWord: Bool { peek()?.isIdentifierStart == true || peek()?.isDigit == true }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isHexDigit: Bool { isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self) }
  var isIdentifierStart: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
}
