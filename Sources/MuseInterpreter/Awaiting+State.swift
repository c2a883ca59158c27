public import MuseDefinition
import MuseExpression

extension Interpreter {
  /// What understanding needs to know to read the next message; `seen` as in `Message.seen`.
  public func awaiting(in state: ThreadState, seen: ReplyID) -> Awaiting {
    let graph = talking(in: state)
    var awaiting = Awaiting(
      question: .nothing, slots: graph.slots(holding: state.slots), digressions: graph.policy.digress.keys.sorted())
    awaiting.graph = state.graphName
    switch state.place {
    case .beginning, .ended(_, .again):
      awaiting.question = .beginning
      awaiting.slots = graph.slots.map { Awaiting.Slot(id: $0.id) }
      graph.describeQuestion(from: graph.begin, in: &awaiting)
    case .waiting(let wait):
      graph.describe(wait, seen: seen, in: &awaiting)
      if awaiting.question != .nothing { awaiting.callers = callers(in: state) }
      // Not to be counted as a condition that the conversation came to.
      let conditional = graph.slots.filter { $0.needed != nil }
      guard !conditional.isEmpty else { break }
      let machine = TurnMachine(unheard, state: state, now: Instant(seconds: 0), seed: 0)
      awaiting.leaveOut(conditional.filter(machine.isOutOfPlace).map(\.id))
    case .working, .sharing, .ended(_, .refuse): break
    }
    return awaiting
  }

  /// The graphs that hear something meanwhile: digressions, changes where the `run` names `changed`, and intents for later.
  private func callers(in state: ThreadState) -> [Awaiting.Caller] {
    state.callers.reversed().enumerated().compactMap { index, frame in
      let caller = graph(of: frame)
      let hearsChanges = caller.nodes[frame.node]?.next[.changed] != nil
      guard hearsChanges || !caller.intents.isEmpty else { return nil }
      var awaiting = Awaiting(
        question: .beside, slots: hearsChanges ? caller.slots(holding: frame.slots) : [],
        digressions: caller.policy.digress.keys.sorted())
      awaiting.graph = frame.graphName
      return Awaiting.Caller(depth: index + 1, awaiting: awaiting)
    }
  }

  func graph(of frame: Frame) -> ConversationGraph { frame.graphName.flatMap(graph.graph) ?? graph }
}

extension Awaiting {
  fileprivate mutating func leaveOut(_ unneeded: [SlotID]) {
    slots.removeAll { unneeded.contains($0.id) }
    open.removeAll { unneeded.contains($0) }
  }
}

extension ConversationGraph {
  fileprivate func slots(holding contents: [SlotID: SlotContent]) -> [Awaiting.Slot] {
    slots.map { slot in
      let content = contents[slot.id]
      return Awaiting.Slot(id: slot.id, value: content?.value, partial: content?.part)
    }
  }

  fileprivate func describe(_ wait: Wait, seen: ReplyID, in awaiting: inout Awaiting) {
    let isDelivered = wait.question <= seen
    if wait.undoing != nil {
      awaiting.question = .confirm
      return
    }
    switch nodes[wait.node]?.kind {
    case .ask(let ask):
      awaiting.question = .ask
      awaiting.asked = isDelivered ? wait.asked : nil
      awaiting.open = (wait.asked.map { [$0] } ?? []) + ask.slots.filter { $0 != wait.asked }
      awaiting.options = wait.options
      awaiting.optionsFill = wait.options.isEmpty ? nil : wait.asked
    case .classify(let classify):
      awaiting.question = .classify
      awaiting.intents = classify.intents
    case .confirm(let confirm):
      // A slot that is to change is asked for, whatever else the node asks.
      awaiting.question = wait.reopened == nil ? .confirm : .ask
      awaiting.asked = isDelivered ? wait.reopened : nil
      awaiting.open = (wait.reopened.map { [$0] } ?? []) + confirm.covers.filter { $0 != wait.reopened }
    case .wait(let waiting):
      awaiting.question = .wait
      if waiting.hearsMessages, case .node(let next)? = nodes[wait.node]?.next[.message] {
        describeQuestion(from: next, in: &awaiting)
      }
    case .say, .llm, .call, .set, .when, .run, .each, .handoff, .end, nil: break
    }
  }

  /// A first message, and one that ends a `wait`, is read as an answer to the first question it will come to, though that was not
  /// asked yet.
  fileprivate func describeQuestion(from first: NodeID, in awaiting: inout Awaiting) {
    var next: Target? = .node(first)
    for _ in 0..<policy.limits.stepsPerTurn {
      guard case .node(let id)? = next, let node = nodes[id] else { return }
      switch node.kind {
      case .classify(let classify):
        awaiting.intents = classify.intents
        return
      case .ask(let ask):
        awaiting.open = ask.slots
        return
      case .say, .set: next = node.next[.next]
      case .confirm, .llm, .call, .when, .run, .each, .wait, .handoff, .end: return
      }
    }
  }
}
