import MuseDefinition
import MuseExpression

/// `handoff`: a person takes over. What is written meanwhile is relayed, not understood.
extension TurnMachine {
  mutating func startHandoff(_ node: Node, _ handoff: HandoffNode) -> Target? {
    let request = HandoffRequest(id: nextEffect(), node: node.id, queue: handoff.queue)
    state.place = .working(PendingWork(work: .handoff(request), purpose: .node))
    return nil
  }

  /// Whoever cannot be fetched is not there.
  mutating func finishHandoff(_ request: HandoffRequest, with result: CallResult) -> Target? {
    guard let node = graph.nodes[request.node], case .handoff(let handoff) = node.kind else {
      return trouble(request.node, "a result came back to no handoff")
    }
    guard case .outcome(.queued, _) = result else { return leave(node, .unstaffed) }
    let timers = handoff.timeout.map { [timer(.timeout, due: turn.now.adding($0) ?? .latest)] } ?? []
    state.place = .waiting(Wait(node: node.id, question: state.turn, timers: timers))
    record(.waits(node.id))
    return nil
  }

  /// Nothing in a message to a person is for the graph, not even a cancel.
  mutating func relay() -> Target? {
    turn.parts = []
    isRelayed = true
    return nil
  }

  /// What somebody does who was fetched. The first thing they do tells that they have come.
  mutating func heed(_ action: StaffAction, at wait: Wait) {
    guard let node = graph.nodes[wait.node] else { return }
    var wait = wait
    wait.staff = action.name
    wait.timers = []
    state.place = .waiting(wait)
    switch action.deed {
    case .takes: break
    case .says(let text):
      speaker = action.name
      say(text)
    case .returns: run(from: leave(node, .returned))
    case .closes: run(from: leave(node, .closed))
    }
  }
}
