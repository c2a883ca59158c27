// The forms with variables of their own.

extension Checker {
  mutating func comprehension(_ node: SyntaxNode, _ syntax: SyntaxNode.Comprehension) -> Checked {
    let range = check(syntax.range)
    let types = variableTypes(of: syntax, over: range.type)
    locals += zip(syntax.variables, types).map { ($0, $1) }
    defer { locals.removeLast(syntax.variables.count) }
    let filter = syntax.filter.map { condition($0) }
    let body = checkedBody(of: syntax)
    let result = CheckedNode.Comprehension(
      kind: syntax.kind, range: range.node, variableCount: syntax.variables.count, filter: filter, body: body.node)
    return (made(.comprehension(result), node), resultType(of: syntax, over: types, giving: body.type))
  }

  private mutating func checkedBody(of syntax: SyntaxNode.Comprehension) -> Checked {
    switch syntax.kind {
    case .all, .exists, .existsOne, .filter: return (condition(syntax.body), .bool)
    case .map, .transformList, .transformMap, .bind, .optMap: return check(syntax.body)
    case .sortBy:
      let body = check(syntax.body)
      if !body.type.hasOrder {
        report(
          .type, "Items are not sorted by \(body.type.withArticle).", advice: "Give a number, a text or a time.",
          at: syntax.body.offsets)
      }
      return body
    case .transformMapEntry:
      let body = check(syntax.body)
      if !body.type.fits(.map(key: .dyn, value: .dyn)) {
        report(
          .type, "An entry is needed here, and this is \(body.type.withArticle).", advice: "Write {key: value}.",
          at: syntax.body.offsets)
      }
      return body
    case .optFlatMap:
      let body = check(syntax.body)
      _ = optionalPart(body.type, syntax.body)
      return body
    }
  }

  private func resultType(of syntax: SyntaxNode.Comprehension, over types: [ValueType], giving body: ValueType) -> ValueType {
    switch syntax.kind {
    case .all, .exists, .existsOne: .bool
    case .filter, .sortBy: .list(types.first ?? .dyn)
    case .map, .transformList: .list(body)
    case .transformMap: .map(key: types.first ?? .dyn, value: body)
    case .transformMapEntry: if case .map = body { body } else { .map(key: .dyn, value: .dyn) }
    case .optMap, .optFlatMap: .optional(body.unwrapped)
    case .bind: body
    }
  }

  /// As many as there are variables: an item of a list or a key of a map; its place and itself, or the key and the value.
  private mutating func variableTypes(of syntax: SyntaxNode.Comprehension, over range: ValueType) -> [ValueType] {
    switch syntax.kind {
    case .bind: return [range]
    case .optMap, .optFlatMap: return [optionalTarget(range, syntax.range)]
    case .sortBy: return [itemTypes(of: range, syntax.range, onlyLists: true)[1]]
    case .all, .exists, .existsOne, .map, .filter, .transformList, .transformMap, .transformMapEntry:
      let pair = itemTypes(of: range, syntax.range)
      if syntax.variables.count == 2 { return pair }
      if case .map = range.unwrapped { return [pair[0]] }
      return [pair[1]]
    }
  }

  private mutating func optionalTarget(_ type: ValueType, _ node: SyntaxNode) -> ValueType {
    switch type {
    case .dyn: return .dyn
    case .optional(let wrapped): return wrapped
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .type:
      report(
        .type, "This is \(type.withArticle), which is always there.",
        advice: "Use the value itself; for each item of a list write .map(x, …).", at: node.offsets)
      return .dyn
    }
  }

  /// The place and the item of a list, the key and the value of a map.
  private mutating func itemTypes(of range: ValueType, _ node: SyntaxNode, onlyLists: Bool = false) -> [ValueType] {
    switch range.unwrapped {
    case .list(let item): return [.int, item]
    case .map(let key, let value) where !onlyLists: return [key, value]
    case .dyn: return [.dyn, .dyn]
    case .null, .bool, .int, .uint, .double, .string, .bytes, .map, .timestamp, .duration, .date, .time, .object, .optional,
      .type:
      report(.type, "This is \(range.withArticle), which has no items.", advice: "Use a list or a map.", at: node.offsets)
      return [.dyn, .dyn]
    }
  }
}

extension ValueType {
  /// False where `<` never holds between two values of the type.
  var hasOrder: Bool {
    switch self {
    case .dyn, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .time: true
    case .optional(let wrapped): wrapped.hasOrder
    case .null, .list, .map, .object, .type: false
    }
  }
}
