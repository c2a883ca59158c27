/// Walks a checked expression. Errors carry the place of the part that failed.
struct Evaluator {
  var state: EvaluationState

  init(context: EvaluationContext, steps: Int) { state = EvaluationState(context: context, steps: steps) }

  mutating func value(of node: CheckedNode) throws(EvaluationError) -> Value {
    try charge(1, at: node)
    switch node.kind {
    case .constant(let value): return value
    case .variable(let name):
      guard let value = state.context.variable(name) else {
        throw EvaluationError("\"\(name)\" is not known yet.", at: node.offset)
      }
      return value
    case .local(let index): return state.locals[index]
    case .select(let target, let field): return try select(node, try value(of: target), field)
    case .has(let target, let field): return .bool(try value(of: target).holds(field))
    case .and(let operands): return try logic(operands, decidedBy: false)
    case .or(let operands): return try logic(operands, decidedBy: true)
    case .conditional(let condition, let then, let otherwise):
      return try value(of: try flag(of: condition) ? then : otherwise)
    case .call(let name, let overloads, let arguments): return try call(node, name, overloads, arguments)
    case .list(let items): return .list(try values(of: items))
    case .map(let entries): return try map(node, entries)
    case .object(let type, let fields): return try object(type, fields)
    case .comprehension(let comprehension): return try self.comprehension(node, comprehension)
    case .known(let name): return .bool(state.context.variable(name) != nil)
    case .maybe(let parts, let references): return try maybe(node, parts, references)
    }
  }

  private mutating func charge(_ steps: Int, at node: CheckedNode) throws(EvaluationError) {
    do { try state.charge(steps) } catch { throw EvaluationError(error.message, at: node.offset) }
  }

  private mutating func values(of nodes: [CheckedNode]) throws(EvaluationError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for node in nodes { values.append(try value(of: node)) }
    return values
  }

  mutating func flag(of node: CheckedNode) throws(EvaluationError) -> Bool {
    let value = try value(of: node)
    guard case .bool(let flag) = value else {
      throw EvaluationError("This is \(value.shallowType.withArticle) where a condition is needed.", at: node.offset)
    }
    return flag
  }

  /// An operand that decides the outcome does so even beside one that fails.
  ///
  /// Source: cel-spec, langdef, "Logical Operators".
  private mutating func logic(_ operands: [CheckedNode], decidedBy decisive: Bool) throws(EvaluationError) -> Value {
    var failure: EvaluationError?
    for operand in operands {
      do {
        if try flag(of: operand) == decisive { return .bool(decisive) }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return .bool(!decisive)
  }

  private mutating func call(
    _ node: CheckedNode, _ name: String, _ overloads: [Overload], _ parts: [CheckedNode]
  ) throws(EvaluationError) -> Value {
    let arguments = try values(of: parts)
    guard let overload = overloads.first(where: { $0.accepts(arguments) }) else {
      throw EvaluationError(mismatch(name, arguments), at: node.offset)
    }
    do { return try overload.evaluate(arguments, &state) } catch { throw EvaluationError(error.message, at: node.offset) }
  }

  private func mismatch(_ name: String, _ arguments: [Value]) -> String {
    let shown = Overload.mark(of: name) ?? name
    if arguments.contains(.empty) { return "\"\(shown)\" has nothing to work on: a value is empty." }
    return "\"\(shown)\" does not work on \(arguments.map(\.shallowType.withArticle).joined(separator: " and "))."
  }
}

extension Evaluator {
  private func select(_ node: CheckedNode, _ target: Value, _ field: String) throws(EvaluationError) -> Value {
    switch target {
    case .map(let map):
      if let value = map[.string(field)] { return value }
      throw EvaluationError("The map has no key \"\(field)\".", at: node.offset)
    case .object(let object):
      if let value = object[field] { return value }
      // A declared field that is not set has nothing to show, which is what `empty` means.
      if case .optional = state.context.objects[object.type]?.fields.first(where: { $0.name == field })?.type { return .empty }
      throw EvaluationError("The \(object.type) has no \"\(field)\".", at: node.offset)
    case .empty: return .empty
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .date, .time, .type:
      throw EvaluationError("\(target.shallowType.withArticle.sentenceStart) has no \"\(field)\".", at: node.offset)
    }
  }

  private mutating func map(
    _ node: CheckedNode, _ entries: [(key: CheckedNode, value: CheckedNode)]
  ) throws(EvaluationError) -> Value {
    var map = MapValue()
    for entry in entries {
      let key = try value(of: entry.key)
      try charge(map.entries.count / 8, at: entry.key)
      guard key.isMapKey else {
        throw EvaluationError("A map has no keys of type \(key.shallowType).", at: entry.key.offset)
      }
      guard map[key] == nil else { throw EvaluationError("The key \(key) comes twice.", at: entry.key.offset) }
      map.entries.append(MapValue.Entry(key: key, value: try value(of: entry.value)))
    }
    return .map(map)
  }

  private mutating func object(_ type: String, _ fields: [(name: String, value: CheckedNode)]) throws(EvaluationError) -> Value {
    var object = ObjectValue(type: type)
    for field in fields {
      let value = try value(of: field.value)
      object[field.name] = value == .null || value == .empty ? nil : value
    }
    return .object(object)
  }

  /// Empty unless all that it names is there.
  private mutating func maybe(_ node: CheckedNode, _ parts: [CheckedNode], _ references: [String]) throws(EvaluationError)
    -> Value
  {
    for name in references {
      guard let value = state.context.variable(name), value != .empty, value != .null else { return .string("") }
    }
    let context = state.context
    let formatter = ValueFormatter(now: context.now, zone: context.zone, locale: context.locale, objects: context.objects)
    var text = ""
    for part in parts {
      let value = try value(of: part)
      guard value != .empty, value != .null else { return .string("") }
      try charge(value.size(upTo: CheckedExpression.costLimit), at: part)
      text += formatter.text(value)
    }
    try charge(text.utf8.count / 16, at: node)
    return .string(text)
  }
}

extension Value {
  fileprivate func holds(_ field: String) -> Bool {
    switch self {
    case .map(let map): map[.string(field)] != nil
    case .object(let object): object[field].map { $0 != .empty } ?? false
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .date, .time, .empty, .type: false
    }
  }

  fileprivate var isMapKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    case .null, .double, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: false
    }
  }
}
