import MuseDefinition

/// A message that means nothing to the graph that talks, in the words of one that runs it (Decisions, 40).
extension TurnMachine {
  /// Nil where it means nothing to that graph either: it is nonsense.
  mutating func hear(forCaller depth: Int, at wait: Wait) -> Handled? {
    if case .handoff? = graph.nodes[wait.node]?.kind { return nil }
    if depth > 0, depth <= state.callers.count {
      if let handled = hearDigression(ofCaller: depth, at: wait) { return handled }
      if let handled = hearChange(forCaller: depth, at: wait) { return handled }
      if let handled = keepIntent(forCaller: depth, at: wait) { return handled }
    }
    turn.parts = [Move(.nonsense)]
    return nil
  }

  private func caller(at depth: Int) -> ConversationGraph { interpreter.graph(of: state.callers[state.callers.count - depth]) }

  /// It speaks or asks, and then asks what is open here.
  private mutating func hearDigression(ofCaller depth: Int, at wait: Wait) -> Handled? {
    let digressions = caller(at: depth).policy.digress
    let digresses = turn.parts.contains { move in
      if case .intent(let intent) = move.kind { digressions[intent] != nil } else { false }
    }
    guard digresses else { return nil }
    let parts = turn.parts
    park(wait, below: depth)
    turn.parts = parts
    guard let node = hearDigression() else { return Handled(to: returnFromDigression()) }
    return Handled(to: .node(node))
  }

  /// The value is taken where it belongs, what was run is dropped, and the `run` has `changed`. What is not taken is told, and the
  /// open question asked again.
  private mutating func hearChange(forCaller depth: Int, at wait: Wait) -> Handled? {
    guard let node = changing(at: depth) else { return nil }
    var trial = self
    trial.dropGraphs(depth)
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
    let graph = caller(at: depth)
    guard turn.parts.contains(where: { $0.tellingSlot.map { graph.slot($0) != nil } ?? false }) else { return nil }
    let node = graph.nodes[state.callers[state.callers.count - depth].node]
    return node.flatMap { $0.next[.changed] == nil ? nil : $0 }
  }

  /// What is wanted of that graph waits until it comes to a `classify` that declares it.
  private mutating func keepIntent(forCaller depth: Int, at wait: Wait) -> Handled? {
    let index = state.callers.count - depth
    var trial = self
    trial.dropGraphs(depth)
    trial.turn.parts = turn.parts
    guard trial.keepsIntent else { return nil }
    trial.keepLeftIntent()
    state.callers[index].kept = trial.state.kept
    turn.said = trial.turn.said
    turn.parts = []
    turn.understood = true
    return Handled(to: askAgain(wait))
  }
}
