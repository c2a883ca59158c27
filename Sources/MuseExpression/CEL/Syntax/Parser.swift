/// Reads tokens into a tree. Stops at the first mistake: what follows one is guesswork.
///
/// Source: cel-spec, langdef, "Syntax". Operators of equal rank associate to the left. Bounded in length and depth, so that
/// no text makes it slow or runs it out of stack.
struct Parser {
  /// Beyond these an expression is no longer one that a person reads.
  static let longestSource = 10_000
  static let deepestNesting = 40
  static let deepestTree = 100
  static let deepestValue = 200

  var tokens: [Token]
  var index = 0
  var nesting = 0

  static func parse(_ source: String) throws(ExpressionIssue) -> SyntaxNode {
    let scalars = Array(source.unicodeScalars)
    guard scalars.count <= longestSource else {
      throw ExpressionIssue(
        .syntax, "This expression is longer than \(longestSource) characters.",
        advice: "Compute parts of it in facts, with set.", offsets: 0..<scalars.count)
    }
    var parser = Parser(tokens: try Lexer.tokens(of: scalars))
    guard parser.token.kind != .end else {
      throw ExpressionIssue(
        .syntax, "Here is no expression.", advice: "Write a name, a value or a condition.", offsets: 0..<scalars.count)
    }
    let node = try parser.expression()
    guard parser.token.kind == .end else { throw parser.leftover() }
    return node
  }

  var token: Token { tokens[index] }

  mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  func next(is mark: Token.Mark) -> Bool { token.kind == .mark(mark) }

  mutating func take(_ mark: Token.Mark) -> Bool {
    guard next(is: mark) else { return false }
    _ = advance()
    return true
  }

  mutating func expect(_ mark: Token.Mark, toClose opener: Range<Int>? = nil) throws(ExpressionIssue) {
    if take(mark) { return }
    let advice = opener == nil ? "Write \"\(mark.rawValue)\" here." : "Close what was opened before with \"\(mark.rawValue)\"."
    throw issue("\"\(mark.rawValue)\" is missing before \(token.description).", advice: advice)
  }

  func issue(_ message: String, advice: String) -> ExpressionIssue {
    ExpressionIssue(.syntax, message, advice: advice, offsets: token.offsets)
  }
}

extension Parser {
  /// `a ? b : c`, or what stands before it.
  mutating func expression() throws(ExpressionIssue) -> SyntaxNode {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.deepestNesting else { throw tooDeep(at: token.offsets) }
    let condition = try either()
    let anchor = token.offsets
    guard take(.question) else { return condition }
    let then = try either()
    try expect(.colon)
    let otherwise = try expression()
    return try node(.conditional(condition, then: then, otherwise: otherwise), [condition, then, otherwise], anchor: anchor)
  }

  private mutating func either() throws(ExpressionIssue) -> SyntaxNode {
    let first = try both()
    guard next(is: .or) else { return first }
    let anchor = token.offsets
    var operands = [first]
    while take(.or) { operands.append(try both()) }
    return try node(.or(operands), operands, anchor: anchor)
  }

  private mutating func both() throws(ExpressionIssue) -> SyntaxNode {
    let first = try binary(rank: 0)
    guard next(is: .and) else { return first }
    let anchor = token.offsets
    var operands = [first]
    while take(.and) { operands.append(try binary(rank: 0)) }
    return try node(.and(operands), operands, anchor: anchor)
  }

  /// Comparisons (rank 0), sums (1), products (2).
  private mutating func binary(rank: Int) throws(ExpressionIssue) -> SyntaxNode {
    var left = try unary()
    while let (name, operatorRank) = binaryOperator, operatorRank >= rank {
      let anchor = advance().offsets
      let right = try binary(rank: operatorRank + 1)
      left = try node(.call(name, target: nil, arguments: [left, right]), [left, right], anchor: anchor)
    }
    return left
  }

  private var binaryOperator: (name: String, rank: Int)? {
    switch token.kind {
    case .mark(let mark): Parser.operators[mark]
    case .identifier("in"): ("@in", 0)
    case .identifier, .quotedIdentifier, .int, .uint, .double, .string, .bytes, .end: nil
    }
  }

  private static let operators: [Token.Mark: (name: String, rank: Int)] = [
    .equals: ("_==_", 0), .differs: ("_!=_", 0), .less: ("_<_", 0), .atMost: ("_<=_", 0), .greater: ("_>_", 0),
    .atLeast: ("_>=_", 0), .plus: ("_+_", 1), .minus: ("_-_", 1), .times: ("_*_", 2), .divided: ("_/_", 2),
    .remainder: ("_%_", 2),
  ]

  private mutating func unary() throws(ExpressionIssue) -> SyntaxNode {
    var signs: [Token] = []
    while next(is: .not) || next(is: .minus) {
      guard signs.count < Parser.deepestTree else { throw tooDeep(at: token.offsets) }
      signs.append(advance())
    }
    var result: SyntaxNode
    if case .mark(.minus) = signs.last?.kind, case .int(let digits, let radix) = token.kind {
      result = try member(of: integer("-" + digits, radix: radix, from: signs.removeLast().offsets.lowerBound))
    } else {
      result = try member(of: primary())
    }
    for sign in signs.reversed() {
      let name = sign.kind == .mark(.not) ? "!_" : "-_"
      result = try node(.call(name, target: nil, arguments: [result]), [result], anchor: sign.offsets)
      result.offsets = sign.offsets.lowerBound..<result.offsets.upperBound
    }
    return result
  }
}

extension Parser {
  /// A node over its parts; its offsets run from the first part to the last token read.
  func node(
    _ kind: SyntaxNode.Kind, _ children: [SyntaxNode] = [], anchor: Range<Int>, from start: Int? = nil
  ) throws(ExpressionIssue) -> SyntaxNode {
    let depth = 1 + (children.map(\.depth).max() ?? 0)
    guard depth <= Parser.deepestTree else { throw tooDeep(at: anchor) }
    let valueDepth = kind.valueDepth(over: children)
    guard valueDepth <= Parser.deepestValue else { throw tooDeep(at: anchor) }
    let begin = start ?? min(children.first?.offsets.lowerBound ?? anchor.lowerBound, anchor.lowerBound)
    let end = index > 0 ? tokens[index - 1].offsets.upperBound : anchor.upperBound
    return SyntaxNode(kind: kind, offsets: begin..<max(begin, end), anchor: anchor, depth: depth, valueDepth: valueDepth)
  }

  func tooDeep(at offsets: Range<Int>) -> ExpressionIssue {
    ExpressionIssue(
      .syntax, "This expression is nested too deeply.", advice: "Compute parts of it in facts, with set.", offsets: offsets)
  }

  /// What to say about a token behind a whole expression: mostly another language's operator.
  fileprivate func leftover() -> ExpressionIssue {
    var advice = "Take it out, or put an operator before it."
    if case .identifier(let word) = token.kind { advice = Parser.operatorAdvice[word.lowercased()] ?? advice }
    if index > 0, case .identifier(let word) = tokens[index - 1].kind, word.lowercased() == "not" {
      advice = "Write ! for \"not\"."
    }
    return issue("\(token.description.sentenceStart) is not expected here.", advice: advice)
  }

  private static let operatorAdvice: [String: String] = [
    "and": "Write && for \"and\".", "or": "Write || for \"or\".", "is": "Write == to compare two values.",
    "equals": "Write == to compare two values.", "contains": "Write text.contains('part').",
    "then": "Write condition ? value : other value.",
    "if": "Write condition ? value : other value.",
  ]
}

extension String {
  /// With its first letter in upper case.
  var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
