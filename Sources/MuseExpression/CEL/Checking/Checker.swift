import MuseSource

/// Resolves names and finds types, from the leaves up, and collects every issue. A part with an issue has the type `dyn`, so
/// that one mistake is reported once.
struct Checker {
  typealias Checked = (node: CheckedNode, type: ValueType)

  let environment: TypeEnvironment
  var issues: [ExpressionIssue] = []
  var references: Set<String> = []
  /// The first place of each variable that is read where nothing says that it is known, in the order of their places.
  var unguardedReads: [CheckedExpression.Read] = []
  /// The variables of the comprehensions around.
  var locals: [(name: String, type: ValueType)] = []
  /// What conditions around say is known here.
  var known: Set<String> = []
  /// Inside `maybe(…)`, where everything may be unset.
  var isGuarded = false

  init(environment: TypeEnvironment) { self.environment = environment }

  mutating func check(_ node: SyntaxNode) -> Checked {
    switch node.kind {
    case .literal(let value): return (made(.constant(value), node), value.shallowType)
    case .name, .rootName: return name(node)
    case .select(let target, let field): return select(node, target, field)
    case .optionalSelect(let target, let field): return optionalSelect(node, target, field)
    case .has(let target, let field): return has(node, target, field)
    case .and(let operands): return logic(node, operands, knownFrom: \.whenTrue) { .and($0) }
    case .or(let operands): return logic(node, operands, knownFrom: \.whenFalse) { .or($0) }
    case .conditional(let condition, let then, let otherwise): return conditional(node, condition, then, otherwise)
    case .call(let name, let target, let arguments): return call(node, name, target, arguments)
    case .list(let items): return list(node, items)
    case .map(let entries): return map(node, entries)
    case .object(let type, let fields): return object(node, type, fields)
    case .comprehension(let comprehension): return self.comprehension(node, comprehension)
    case .known(let argument): return known(node, argument)
    case .maybe(let parts): return maybe(node, parts)
    }
  }

  func made(_ kind: CheckedNode.Kind, _ node: SyntaxNode) -> CheckedNode {
    CheckedNode(kind: kind, offset: node.anchor.lowerBound)
  }

  /// Stands for a part that has an issue.
  func broken(_ node: SyntaxNode) -> Checked { (made(.constant(.null), node), .dyn) }

  mutating func report(
    _ kind: ExpressionIssue.Kind, _ message: String, advice: String, at offsets: Range<Int>, nearMiss: String? = nil
  ) {
    issues.append(ExpressionIssue(kind, message, advice: advice, offsets: offsets, nearMiss: nearMiss))
  }

  /// Reports an unknown name with the known one that was meant, or that comes nearest.
  mutating func reportUnknown(
    _ message: String, _ name: String, meant: String? = nil, among names: some Sequence<String>, at offsets: Range<Int>,
    advice: String
  ) {
    let near = meant ?? nearestName(to: name, among: names)
    report(.unknownName, message, advice: near.map { "Did you mean \"\($0)\"?" } ?? advice, at: offsets, nearMiss: near)
  }

  /// Checks what has to be a condition.
  mutating func condition(_ node: SyntaxNode) -> CheckedNode {
    let (checked, type) = check(node)
    if !type.fits(.bool) {
      report(
        .type, "A condition is needed here, and this is \(type.withArticle).",
        advice: "Write something that is true or false, such as a comparison with ==.", at: node.offsets)
    }
    return checked
  }
}

extension Checker {
  private mutating func logic(
    _ node: SyntaxNode, _ operands: [SyntaxNode], knownFrom side: KeyPath<KnownNames, Set<String>>,
    make: ([CheckedNode]) -> CheckedNode.Kind
  ) -> Checked {
    // `known(x) && x > 1`, in either order: where x is unset, the other operand decides alone.
    let facts = operands.map { KnownNames(of: $0)[keyPath: side] }
    let counts = facts.joined().reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let outer = known
    defer { known = outer }
    let checked = zip(operands, facts).map { operand, own in
      known = outer.union(counts.filter { $0.value > (own.contains($0.key) ? 1 : 0) }.keys)
      return condition(operand)
    }
    return (made(make(checked), node), .bool)
  }

  private mutating func conditional(
    _ node: SyntaxNode, _ condition: SyntaxNode, _ then: SyntaxNode, _ otherwise: SyntaxNode
  ) -> Checked {
    let checkedCondition = self.condition(condition)
    let names = KnownNames(of: condition)
    let outer = known
    known = outer.union(names.whenTrue)
    let first = check(then)
    known = outer.union(names.whenFalse)
    let second = check(otherwise)
    known = outer
    let type = first.type.joined(with: second.type)
    if type == nil {
      report(
        .type, "One side gives \(first.type.withArticle), the other \(second.type.withArticle).",
        advice: "Let both sides give the same type.", at: node.offsets)
    }
    return (made(.conditional(checkedCondition, then: first.node, otherwise: second.node), node), type ?? .dyn)
  }

  private mutating func list(_ node: SyntaxNode, _ items: [SyntaxNode.Item]) -> Checked {
    var types: [ValueType] = []
    let checked = items.map { item in
      let (value, type) = check(item.value)
      types.append(item.isOptional ? optionalPart(type, item.value) : type)
      return CheckedNode.Item(value: value, isOptional: item.isOptional)
    }
    return (made(.list(checked), node), .list(Checker.common(types)))
  }

  private mutating func map(_ node: SyntaxNode, _ entries: [SyntaxNode.Entry]) -> Checked {
    var checked: [CheckedNode.Entry] = []
    var keys: [ValueType] = []
    var values: [ValueType] = []
    for entry in entries {
      let key = check(entry.key)
      let value = check(entry.value)
      checked.append(.init(key: key.node, value: value.node, isOptional: entry.isOptional))
      keys.append(key.type)
      values.append(entry.isOptional ? optionalPart(value.type, entry.value) : value.type)
      if ![.dyn, .bool, .int, .uint, .string].contains(key.type.unwrapped) {
        report(
          .type, "A map has no keys of type \(key.type).", advice: "Use a text, an integer or a boolean.", at: entry.key.offsets)
      }
    }
    return (made(.map(checked), node), .map(key: Checker.common(keys), value: Checker.common(values)))
  }

  /// What a part behind a `?` is where it is there.
  mutating func optionalPart(_ type: ValueType, _ node: SyntaxNode) -> ValueType {
    switch type {
    case .dyn: return .dyn
    case .optional(let wrapped): return wrapped
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .type:
      report(
        .type, "This is \(type.withArticle), which is always there.", advice: "Take the ? before it out.", at: node.offsets)
      return type
    }
  }

  /// What all items are; `dyn` where they differ, or where there are none.
  static func common(_ types: [ValueType]) -> ValueType {
    guard let first = types.first else { return .dyn }
    return types.dropFirst().reduce(first) { ($0 == .dyn ? nil : $0.joined(with: $1)) ?? .dyn }
  }
}

extension ValueType {
  /// `a text`, `an integer`.
  var withArticle: String {
    let name = description
    return ("aeiou".contains(name.first ?? "x") && self != .dyn ? "an " : self == .dyn || self == .null ? "" : "a ") + name
  }
}
