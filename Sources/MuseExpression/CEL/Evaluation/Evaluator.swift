/// Walks a checked expression. Errors carry the place of the part that failed.
struct Evaluator {
  var state: EvaluationState

  init(context: EvaluationContext, dialect: Dialect, steps: Int) {
    state = EvaluationState(context: context, dialect: dialect, steps: steps)
  }

  mutating func value(of node: CheckedNode) throws(EvaluationError) -> Value {
    try charge(1, at: node)
    switch node.kind {
    case .constant(let value): return value
    case .variable(let name): return try variable(name, at: node)
    case .local(let index): return state.locals[index]
    case .select(let target, let field): return try select(node, try value(of: target), field)
    case .optionalSelect(let target, let field): return try optionalSelect(node, try value(of: target), field)
    case .has(let target, let field): return .bool(try holds(node, try value(of: target), field))
    case .and(let operands): return try logic(operands, decidedBy: false)
    case .or(let operands): return try logic(operands, decidedBy: true)
    case .conditional(let condition, let then, let otherwise):
      return try value(of: try flag(of: condition) ? then : otherwise)
    case .call(let name, let overloads, let arguments): return try call(node, name, overloads, arguments)
    case .list(let items): return .list(try self.items(items))
    case .map(let entries): return .map(try map(entries))
    case .object(let type, let fields): return .object(try object(type, fields))
    case .message(let message, let fields): return try self.message(node, message, fields)
    case .comprehension(let comprehension): return try self.comprehension(node, comprehension)
    case .known(let name): return .bool(state.context.variable(name).map { $0 != .empty } ?? false)
    case .maybe(let parts, let references): return try maybe(node, parts, references)
    case .failure(let message): throw EvaluationError(message, at: node.offset)
    }
  }

  mutating func charge(_ steps: Int, at node: CheckedNode) throws(EvaluationError) {
    do { try state.charge(steps) } catch { throw EvaluationError(error.message, at: node.offset) }
  }

  mutating func flag(of node: CheckedNode) throws(EvaluationError) -> Bool {
    let value = try value(of: node)
    guard case .bool(let flag) = value else {
      throw EvaluationError("This is \(value.shallowType.withArticle) where a condition is needed.", at: node.offset)
    }
    return flag
  }

  private func variable(_ name: String, at node: CheckedNode) throws(EvaluationError) -> Value {
    guard let value = state.context.variable(name) else {
      throw EvaluationError("\"\(name)\" is not known yet.", at: node.offset)
    }
    return value
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
    var arguments: [Value] = []
    arguments.reserveCapacity(parts.count)
    for part in parts { arguments.append(try value(of: part)) }
    guard let overload = overloads.first(where: { $0.accepts(arguments, in: state.dialect) }) else {
      throw EvaluationError(mismatch(name, arguments), at: node.offset)
    }
    do {
      try state.charge(reading: arguments)
      return try overload.evaluate(arguments, &state)
    } catch {
      throw EvaluationError(error.message, at: node.offset)
    }
  }

  private func mismatch(_ name: String, _ arguments: [Value]) -> String {
    let shown = Overload.mark(of: name) ?? name
    if arguments.contains(.empty) { return "\"\(shown)\" has nothing to work on: a value is empty." }
    if arguments.isEmpty { return "\"\(shown)\" needs something to work on." }
    return "\"\(shown)\" does not work on \(arguments.map(\.shallowType.withArticle).joined(separator: " and "))."
  }

  /// Empty unless all that it names is there.
  private mutating func maybe(_ node: CheckedNode, _ parts: [CheckedNode], _ references: [String]) throws(EvaluationError)
    -> Value
  {
    for name in references {
      guard let value = state.context.variable(name), value != .empty, value != .null else { return .string("") }
    }
    var text = ""
    for part in parts {
      let value = try value(of: part)
      guard value != .empty, value != .null else { return .string("") }
      do { text += try state.text(forPeople: value) } catch { throw EvaluationError(error.message, at: part.offset) }
    }
    try charge(text.utf8.count / 16, at: node)
    return .string(text)
  }
}

extension EvaluationState {
  /// As a text of the graph would show it.
  mutating func text(forPeople value: Value) throws(FunctionFailure) -> String {
    try charge(value.size(upTo: CheckedExpression.costLimit))
    let text = ValueFormatter(now: context.now, zone: context.zone, locale: context.locale, objects: context.objects).text(value)
    try charge(characters: text.utf8.count)
    return text
  }
}
