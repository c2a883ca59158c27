import MuseDefinition
import MuseExpression

/// A message at a place: what each move does there (LANGUAGE, "Moves").
extension TurnMachine {
  mutating func hear() {
    noteMessage()
    switch state.place {
    case .beginning, .ended:
      // The turn's own number is one above the newest reply's; what a client names may be any number.
      if let pressed = turn.pressed, pressed.rawValue < state.turn.rawValue - 1 { turn.parts = [] }
      run(from: beginRun())
    case .waiting(let wait):
      if let caller, let handled = hear(forCaller: caller, at: wait) {
        run(from: handled.destination)
      } else {
        run(from: hear(at: wait))
      }
    case .working, .sharing: break
    }
  }

  private mutating func beginRun() -> Target? {
    state.run += 1
    state.graph = root.fingerprint
    clearRun()
    return .node(root.begin)
  }

  /// The graph that was begun talks, and knows nothing.
  mutating func clearRun() {
    graph = root
    state.graphName = nil
    state.callers = []
    state.slots = [:]
    state.facts = [:]
    state.yeses = []
    state.outer = nil
    state.kept = nil
    state.written = []
    state.past = nil
  }

  mutating func hear(at wait: Wait) -> Target? {
    guard let node = graph.nodes[wait.node] else { return trouble(wait.node, "there is no such node") }
    if case .handoff = node.kind { return relay() }
    if isOutdated(wait) {
      turn.parts = []
      say(phrases.outdatedButton)
      return askAgain(wait)
    }
    if wait.undoing != nil, let target = hearUndo(wait) { return target.destination }
    if let target = hearLeaving(wait) { return target.destination }
    if state.outer != nil, let target = hearOuterChange(wait) { return target.destination }
    switch node.kind {
    case .ask(let ask): return hearAsk(node, ask, wait)
    case .classify(let classify): return hearClassify(node, classify, wait)
    case .confirm(let confirm): return hearConfirm(node, confirm, wait)
    case .wait(let waiting): return hearWait(node, waiting)
    case .say, .llm, .call, .set, .when, .run, .each, .handoff, .end: return trouble(node.id, "it does not wait")
    }
  }

  // MARK: Not understood

  /// A message understood in no part is one try; the last one in vain takes `exhausted`. A question that has not been delivered
  /// yet costs no try.
  ///
  /// - Parameter isTold: the person has heard already why.
  mutating func notUnderstood(
    _ node: Node, _ wait: Wait, limit: Int, isTold: Bool = false, askAgain: (inout TurnMachine, Int) -> Target?
  ) -> Target? {
    if turn.understood || keepsIntent { return askAgain(&self, wait.tries) }
    turn.parts = []
    guard isDelivered(wait) else { return askAgain(&self, wait.tries) }
    let tries = wait.tries + 1
    guard tries < limit else { return leave(node, .exhausted) }
    if !isTold { say(phrases.notUnderstood) }
    return askAgain(&self, tries)
  }
}

/// A message was dealt with: it leads to a node, or nowhere because a new question stands.
struct Handled {
  var destination: Target?

  init(to destination: Target?) { self.destination = destination }
}
