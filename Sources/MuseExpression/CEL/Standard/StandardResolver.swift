/// Finds what each name stands for, without looking at types. What is not found becomes a part that fails when it is reached.
struct StandardResolver {
  let container: String
  let context: EvaluationContext
  private var locals: [String] = []

  init(container: String, context: EvaluationContext) {
    self.container = container
    self.context = context
  }

  mutating func resolve(_ node: SyntaxNode) -> CheckedNode {
    CheckedNode(kind: kind(of: node), offset: node.anchor.lowerBound)
  }

  private mutating func kind(of node: SyntaxNode) -> CheckedNode.Kind {
    switch node.kind {
    case .literal(let value): .constant(value)
    case .name(let name), .rootName(let name):
      reference(node) ?? .failure("There is nothing called \"\(name)\" here.")
    case .select(let target, let field): reference(node) ?? .select(resolve(target), field: field)
    case .optionalSelect(let target, let field): .optionalSelect(resolve(target), field: field)
    case .has(let target, let field): .has(resolve(target), field: field)
    case .and(let operands): .and(operands.map { resolve($0) })
    case .or(let operands): .or(operands.map { resolve($0) })
    case .conditional(let condition, let then, let otherwise):
      .conditional(resolve(condition), then: resolve(then), otherwise: resolve(otherwise))
    case .call(let name, let target, let arguments): call(name, target, arguments)
    case .list(let items): .list(items.map { .init(value: resolve($0.value), isOptional: $0.isOptional) })
    case .map(let entries):
      .map(entries.map { .init(key: resolve($0.key), value: resolve($0.value), isOptional: $0.isOptional) })
    case .object(let type, let fields): object(type, fields)
    case .comprehension(let syntax): comprehension(syntax)
    case .known(let argument): .constant(.bool(reference(argument) != nil))
    case .maybe(let parts): .maybe(parts.map { resolve($0) }, references: [])
    }
  }

  private mutating func comprehension(_ syntax: SyntaxNode.Comprehension) -> CheckedNode.Kind {
    let range = resolve(syntax.range)
    locals += syntax.variables
    defer { locals.removeLast(syntax.variables.count) }
    let filter = syntax.filter.map { resolve($0) }
    return .comprehension(
      .init(
        kind: syntax.kind, range: range, variableCount: syntax.variables.count, filter: filter, body: resolve(syntax.body)))
  }

  private mutating func call(_ name: String, _ target: SyntaxNode?, _ arguments: [SyntaxNode]) -> CheckedNode.Kind {
    if let target, let head = target.dottedName, let entry = FunctionCatalogue.byName["\(head).\(name)"] {
      return call(entry, .function, arguments)
    }
    guard let entry = FunctionCatalogue.byName[name] else { return .failure("There is no function \"\(name)\".") }
    return call(entry, target == nil ? .function : .method, (target.map { [$0] } ?? []) + arguments)
  }

  private mutating func call(
    _ entry: FunctionEntry, _ style: Overload.Style, _ arguments: [SyntaxNode]
  ) -> CheckedNode.Kind {
    let overloads = entry.overloads.filter { $0.style == style && $0.stands(in: .standard) }
    return .call(entry.name, overloads, arguments.map { resolve($0) })
  }

  private mutating func object(_ type: String, _ fields: [SyntaxNode.ObjectField]) -> CheckedNode.Kind {
    let resolved = fields.map { CheckedNode.Field(name: $0.name, value: resolve($0.value), isOptional: $0.isOptional) }
    for name in candidates(for: type, isRoot: false) {
      if context.objects[name] != nil { return .object(name, resolved) }
      if let message = WellKnownMessage(rawValue: name) { return .message(message, resolved) }
    }
    return .failure("There is no object type \"\(type)\".")
  }
}

extension StandardResolver {
  /// The variable or type that a chain of names stands for as a whole; a variable of a comprehension goes before both.
  ///
  /// Source: cel-spec, langdef, "Name Resolution".
  private func reference(_ node: SyntaxNode) -> CheckedNode.Kind? {
    guard let name = node.dottedName else { return nil }
    if !node.isRoot, let index = locals.lastIndex(of: String(name.prefix { $0 != "." })) {
      // Of a longer chain the local is the head, found further down.
      return name.contains(".") ? nil : .local(index)
    }
    for candidate in candidates(for: name, isRoot: node.isRoot) {
      if context.variable(candidate) != nil { return .variable(candidate) }
      if let type = Checker.typeNames[candidate] { return .constant(.type(type)) }
      if candidate == WellKnownMessage.nullName { return .constant(.int(0)) }
    }
    return nil
  }

  /// The name in the container, in the containers around it, and by itself.
  private func candidates(for name: String, isRoot: Bool) -> [String] {
    guard !isRoot, !container.isEmpty else { return [name] }
    let parts = container.split(separator: ".")
    return parts.indices.reversed().map { parts[...$0].joined(separator: ".") + "." + name } + [name]
  }
}
