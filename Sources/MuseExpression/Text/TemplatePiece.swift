/// A text cut at its braces.
enum TemplatePiece: Hashable {
  case literal(String)
  /// What stands between braces, and where it begins.
  case expression(String, offset: Int)

  static func pieces(of source: String, issues: inout [ExpressionIssue]) -> [TemplatePiece] {
    let scalars = Array(source.unicodeScalars)
    var pieces: [TemplatePiece] = []
    var literal = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let isDouble = index + 1 < scalars.count && scalars[index + 1] == scalar
      switch scalar {
      case "{" where isDouble, "}" where isDouble:
        literal.append(scalar)
        index += 2
      case "}":
        issues.append(
          ExpressionIssue(
            .syntax, "This brace closes nothing.", advice: "Write }} for a brace in the text.", offsets: index..<(index + 1)))
        index += 1
      case "{":
        guard let end = closingBrace(scalars, from: index + 1) else {
          issues.append(
            ExpressionIssue(
              .syntax, "This brace is not closed.", advice: "Close it with }, or write {{ for a brace in the text.",
              offsets: index..<(index + 1)))
          return pieces
        }
        if !literal.isEmpty { pieces.append(.literal(String(literal))) }
        literal = .init()
        pieces.append(.expression(String(String.UnicodeScalarView(scalars[(index + 1)..<end])), offset: index + 1))
        index = end + 1
      default:  // a character, not one of our own enums
        literal.append(scalar)
        index += 1
      }
    }
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    return pieces
  }

  /// The brace that ends the expression: braces of maps pair up, those in quotes do not count.
  private static func closingBrace(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
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
