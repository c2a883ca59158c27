extension Evaluator {
  mutating func comprehension(_ node: CheckedNode, _ comprehension: CheckedNode.Comprehension) throws(EvaluationError) -> Value {
    switch comprehension.kind {
    case .bind: return try value(of: comprehension.body, with: [try value(of: comprehension.range)])
    case .optMap, .optFlatMap: return try optionalMap(comprehension)
    case .all: return try quantifier(comprehension, decidedBy: false)
    case .exists: return try quantifier(comprehension, decidedBy: true)
    case .existsOne:
      var count = 0
      for locals in try rounds(of: comprehension) where try flag(of: comprehension.body, with: locals) { count += 1 }
      return .bool(count == 1)
    case .filter:
      var kept: [Value] = []
      for locals in try rounds(of: comprehension) where try flag(of: comprehension.body, with: locals) { kept += locals }
      return .list(kept)
    case .map, .transformList: return .list(try results(of: comprehension).map(\.value))
    case .transformMap:
      return .map(MapValue(entries: try results(of: comprehension).map { .init(key: $0.locals[0], value: $0.value) }))
    case .transformMapEntry: return .map(try merged(comprehension))
    case .sortBy: return try sorted(node, comprehension)
    }
  }

  /// What the variables hold in each round: the item of a list or the key of a map; the place and the item, or the key and the
  /// value.
  private mutating func rounds(of comprehension: CheckedNode.Comprehension) throws(EvaluationError) -> [[Value]] {
    let range = comprehension.range
    let value = try value(of: range)
    let isPair = comprehension.variableCount == 2
    switch value {
    case .list(let items):
      try charge(items.count / 4, at: range)
      return isPair ? items.enumerated().map { [.int(Int64($0)), $1] } : items.map { [$0] }
    case .map(let map):
      try charge(map.entries.count / 4, at: range)
      return isPair ? map.entries.map { [$0.key, $0.value] } : map.entries.map { [$0.key] }
    case .empty: return []
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .time, .object, .type:
      throw EvaluationError("This is \(value.shallowType.withArticle), which has no items.", at: range.offset)
    }
  }

  /// `all` and `exists`: as `&&` and `||` over the items, an item that decides does so beside others that fail.
  private mutating func quantifier(
    _ comprehension: CheckedNode.Comprehension, decidedBy decisive: Bool
  ) throws(EvaluationError) -> Value {
    var failure: EvaluationError?
    for locals in try rounds(of: comprehension) {
      do {
        if try flag(of: comprehension.body, with: locals) == decisive { return .bool(decisive) }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return .bool(!decisive)
  }

  /// What the body gives, for all rounds that the filter lets through.
  private mutating func results(
    of comprehension: CheckedNode.Comprehension
  ) throws(EvaluationError) -> [(locals: [Value], value: Value)] {
    var results: [(locals: [Value], value: Value)] = []
    for locals in try rounds(of: comprehension) {
      if let filter = comprehension.filter, try !flag(of: filter, with: locals) { continue }
      results.append((locals, try value(of: comprehension.body, with: locals)))
    }
    return results
  }

  private mutating func merged(_ comprehension: CheckedNode.Comprehension) throws(EvaluationError) -> MapValue {
    var merged = MapValue()
    for (_, value) in try results(of: comprehension) {
      guard case .map(let map) = value else {
        throw EvaluationError(
          "This is \(value.shallowType.withArticle) where an entry is needed.", at: comprehension.body.offset)
      }
      for entry in map.entries {
        try admit(entry.key, to: merged, at: comprehension.body)
        merged.entries.append(entry)
      }
    }
    return merged
  }

  private mutating func sorted(
    _ node: CheckedNode, _ comprehension: CheckedNode.Comprehension
  ) throws(EvaluationError) -> Value {
    let results = try results(of: comprehension)
    do {
      let order = try state.order(of: results.map(\.value))
      return .list(order.map { results[$0].locals[0] })
    } catch {
      throw EvaluationError(error.message, at: node.offset)
    }
  }

  private mutating func optionalMap(_ comprehension: CheckedNode.Comprehension) throws(EvaluationError) -> Value {
    let target = try value(of: comprehension.range)
    switch target.optionalContent(in: state.dialect) {
    case .nothing: return .optional(nil, in: state.dialect)
    case nil:
      throw EvaluationError(
        "This is \(target.shallowType.withArticle) where an optional value is needed.", at: comprehension.range.offset)
    case .value(let content):
      let result = try value(of: comprehension.body, with: [content])
      if comprehension.kind == .optMap { return .optional(result, in: state.dialect) }
      guard result.optionalContent(in: state.dialect) != nil else {
        throw EvaluationError(
          "This is \(result.shallowType.withArticle) where an optional value is needed.", at: comprehension.body.offset)
      }
      return result
    }
  }

  private mutating func flag(of node: CheckedNode, with locals: [Value]) throws(EvaluationError) -> Bool {
    state.locals += locals
    defer { state.locals.removeLast(locals.count) }
    return try flag(of: node)
  }

  private mutating func value(of node: CheckedNode, with locals: [Value]) throws(EvaluationError) -> Value {
    state.locals += locals
    defer { state.locals.removeLast(locals.count) }
    return try value(of: node)
  }
}
