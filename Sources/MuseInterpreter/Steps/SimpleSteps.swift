import MuseDefinition
import MuseExpression

/// `set`, `when` and `end`.
extension TurnMachine {
  mutating func performSet(_ node: Node, _ set: SetNode) -> Target? {
    let before = standing.values
    for assignment in set.assignments {
      do {
        put(try assignment.expression.evaluate(in: context()), in: assignment.target)
      } catch {
        return trouble(node.id, "\(assignment.target) could not be set: \(error.message)")
      }
    }
    _ = settle(since: before, keeping: Set(set.assignments.map(\.target)))
    return leave(node, .next)
  }

  /// The first case whose condition holds.
  mutating func performWhen(_ node: Node, _ when: WhenNode) -> Target? {
    for (index, choice) in when.cases.enumerated() {
      do {
        guard try choice.condition.evaluate(in: context()) == .bool(true) else { continue }
        decide(.branch(node.id, index))
        return choice.target
      } catch {
        return trouble(node.id, "a condition has no value: \(error.message)")
      }
    }
    decide(.branch(node.id, nil))
    return when.otherwise ?? trouble(node.id, "no case holds")
  }

  /// The graph ends, and with the outermost one the run: nothing that was agreed or kept lives on.
  mutating func performEnd(_ end: EndNode) -> Target? {
    if !state.callers.isEmpty { return leaveGraph(by: Outcome(rawValue: end.name)) }
    state.yeses = []
    state.kept = nil
    state.outer = nil
    state.past = nil
    turn.parts = []
    state.place = .ended(end.name, end.after)
    record(.ended(end.name))
    return nil
  }
}
