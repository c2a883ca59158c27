import MuseDefinition
import MuseExpression
import MuseSource

extension SetNode {
  static let form = VerbForm(
    verb: .set, expects: .map(.expression), keys: [VerbForm.next],
    summary: "Gives slots and facts new values.")
}

extension GraphChecker {
  mutating func buildSet(_ bindings: [BindingDocument], into draft: inout NodeDraft) {
    draft.verb = .set
    draft.outcomes.ordinary = [.next]
    var assignments: [SetNode.Assignment] = []
    for binding in bindings {
      let target = resolveVariable(binding.name)
      let type = target.flatMap { scope.variables[$0]?.type?.valueType }
      let expression = evaluate(binding.expression, expecting: nil, for: &draft)
      guard let target, let expression else { continue }
      if let type, !expression.type.unwrapped.canBecome(type) {
        add(
          Rule.wrongType.finding(
            "'\(target)' holds '\(type)', but this is '\(expression.type)'.", at: binding.expression.location,
            advice: "Assign a value of the same type."))
        continue
      }
      assignments.append(.init(target: target, expression: expression))
    }
    if assignments.count == bindings.count { draft.kind = .set(SetNode(assignments: assignments)) }
  }

  /// Nil for what is neither slot nor fact, which is reported.
  mutating func resolveVariable(_ name: WrittenText) -> SlotID? {
    let id = SlotID(rawValue: name.value)
    if scope.variables[id] != nil { return id }
    add(
      Rule.unknownSlot.finding(
        "There is no slot or fact '\(name.value)'.", at: name.location,
        nearMiss: nearMiss(to: name.value, among: scope.variableNames)))
    return nil
  }
}
