extension Evaluator {
  mutating func comprehension(_ node: CheckedNode, _ comprehension: CheckedNode.Comprehension) throws(EvaluationError) -> Value {
    let items = try items(of: comprehension.range)
    switch comprehension.kind {
    case .all: return try quantifier(comprehension.body, items, decidedBy: false)
    case .exists: return try quantifier(comprehension.body, items, decidedBy: true)
    case .existsOne:
      var count = 0
      for item in items where try flag(of: comprehension.body, with: item) { count += 1 }
      return .bool(count == 1)
    case .filter:
      var kept: [Value] = []
      for item in items where try flag(of: comprehension.body, with: item) { kept.append(item) }
      return .list(kept)
    case .map: return .list(try mapped(comprehension, items))
    }
  }

  /// The items of a list, or the keys of a map.
  private mutating func items(of range: CheckedNode) throws(EvaluationError) -> [Value] {
    let value = try value(of: range)
    switch value {
    case .list(let items): return items
    case .map(let map): return map.entries.map(\.key)
    case .empty: return []
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .time, .object, .type:
      throw EvaluationError("This is \(value.shallowType.withArticle), which has no items.", at: range.offset)
    }
  }

  /// `all` and `exists`: as `&&` and `||` over the items, an item that decides does so beside others that fail.
  private mutating func quantifier(_ body: CheckedNode, _ items: [Value], decidedBy decisive: Bool) throws(EvaluationError)
    -> Value
  {
    var failure: EvaluationError?
    for item in items {
      do {
        if try flag(of: body, with: item) == decisive { return .bool(decisive) }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return .bool(!decisive)
  }

  private mutating func mapped(_ comprehension: CheckedNode.Comprehension, _ items: [Value]) throws(EvaluationError) -> [Value] {
    var results: [Value] = []
    for item in items {
      if let filter = comprehension.filter, try !flag(of: filter, with: item) { continue }
      results.append(try value(of: comprehension.body, with: item))
    }
    return results
  }

  private mutating func flag(of node: CheckedNode, with item: Value) throws(EvaluationError) -> Bool {
    try withLocal(item) { evaluator throws(EvaluationError) in try evaluator.flag(of: node) }
  }

  private mutating func value(of node: CheckedNode, with item: Value) throws(EvaluationError) -> Value {
    try withLocal(item) { evaluator throws(EvaluationError) in try evaluator.value(of: node) }
  }

  private mutating func withLocal<Result>(
    _ item: Value, _ body: (inout Evaluator) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    state.locals.append(item)
    defer { state.locals.removeLast() }
    return try body(&self)
  }
}
