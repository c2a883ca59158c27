/// A text cut at its braces.
enum TemplatePiece: Hashable {
  case literal(String)
  /// What stands between braces, and where it begins.
  case expression(String, offset: Int)

  static func pieces(of source: String, issues: inout [ExpressionIssue]) -> [TemplatePiece] {
    var cutter = TemplateCutter(scalars: Array(source.unicodeScalars))
    cutter.cut()
    issues += cutter.issues
    return cutter.pieces
  }
}

private struct TemplateCutter {
  let scalars: [Unicode.Scalar]
  var index = 0
  /// What was read since the last expression.
  var literal = String.UnicodeScalarView()
  var pieces: [TemplatePiece] = []
  var issues: [ExpressionIssue] = []

  mutating func cut() {
    while index < scalars.count {
      let scalar = scalars[index]
      let isBrace = scalar == "{" || scalar == "}"
      if isBrace, index + 1 < scalars.count, scalars[index + 1] == scalar {
        literal.append(scalar)
        index += 2
      } else if scalar == "{" {
        cutExpression()
      } else if scalar == "}" {
        report("This brace closes nothing.", advice: "Write }} for a brace in the text.")
        index += 1
      } else {
        literal.append(scalar)
        index += 1
      }
    }
    endLiteral()
  }

  private mutating func cutExpression() {
    guard let end = closingBrace(from: index + 1) else {
      report("This brace is not closed.", advice: "Close it with }, or write {{ for a brace in the text.")
      index = scalars.count
      return
    }
    endLiteral()
    let inside = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
    pieces.append(.expression(inside, offset: index + 1))
    index = end + 1
  }

  private mutating func endLiteral() {
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    literal = .init()
  }

  private mutating func report(_ message: String, advice: String) {
    issues.append(ExpressionIssue(.syntax, message, advice: advice, offsets: index..<(index + 1)))
  }

  /// The brace that ends the expression: braces of maps pair up, those in quotes do not count.
  private func closingBrace(from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < scalars.count {
      switch scalars[index] {
      case "'", "\"":
        guard let end = endOfQuote(at: index, from: start) else { return nil }
        index = end
        continue
      case "{": depth += 1
      case "}" where depth == 0: return index
      case "}": depth -= 1
      default: break  // a character, not one of our own enums
      }
      index += 1
    }
    return nil
  }

  /// The place behind a text in quotes: in one or three of them, with escapes or, behind an `r`, without.
  private func endOfQuote(at opener: Int, from start: Int) -> Int? {
    let quote = scalars[opener]
    let isTriple = scalars[opener...].prefix(3).elementsEqual([quote, quote, quote])
    let mark = Array(repeating: quote, count: isTriple ? 3 : 1)
    let isRaw = isRawPrefix(before: opener, from: start)
    var index = opener + mark.count
    while index < scalars.count {
      if scalars[index...].starts(with: mark) { return index + mark.count }
      index += scalars[index] == "\\" && !isRaw ? 2 : 1
    }
    return nil
  }

  /// `r'…'`, `br'…'`, but not the end of a longer word.
  private func isRawPrefix(before opener: Int, from start: Int) -> Bool {
    let word = scalars[start..<opener].reversed().prefix { $0.isIdentifierStart || $0.isDigit }.map { String($0).lowercased() }
    return ["r", "rb", "br"].contains(word.joined())
  }
}
