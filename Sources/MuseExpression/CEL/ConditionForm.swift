/// How a condition is joined of parts by `!`, `&&`, `||` and `? :`; the parts themselves are taken as they are.
///
/// ```swift
/// let known = ConditionForm.known("size")
/// let held = [ConditionForm.not(.all([.not(known), .known("name")])), .known("name")]
/// ConditionForm.imply(held, known)  // true
/// ```
public indirect enum ConditionForm: Hashable, Sendable {
  case always(Bool)
  case part(Part)
  case not(ConditionForm)
  case all([ConditionForm])
  case any([ConditionForm])
  case choice(ConditionForm, then: ConditionForm, otherwise: ConditionForm)

  /// What is true or false as a whole. Two are the same where they were read alike, however they were written.
  public struct Part: Hashable, Sendable {
    let node: CheckedNode

    init(_ node: CheckedNode) { self.node = node }

    fileprivate init(same operands: [CheckedNode]) { self.init(CheckedNode(kind: .call("_==_", [], operands), offset: 0)) }
  }

  /// `known(name)`
  public static func known(_ name: String) -> ConditionForm { .part(Part(CheckedNode(kind: .known(name), offset: 0))) }

  /// Parts beyond which nothing is found out: each doubles the work.
  private static let mostParts = 10
}

extension CheckedExpression {
  /// For an expression that gives a boolean.
  public var form: ConditionForm { ConditionForm(root) }
}

extension ConditionForm {
  fileprivate init(_ node: CheckedNode) {
    switch node.kind {
    case .constant(.bool(let value)): self = .always(value)
    case .and(let operands): self = .all(operands.map(ConditionForm.init))
    case .or(let operands): self = .any(operands.map(ConditionForm.init))
    case .conditional(let condition, let then, let otherwise):
      self = .choice(ConditionForm(condition), then: ConditionForm(then), otherwise: ConditionForm(otherwise))
    case .call("!_", _, let operands): self = operands.first.map { .not(ConditionForm($0)) } ?? .part(Part(node))
    // What differs is not the same: one part, whichever of the two is written.
    case .call("_==_", _, let operands): self = .part(Part(same: operands))
    case .call("_!=_", _, let operands): self = .not(.part(Part(same: operands)))
    case .constant, .variable, .local, .select, .optionalSelect, .has, .call, .list, .map, .object, .message, .comprehension,
      .known, .maybe, .failure:
      self = .part(Part(node))
    }
  }

  /// The parts that it is made of.
  public var parts: Set<Part> {
    switch self {
    case .always: []
    case .part(let part): [part]
    case .not(let form): form.parts
    case .all(let forms), .any(let forms): forms.reduce(into: []) { $0.formUnion($1.parts) }
    case .choice(let condition, let then, let otherwise): condition.parts.union(then.parts).union(otherwise.parts)
    }
  }

  /// The names that it asks `known(…)` of.
  public var namesAskedFor: Set<String> {
    Set(
      parts.compactMap { part in
        if case .known(let name) = part.node.kind { name } else { nil }
      })
  }

  private func holds(where isTrue: (Part) -> Bool) -> Bool {
    switch self {
    case .always(let value): value
    case .part(let part): isTrue(part)
    case .not(let form): !form.holds(where: isTrue)
    case .all(let forms): forms.allSatisfy { $0.holds(where: isTrue) }
    case .any(let forms): forms.contains { $0.holds(where: isTrue) }
    case .choice(let condition, let then, let otherwise):
      condition.holds(where: isTrue) ? then.holds(where: isTrue) : otherwise.holds(where: isTrue)
    }
  }
}

extension ConditionForm {
  /// Whether `goal` is true wherever all of `held` are. False also where that was too much to find out.
  ///
  /// What holds without a value of some part (`known(x) || x > 3`) holds whatever that part is, so two values are enough.
  public static func imply(_ held: [ConditionForm], _ goal: ConditionForm) -> Bool {
    if held.contains(goal) { return true }
    var parts = goal.parts
    guard parts.count <= mostParts else { return false }
    // To leave a condition out is safe: less is known then.
    var relevant: [ConditionForm] = []
    var left = held.prefix(64).map { (form: $0, parts: $0.parts) }
    while let index = left.firstIndex(where: { !$0.parts.isDisjoint(with: parts) && $0.parts.union(parts).count <= mostParts }) {
      let taken = left.remove(at: index)
      parts.formUnion(taken.parts)
      relevant.append(taken.form)
    }
    return ConditionForm.combinations(of: Array(parts)).allSatisfy { values in
      let isTrue: (Part) -> Bool = { values[$0] ?? false }
      return !relevant.allSatisfy { $0.holds(where: isTrue) } || goal.holds(where: isTrue)
    }
  }

  private static func combinations(of parts: [Part]) -> some Sequence<[Part: Bool]> {
    (0..<(1 << parts.count)).lazy.map { bits in
      Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, bits >> $0 & 1 == 1) })
    }
  }
}
