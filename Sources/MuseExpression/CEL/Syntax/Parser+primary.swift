extension Parser {
  /// A value, a name, a call, or something in brackets.
  mutating func primary() throws(ExpressionIssue) -> SyntaxNode {
    let start = token
    switch start.kind {
    case .int(let digits, let radix): return try integer(digits, radix: radix, from: start.offsets.lowerBound)
    case .uint(let number): return try literal(.uint(number))
    case .double(let number): return try literal(.double(number))
    case .string(let text): return try literal(.string(text))
    case .bytes(let bytes): return try literal(.bytes(bytes))
    case .identifier("true"): return try literal(.bool(true))
    case .identifier("false"): return try literal(.bool(false))
    case .identifier("null"): return try literal(.null)
    case .identifier: return try name()
    case .mark(.dot):
      _ = advance()
      return try name(isRoot: true)
    case .mark(.open): return try parenthesis()
    case .mark(.openBracket): return try list()
    case .mark(.openBrace): return try map()
    case .mark, .quotedIdentifier, .end:
      throw issue(
        "A value is missing before \(start.description).", advice: "Write a name, a number, a text in quotes or a call.")
    }
  }

  mutating func integer(_ text: String, radix: Int, from start: Int) throws(ExpressionIssue) -> SyntaxNode {
    guard let number = Int64(text, radix: radix) else {
      throw issue(
        "This number is too large.", advice: "Integers go up to 9223372036854775807; write a number with a point for more.")
    }
    let offsets = start..<advance().offsets.upperBound
    return try node(.literal(.int(number)), anchor: offsets)
  }

  private mutating func literal(_ value: Value) throws(ExpressionIssue) -> SyntaxNode {
    // A step of its own: the node ends at the last token read.
    let offsets = advance().offsets
    return try node(.literal(value), anchor: offsets)
  }

  private mutating func name(isRoot: Bool = false) throws(ExpressionIssue) -> SyntaxNode {
    guard case .identifier(let name) = token.kind else {
      throw issue("A name is missing before \(token.description).", advice: "Write a name behind the dot.")
    }
    guard ReservedWord(rawValue: name) == nil else {
      throw issue("\"\(name)\" is a word of CEL and cannot be a name.", advice: "Choose another name.")
    }
    let anchor = advance().offsets
    if next(is: .open) { return try call(name, target: nil, anchor: anchor) }
    return try node(isRoot ? .rootName(name) : .name(name), anchor: anchor)
  }

  private mutating func parenthesis() throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var inner = try expression()
    try expect(.close, toClose: opener)
    inner.offsets = opener.lowerBound..<tokens[index - 1].offsets.upperBound
    return inner
  }

  private mutating func list() throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var items: [SyntaxNode.Item] = []
    try separated(until: .closeBracket, opener: opener) { parser throws(ExpressionIssue) in
      let isOptional = parser.take(.question)
      items.append(.init(value: try parser.expression(), isOptional: isOptional))
    }
    return try node(.list(items), items.map(\.value), anchor: opener)
  }

  private mutating func map() throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var entries: [SyntaxNode.Entry] = []
    try separated(until: .closeBrace, opener: opener) { parser throws(ExpressionIssue) in
      let isOptional = parser.take(.question)
      let key = try parser.expression()
      try parser.expect(.colon)
      entries.append(.init(key: key, value: try parser.expression(), isOptional: isOptional))
    }
    return try node(.map(entries), entries.flatMap { [$0.key, $0.value] }, anchor: opener)
  }

  /// What stands between commas, and the closing mark. A comma may stand before that mark, but not behind an argument.
  private mutating func separated(
    until closer: Token.Mark, opener: Range<Int>, _ part: (inout Parser) throws(ExpressionIssue) -> Void
  ) throws(ExpressionIssue) {
    var isFirst = true
    while !take(closer) {
      if !isFirst {
        guard take(.comma) else { return try expect(closer, toClose: opener) }
        if closer != .close, take(closer) { return }
      }
      isFirst = false
      try part(&self)
    }
  }
}

extension Parser {
  /// What follows a value: `.field`, `.method(…)`, `[index]`, `{fields}`.
  mutating func member(of start: SyntaxNode) throws(ExpressionIssue) -> SyntaxNode {
    var result = start
    while true {
      if take(.dot) {
        result = try selection(of: result)
      } else if next(is: .openBracket) {
        let opener = advance().offsets
        let name = take(.question) ? "_[?_]" : "_[_]"
        let index = try expression()
        try expect(.closeBracket, toClose: opener)
        result = try node(.call(name, target: nil, arguments: [result, index]), [result, index], anchor: opener)
      } else if next(is: .openBrace), let type = result.dottedName {
        result = try object(type, start: result)
      } else {
        return result
      }
    }
  }

  private mutating func selection(of target: SyntaxNode) throws(ExpressionIssue) -> SyntaxNode {
    let isOptional = take(.question)
    let field = try fieldName(advice: "Write the name of a field behind the dot.")
    let anchor = tokens[index - 1].offsets
    if isOptional { return try node(.optionalSelect(target, field: field), [target], anchor: anchor) }
    if next(is: .open) { return try call(field, target: target, anchor: anchor) }
    return try node(.select(target, field: field), [target], anchor: anchor)
  }

  /// Any word but those that are values or an operator; any name in backticks.
  private mutating func fieldName(advice: String) throws(ExpressionIssue) -> String {
    switch token.kind {
    case .identifier(let name) where !["true", "false", "null", "in"].contains(name), .quotedIdentifier(let name):
      _ = advance()
      return name
    case .identifier, .int, .uint, .double, .string, .bytes, .mark, .end:
      throw issue("A field is missing before \(token.description).", advice: advice)
    }
  }

  private mutating func object(_ type: String, start: SyntaxNode) throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var fields: [SyntaxNode.ObjectField] = []
    try separated(until: .closeBrace, opener: opener) { parser throws(ExpressionIssue) in
      let isOptional = parser.take(.question)
      let offsets = parser.token.offsets
      let name = try parser.fieldName(advice: "Write name: value.")
      try parser.expect(.colon)
      fields.append(.init(name: name, value: try parser.expression(), isOptional: isOptional, offsets: offsets))
    }
    return try node(.object(type, fields), fields.map(\.value), anchor: start.anchor, from: start.offsets.lowerBound)
  }

  /// The arguments of a call, whose special forms become nodes of their own here.
  private mutating func call(_ name: String, target: SyntaxNode?, anchor: Range<Int>) throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var arguments: [SyntaxNode] = []
    try separated(until: .close, opener: opener) { parser throws(ExpressionIssue) in arguments.append(try parser.expression()) }
    let children = (target.map { [$0] } ?? []) + arguments
    if let kind = try SpecialForm.kind(of: name, target: target, arguments: arguments, anchor: anchor) {
      return try node(kind, children, anchor: anchor)
    }
    return try node(.call(name, target: target, arguments: arguments), children, anchor: anchor)
  }
}
