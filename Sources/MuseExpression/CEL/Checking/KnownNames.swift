/// Which variables a condition proves to be known, by `known(x)` in it.
struct KnownNames {
  var whenTrue: Set<String> = []
  var whenFalse: Set<String> = []

  init(of condition: SyntaxNode) {
    switch condition.kind {
    case .known(let argument):
      if let name = argument.dottedName { whenTrue = [name] }
    case .call("!_", target: nil, let arguments):
      guard let argument = arguments.first else { return }
      let inner = KnownNames(of: argument)
      (whenTrue, whenFalse) = (inner.whenFalse, inner.whenTrue)
    case .and(let operands):
      let inner = operands.map(KnownNames.init)
      whenTrue = inner.reduce(into: []) { $0.formUnion($1.whenTrue) }
      whenFalse = KnownNames.shared(inner.map(\.whenFalse))
    case .or(let operands):
      let inner = operands.map(KnownNames.init)
      whenTrue = KnownNames.shared(inner.map(\.whenTrue))
      whenFalse = inner.reduce(into: []) { $0.formUnion($1.whenFalse) }
    case .literal, .name, .rootName, .select, .optionalSelect, .has, .conditional, .call, .list, .map, .object, .comprehension,
      .maybe:
      return
    }
  }

  private static func shared(_ sets: [Set<String>]) -> Set<String> {
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }
  }
}
