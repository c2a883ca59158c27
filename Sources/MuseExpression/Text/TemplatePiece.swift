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
    var quote: Unicode.Scalar?
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == "\\" { index += 1 } else if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "{" {
        depth += 1
      } else if scalar == "}" {
        if depth == 0 { return index }
        depth -= 1
      }
      index += 1
    }
    return nil
  }
}
