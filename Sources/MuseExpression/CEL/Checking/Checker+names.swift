import MuseSource

// Variables, fields, and the forms that ask whether something is there.

extension Checker {
  mutating func name(_ node: SyntaxNode) -> Checked {
    switch node.kind {
    case .name(let name):
      if let index = locals.lastIndex(where: { $0.name == name }) { return (made(.local(index), node), locals[index].type) }
      return variable(name, node) ?? type(named: name, node) ?? unknown(name, node)
    case .rootName(let name): return variable(name, node) ?? type(named: name, node) ?? unknown(name, node)
    case .literal, .select, .optionalSelect, .has, .and, .or, .conditional, .call, .list, .map, .object, .comprehension, .known,
      .maybe:
      return broken(node)
    }
  }

  /// Nil where the environment has no such variable.
  private mutating func variable(_ name: String, _ node: SyntaxNode) -> Checked? {
    guard let type = environment.variables[name] else { return nil }
    references.insert(name)
    if !isGuarded, !known.contains(name), !unguardedReads.contains(where: { $0.name == name }) {
      unguardedReads.append(.init(name: name, offsets: node.anchor))
    }
    return (made(.variable(name), node), type)
  }

  private func type(named name: String, _ node: SyntaxNode) -> Checked? {
    guard let type = Checker.typeNames[name] else { return nil }
    return (made(.constant(.type(type)), node), .type(type))
  }

  static let typeNames: [String: ValueType] = Dictionary(
    uniqueKeysWithValues: [
      ValueType.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .time, .null, .list(.dyn),
      .map(key: .dyn, value: .dyn), .type(.dyn), .optional(.dyn),
    ].map { ($0.plainName, $0) })

  private mutating func unknown(_ name: String, _ node: SyntaxNode) -> Checked {
    let parts = environment.variables.keys.filter { $0.hasPrefix(name + ".") }
    if !parts.isEmpty {
      report(
        .unknownName, "\"\(name)\" is nothing by itself.", advice: "Write \(parts.sorted().joined(separator: " or ")).",
        at: node.offsets)
    } else if FunctionCatalogue.plainNames.contains(name) {
      report(.unknownName, "\"\(name)\" is a function.", advice: "Call it: \(name)(…).", at: node.offsets)
    } else {
      let names = Array(environment.variables.keys) + locals.map(\.name)
      reportUnknown(
        "There is nothing called \"\(name)\" here.", name, among: names, at: node.anchor,
        advice: "Use the name of a slot or a fact, or put a text between quotes.")
    }
    return broken(node)
  }
}

extension Checker {
  /// The dotted name of a variable of its own (`was.start`), unless a comprehension's variable stands at its head.
  private func dottedVariable(_ target: SyntaxNode, _ field: String) -> String? {
    guard let head = target.dottedName else { return nil }
    let name = "\(head).\(field)"
    let first = name.prefix { $0 != "." }
    guard target.isRoot || !locals.contains(where: { $0.name == first }) else { return nil }
    return environment.variables[name] != nil || Checker.typeNames[name] != nil ? name : nil
  }

  mutating func select(_ node: SyntaxNode, _ target: SyntaxNode, _ field: String) -> Checked {
    if let name = dottedVariable(target, field), let checked = variable(name, node) ?? type(named: name, node) { return checked }
    if let checked = unknownPart(node, target, field) { return checked }
    let checked = check(target)
    let type = fieldType(field, of: checked.type, node) ?? .dyn
    // What may be nothing as a whole may also lack the key: `x.?a.b`.
    if case .optional(.map) = checked.type { return (made(.optionalSelect(checked.node, field: field), node), type) }
    return (made(.select(checked.node, field: field), node), type)
  }

  mutating func optionalSelect(_ node: SyntaxNode, _ target: SyntaxNode, _ field: String) -> Checked {
    let checked = check(target)
    let type = fieldType(field, of: checked.type, node) ?? .dyn
    return (made(.optionalSelect(checked.node, field: field), node), .optional(type.unwrapped))
  }

  /// `was.strt` where there are `was.start` and others, but no `was`.
  private mutating func unknownPart(_ node: SyntaxNode, _ target: SyntaxNode, _ field: String) -> Checked? {
    guard let head = target.dottedName, environment.variables[head] == nil,
      target.isRoot || !locals.contains(where: { $0.name == head })
    else { return nil }
    let parts = environment.variables.keys.filter { $0.hasPrefix(head + ".") }.map { String($0.dropFirst(head.count + 1)) }
    guard !parts.isEmpty else { return nil }
    let known = parts.sorted().joined(separator: ", ")
    reportUnknown(
      "\"\(head)\" has no \"\(field)\".", field, among: parts, at: node.anchor, advice: "It has \(known).")
    return broken(node)
  }

  mutating func has(_ node: SyntaxNode, _ target: SyntaxNode, _ field: String) -> Checked {
    if let name = dottedVariable(target, field), environment.variables[name] != nil {
      references.insert(name)
      return (made(.known(name), node), .bool)
    }
    let checked = check(target)
    _ = fieldType(field, of: checked.type, node)
    return (made(.has(checked.node, field: field), node), .bool)
  }

  /// The type of a field; nil, and an issue, where there is none.
  private mutating func fieldType(_ field: String, of type: ValueType, _ node: SyntaxNode) -> ValueType? {
    switch type {
    case .dyn: return .dyn
    case .optional(let wrapped): return fieldType(field, of: wrapped, node).map { .optional($0.unwrapped) }
    case .map(_, let value): return value
    case .object(let name):
      guard let object = environment.objects[name] else { return .dyn }
      if let found = object.fields.first(where: { $0.name == field }) { return found.type }
      let names = object.fields.map(\.name)
      reportUnknown(
        "\(type.withArticle.sentenceStart) has no \"\(field)\".", field, among: names, at: node.anchor,
        advice: "It has \(names.joined(separator: ", ")).")
      return nil
    case .list:
      report(
        .type, "This is a list, and a list has no \"\(field)\".", advice: "For that of every item write .map(x, x.\(field)).",
        at: node.anchor)
      return nil
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .time, .type:
      report(
        .type, "This is \(type.withArticle), which has no \"\(field)\".", advice: "Take the field out.", at: node.anchor)
      return nil
    }
  }

  mutating func object(_ node: SyntaxNode, _ name: String, _ fields: [SyntaxNode.ObjectField]) -> Checked {
    guard let type = environment.objects[name] else {
      reportUnknown(
        "There is no object type \"\(name)\".", name, among: environment.objects.keys, at: node.anchor,
        advice: "Declare it under types.")
      for field in fields { _ = check(field.value) }
      return broken(node)
    }
    var checked: [CheckedNode.Field] = []
    for field in fields {
      let value = check(field.value)
      let given = field.isOptional ? optionalPart(value.type, field.value) : value.type
      checked.append(.init(name: field.name, value: value.node, isOptional: field.isOptional))
      if let declared = type.fields.first(where: { $0.name == field.name }) {
        if !given.fits(declared.type) {
          report(
            .type, "\"\(field.name)\" is \(declared.type.withArticle), and this is \(given.withArticle).",
            advice: "Give it \(declared.type.withArticle).", at: field.value.offsets)
        }
      } else {
        reportUnknown(
          "\(ValueType.object(name).withArticle.sentenceStart) has no \"\(field.name)\".", field.name,
          among: type.fields.map(\.name),
          at: field.offsets, advice: "It has \(type.fields.map(\.name).joined(separator: ", ")).")
      }
    }
    return (made(.object(name, checked), node), .object(name))
  }
}

extension Checker {
  mutating func known(_ node: SyntaxNode, _ argument: SyntaxNode) -> Checked {
    guard let name = argument.dottedName, !locals.contains(where: { $0.name == name }) else {
      report(
        .notAllowed, "known(…) asks about a slot or a fact, and this is none.", advice: "Write the name alone: known(start).",
        at: argument.offsets)
      return (broken(node).node, .bool)
    }
    guard environment.variables[name] != nil else {
      _ = check(argument)
      if issues.isEmpty {
        report(
          .notAllowed, "known(…) asks about a whole slot or fact, not about a part of one.",
          advice: "Write known(\(name.prefix { $0 != "." })), or has(\(name)) for the part.", at: argument.offsets)
      }
      return (broken(node).node, .bool)
    }
    references.insert(name)
    return (made(.known(name), node), .bool)
  }

  mutating func maybe(_ node: SyntaxNode, _ parts: [SyntaxNode]) -> Checked {
    let (outerReferences, outerGuard) = (references, isGuarded)
    references = []
    isGuarded = true
    let checked = parts.map { check($0).node }
    let inside = references.sorted()
    references.formUnion(outerReferences)
    isGuarded = outerGuard
    return (made(.maybe(checked, references: inside), node), .string)
  }
}
