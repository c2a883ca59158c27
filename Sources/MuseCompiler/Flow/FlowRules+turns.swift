import MuseDefinition
import MuseSource

extension FlowRules {
  /// Circles of nodes that may all pass without waiting.
  @Sendable static func turnsWithoutEnd(_ graph: FlowGraph) -> [Diagnostic] {
    let passing = PassingWays(graph).cutWhereItWaits
    let live = graph.live
    return passing.circles().filter { !live.isDisjoint(with: $0) }.map { circle in
      let first = graph.drafts[circle.min() ?? 0]
      let path = passing.circle(through: circle.min() ?? 0, in: circle).map { "\(graph.drafts[$0].id)" }
      return Rule.turnWithoutEnd.finding(
        "A turn can go round here without end: \((path + ["\(first.id)"]).joined(separator: " → ")).", at: first.location)
    }
  }
}

extension FlowGraph {
  /// An end may be come to without a wait.
  var passes: Bool {
    var passing = PassingWays(self)
    for node in drafts.indices where asksSurely(node) { passing.cut(node) }
    return passing.reached(from: begin).contains { node in
      if case .end = drafts[node].kind { true } else { false }
    }
  }

  /// An `ask` for something that nothing else in the graph sets.
  private func asksSurely(_ node: Int) -> Bool {
    guard case .ask(let ask) = drafts[node].kind else { return false }
    return ask.slots.contains { id in
      guard let slot = slots[id], slot.isSurelyAsked, slot.defaultValue == nil else { return false }
      let isSet = ways.indices.contains { other in other != node && ways[other].contains { $0.sets.contains(id) } }
      return !isSet && !scope.takes.contains(id)
    }
  }
}
