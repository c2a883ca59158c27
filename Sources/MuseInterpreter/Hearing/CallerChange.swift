import MuseDefinition

/// A person corrects what a graph knows that waits for another, which it runs, to end.
extension TurnMachine {
  /// The value is taken where it belongs, what was run is dropped, and the `run` has `changed`. What is not taken is told, and the
  /// open question asked again. Nil where the message is none of the caller's.
  mutating func hearChange(forCaller depth: Int, at wait: Wait) -> Handled? {
    if case .handoff? = graph.nodes[wait.node]?.kind { return nil }
    guard let node = changing(at: depth) else {
      turn.parts = [Move(.nonsense)]
      return nil
    }
    var trial = self
    for _ in 0..<depth { trial.dropGraph() }
    trial.turn.parts = turn.parts
    let hearing = trial.hearTellings(at: node.id)
    if hearing.tookSomething {
      self = trial
      return Handled(to: hearing.leaves ?? leave(node, .changed))
    }
    turn.parts = []
    turn.said = trial.turn.said
    turn.understood = true
    return Handled(to: askAgain(wait))
  }

  /// The `run` that waits at this depth, if it names `changed` and something was said for its graph.
  private func changing(at depth: Int) -> Node? {
    guard depth > 0, depth <= state.callers.count else { return nil }
    let frame = state.callers[state.callers.count - depth]
    let graph = frame.graphName.flatMap(root.graph) ?? root
    guard turn.parts.contains(where: { $0.tellingSlot.map { graph.slot($0) != nil } ?? false }) else { return nil }
    return graph.nodes[frame.node].flatMap { $0.next[.changed] == nil ? nil : $0 }
  }
}
