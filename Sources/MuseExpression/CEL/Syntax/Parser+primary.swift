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
    let items = try expressions(until: .closeBracket, opener: opener)
    return try node(.list(items), items, anchor: opener)
  }

  /// The expressions between commas, and the closing mark. A comma may stand before that mark where the language allows it.
  private mutating func expressions(until closer: Token.Mark, opener: Range<Int>) throws(ExpressionIssue) -> [SyntaxNode] {
    var items: [SyntaxNode] = []
    while !take(closer) {
      if !items.isEmpty {
        guard take(.comma) else {
          try expect(closer, toClose: opener)
          break
        }
        if closer != .close, take(closer) { break }
      }
      items.append(try expression())
    }
    return items
  }

  private mutating func map() throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var entries: [(key: SyntaxNode, value: SyntaxNode)] = []
    while !take(.closeBrace) {
      if !entries.isEmpty {
        guard take(.comma) else {
          try expect(.closeBrace, toClose: opener)
          break
        }
        if take(.closeBrace) { break }
      }
      let key = try expression()
      try expect(.colon)
      entries.append((key, try expression()))
    }
    return try node(.map(entries), entries.flatMap { [$0.key, $0.value] }, anchor: opener)
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
        let index = try expression()
        try expect(.closeBracket, toClose: opener)
        result = try node(.call("_[_]", target: nil, arguments: [result, index]), [result, index], anchor: opener)
      } else if next(is: .openBrace), let type = result.dottedName {
        result = try object(type, start: result)
      } else {
        return result
      }
    }
  }

  private mutating func selection(of target: SyntaxNode) throws(ExpressionIssue) -> SyntaxNode {
    let field: String
    switch token.kind {
    case .identifier(let name): field = name
    case .quotedIdentifier(let name): field = name
    case .int, .uint, .double, .string, .bytes, .mark, .end:
      throw issue("A field is missing before \(token.description).", advice: "Write the name of a field behind the dot.")
    }
    let anchor = advance().offsets
    if next(is: .open) { return try call(field, target: target, anchor: anchor) }
    return try node(.select(target, field: field), [target], anchor: anchor)
  }

  private mutating func object(_ type: String, start: SyntaxNode) throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    var fields: [SyntaxNode.ObjectField] = []
    while !take(.closeBrace) {
      if !fields.isEmpty {
        guard take(.comma) else {
          try expect(.closeBrace, toClose: opener)
          break
        }
        if take(.closeBrace) { break }
      }
      guard case .identifier(let name) = token.kind else {
        throw issue("A field is missing before \(token.description).", advice: "Write name: value.")
      }
      let offsets = advance().offsets
      try expect(.colon)
      fields.append(.init(name: name, value: try expression(), offsets: offsets))
    }
    return try node(.object(type, fields), fields.map(\.value), anchor: start.anchor, from: start.offsets.lowerBound)
  }

  /// The arguments of a call, whose special forms become nodes of their own here.
  private mutating func call(_ name: String, target: SyntaxNode?, anchor: Range<Int>) throws(ExpressionIssue) -> SyntaxNode {
    let opener = advance().offsets
    let arguments = try expressions(until: .close, opener: opener)
    let children = (target.map { [$0] } ?? []) + arguments
    if let kind = try SpecialForm.kind(of: name, target: target, arguments: arguments, anchor: anchor) {
      return try node(kind, children, anchor: anchor)
    }
    return try node(.call(name, target: target, arguments: arguments), children, anchor: anchor)
  }
}
