public import MuseDefinition

extension Interpreter {
  /// What understanding needs to know to read the next message; `seen` as in `Message.seen`.
  public func awaiting(in state: ThreadState, seen: ReplyID) -> Awaiting {
    var awaiting = Awaiting(question: .nothing, slots: slots(of: state), digressions: graph.policy.digress.keys.sorted())
    switch state.place {
    case .beginning, .ended(_, .again):
      awaiting.question = .beginning
      awaiting.slots = graph.slots.map { Awaiting.Slot(id: $0.id) }
      describeBeginning(in: &awaiting)
    case .waiting(let wait): describe(wait, seen: seen, in: &awaiting)
    case .working, .sharing, .ended(_, .refuse): break
    }
    return awaiting
  }

  private func slots(of state: ThreadState) -> [Awaiting.Slot] {
    graph.slots.map { slot in
      let content = state.slots[slot.id]
      return Awaiting.Slot(id: slot.id, value: content?.value, partial: content?.part)
    }
  }

  private func describe(_ wait: Wait, seen: ReplyID, in awaiting: inout Awaiting) {
    switch graph.nodes[wait.node]?.kind {
    case .ask(let ask):
      let isDelivered = wait.question <= seen
      awaiting.question = .ask
      awaiting.asked = isDelivered ? wait.asked : nil
      awaiting.open = (wait.asked.map { [$0] } ?? []) + ask.slots.filter { $0 != wait.asked }
      awaiting.options = wait.options
      awaiting.optionsFill = wait.options.isEmpty ? nil : wait.asked
    case .classify(let classify):
      awaiting.question = .classify
      awaiting.intents = classify.intents
    case .confirm(let confirm):
      awaiting.question = .confirm
      awaiting.open = confirm.covers
    case .wait: awaiting.question = .wait
    case .say, .llm, .call, .set, .when, .run, .each, .handoff, .end, nil: break
    }
  }

  /// A first message is read as an answer to the first question it will come to, though that was not asked yet.
  private func describeBeginning(in awaiting: inout Awaiting) {
    var next: Target? = .node(graph.begin)
    for _ in 0..<graph.policy.limits.stepsPerTurn {
      guard case .node(let id)? = next, let node = graph.nodes[id] else { return }
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
