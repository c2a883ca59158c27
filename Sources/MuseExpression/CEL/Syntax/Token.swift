/// One word or mark of an expression, with its place in Unicode scalars of the source.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case identifier(String)
    /// A name in backticks, allowed behind a dot only.
    case quotedIdentifier(String)
    /// Without a sign, which the parser reads, as digits of the radix.
    case int(digits: String, radix: Int)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case mark(Mark)
    case end
  }

  enum Mark: String, Hashable, Sendable, CaseIterable {
    // The longer ones first: they are tried in this order.
    case equals = "=="
    case differs = "!="
    case atMost = "<="
    case atLeast = ">="
    case and = "&&"
    case or = "||"
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case comma = ","
    case dot = "."
    case open = "("
    case close = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
  }

  var kind: Kind
  var offsets: Range<Int>
}

extension Token {
  /// As a finding names it.
  var description: String {
    switch kind {
    case .identifier(let name): "\"\(name)\""
    case .quotedIdentifier(let name): "\"`\(name)`\""
    case .int(let digits, _): "the number \(digits)"
    case .uint(let number): "the number \(number)u"
    case .double(let number): "the number \(number)"
    case .string: "a text in quotes"
    case .bytes: "bytes in quotes"
    case .mark(let mark): "\"\(mark.rawValue)\""
    case .end: "the end"
    }
  }
}

/// The words that CEL keeps for itself: no variable may be called so.
///
/// Source: cel-spec, langdef, "Syntax" (RESERVED).
public enum ReservedWord: String, CaseIterable, Sendable {
  case `as`, `break`, const, `continue`, `else`, `for`, function, `if`, `import`, `in`, `let`, loop, package, namespace, `return`
  case `var`, void, `while`, `true`, `false`, null
}
