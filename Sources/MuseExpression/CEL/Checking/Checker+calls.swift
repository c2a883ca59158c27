import MuseSource

// Functions, methods and operators: which overloads fit.

extension Checker {
  mutating func call(_ node: SyntaxNode, _ name: String, _ target: SyntaxNode?, _ arguments: [SyntaxNode]) -> Checked {
    // `math.greatest(…)`: a function whose name holds a dot.
    if let target, let head = target.dottedName, let entry = FunctionCatalogue.byName["\(head).\(name)"] {
      return resolve(node, entry, .function, arguments.map { check($0) }, arguments)
    }
    guard let entry = FunctionCatalogue.byName[name] else { return unknownFunction(node, name, target, arguments) }
    let parts = (target.map { [$0] } ?? []) + arguments
    let checked = parts.map { check($0) }
    // What may be nothing as a whole may also lack the key: `x.?a['b']`.
    if name == "_[_]", case .optional(.map) = checked[0].type, let lenient = FunctionCatalogue.byName["_[?_]"] {
      return resolve(node, lenient, .function, checked, parts)
    }
    return resolve(node, entry, target == nil ? .function : .method, checked, parts)
  }

  private mutating func unknownFunction(
    _ node: SyntaxNode, _ name: String, _ target: SyntaxNode?, _ arguments: [SyntaxNode]
  ) -> Checked {
    if let form = SpecialForm.all.first(where: { $0.name == name }) {
      report(.syntax, "\"\(name)\" is not written like this.", advice: "Write \(form.form).", at: node.anchor)
      return broken(node)
    }
    // `math.great(…)`: what is wrong is the whole name.
    let head = target?.dottedName.map { $0 + "." } ?? ""
    let siblings = head.isEmpty ? [] : FunctionCatalogue.callableNames.filter { $0.hasPrefix(head) }
    let full = siblings.isEmpty ? name : head + name
    reportUnknown(
      "There is no function \"\(full)\".", full, meant: FunctionCatalogue.foreignNames[full],
      among: siblings.isEmpty ? FunctionCatalogue.callableNames : siblings,
      at: node.anchor, advice: "Use one of the functions of the reference.")
    // The arguments may have issues of their own; a method's target only if it is no name, which may belong to the function.
    for part in arguments + (target.map { [$0] } ?? []) where part.dottedName == nil { _ = check(part) }
    return broken(node)
  }

  private mutating func resolve(
    _ node: SyntaxNode, _ entry: FunctionEntry, _ style: Overload.Style, _ arguments: [Checked], _ syntax: [SyntaxNode]
  ) -> Checked {
    let found = fitting(entry, style, arguments.map(\.type)) ?? withNumbersWidened(entry, style, arguments, syntax)
    guard let found else {
      reportMismatch(node, entry, style, arguments.map(\.type))
      return broken(node)
    }
    let types = found.arguments?.map(\.type) ?? arguments.map(\.type)
    checkEquality(node, entry.name, types)
    checkPattern(entry.name, found.arguments ?? arguments, syntax)
    let nodes = found.arguments?.map(\.node) ?? arguments.map(\.node)
    return (made(.call(entry.name, found.overloads, nodes), node), found.type)
  }

  private typealias Resolution = (overloads: [Overload], type: ValueType, arguments: [Checked]?)

  private func fitting(_ entry: FunctionEntry, _ style: Overload.Style, _ types: [ValueType]) -> Resolution? {
    var overloads: [Overload] = []
    var results: [ValueType] = []
    for overload in entry.overloads where overload.style == style && overload.stands(in: .graph) {
      var bindings: [String: ValueType] = [:]
      guard let parameters = overload.parameters(for: types.count),
        zip(parameters, types).allSatisfy({ $0.accepts($1, &bindings) })
      else { continue }
      overloads.append(overload)
      results.append(overload.result.resolved(bindings))
    }
    guard let first = results.first else { return nil }
    return (overloads, results.allSatisfy { $0 == first } ? first : .dyn, nil)
  }

  /// `price * 2` where the price is a number: an integer that is written out counts as a number there. CEL itself would refuse it,
  /// but nobody who has never programmed would understand why.
  private func withNumbersWidened(
    _ entry: FunctionEntry, _ style: Overload.Style, _ arguments: [Checked], _ syntax: [SyntaxNode]
  ) -> Resolution? {
    guard arguments.contains(where: { $0.type.unwrapped == .double }) else { return nil }
    let widened = arguments.map { argument -> Checked in
      guard case .constant(.int(let number)) = argument.node.kind else { return argument }
      return (CheckedNode(kind: .constant(.double(Double(number))), offset: argument.node.offset), .double)
    }
    guard var found = fitting(entry, style, widened.map(\.type)) else { return nil }
    found.arguments = widened
    return found
  }
}

extension Checker {
  /// Two values that can never be equal are compared by mistake.
  private mutating func checkEquality(_ node: SyntaxNode, _ name: String, _ types: [ValueType]) {
    switch name {
    case "_==_", "_!=_":
      guard !types[0].canEqual(types[1]) else { return }
      let isNull = types.contains(.null)
      report(
        .type, "\(types[0].withArticle.sentenceStart) and \(types[1].withArticle) are never equal.",
        advice: isNull ? "To ask whether a slot is set, write known(…)." : "Compare values of the same type.", at: node.offsets)
    case "@in":
      guard case .list(let item) = types[1].unwrapped, !types[0].canEqual(item) else { return }
      report(
        .type, "A list<\(item)> never holds \(types[0].withArticle).", advice: "Ask for \(item.withArticle).", at: node.offsets)
    default: return  // a name, not one of our own enums
    }
  }

  /// A pattern that stands there as a text is wrong at once, not when somebody says something.
  private mutating func checkPattern(_ name: String, _ arguments: [Checked], _ syntax: [SyntaxNode]) {
    guard name == "matches", case .constant(.string(let pattern)) = arguments.last?.node.kind else { return }
    do {
      _ = try Pattern(pattern)
    } catch {
      report(.syntax, error.message, advice: "Write it in the syntax of RE2.", at: syntax.last?.offsets ?? 0..<0)
    }
  }

  private mutating func reportMismatch(_ node: SyntaxNode, _ entry: FunctionEntry, _ style: Overload.Style, _ types: [ValueType])
  {
    if types.count == 1, types[0].unwrapped == .timestamp, style == .method, entry.name.hasPrefix("get") {
      report(
        .notAllowed, "\(entry.name)() does not say in which time zone.",
        advice: "Name one, as in \(entry.name)('Europe/London'), or use date(…) or time(…), which go by the conversation's zone.",
        at: node.anchor)
      return
    }
    let given = types.map(\.withArticle).joined(separator: " and ")
    let name = Overload.mark(of: entry.name) ?? entry.name
    let message = types.isEmpty ? "\"\(name)\" needs something to work on." : "\"\(name)\" does not work on \(given)."
    report(.type, message, advice: Checker.advice(for: entry, types), at: node.offsets)
  }

  /// The ways to call it that come nearest: those that take one of the types given, at most four.
  private static func advice(for entry: FunctionEntry, _ types: [ValueType]) -> String {
    if entry.name == "_+_", types.contains(.string), let other = types.first(where: { $0.unwrapped != .string }) {
      return other.isNumber ? "Put string(…) around the number." : "Put string(…) around the other, or use {…} in a text."
    }
    let usable = entry.overloads.filter { $0.stands(in: .graph) }
    let near = usable.filter { overload in
      types.contains { type in
        overload.parameters.contains { parameter in
          var bindings: [String: ValueType] = [:]
          return parameter.accepts(type, &bindings)
        }
      }
    }
    let shown = (near.isEmpty ? usable : near).prefix(4).map { $0.signature(of: entry.name) }
    return "It is used like this: \(shown.joined(separator: "; "))."
  }
}
