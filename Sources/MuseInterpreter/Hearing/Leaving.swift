import MuseDefinition

/// Start over, cancel, digressions and the way back (LANGUAGE, "Leaving").
extension TurnMachine {
  /// Nil where the message holds nothing that leaves the wait.
  mutating func hearLeaving(_ wait: Wait) -> Handled? {
    if take(.startOver) { return Handled(to: startOver()) }
    let tellsSomething = turn.parts.contains { $0.tellingSlot != nil }
    if !tellsSomething, take(.cancel) { return Handled(to: cancel(wait)) }
    guard let node = takeDigression() else { return nil }
    let unset = Set(graph.slots.map(\.id).filter { value(of: $0) == nil })
    for told in takeTellings(of: unset) {
      guard let slot = graph.slot(told.slot) else { continue }
      take(slot, told.telling, told.edit)
    }
    return Handled(to: digress(to: node, from: .waiting(wait)))
  }

  private mutating func startOver() -> Target? {
    turn.parts = []
    clearRun()
    return .node(root.begin)
  }

  /// Cancel in a digression ends the digression; else it voids every yes and goes where the policy says.
  private mutating func cancel(_ wait: Wait) -> Target? {
    turn.parts = []
    if state.outer != nil { return .back }
    if !state.callers.isEmpty { return leaveGraph(by: .cancelled) }
    state.yeses = []
    for id in state.slots.keys.sorted() { dropPending(of: id) }
    if let write = takenBack { return offer(toTakeBack: write, at: wait) }
    return cancelOn(wait)
  }

  /// Goes where the policy says.
  mutating func cancelOn(_ wait: Wait) -> Target? {
    guard let target = graph.policy.cancel else {
      say(phrases.cannotCancel)
      return askAgain(wait)
    }
    return .node(target)
  }

  mutating func dropPending(of id: SlotID) {
    state.slots[id]?.part = nil
    state.slots[id]?.words = []
    state.slots[id]?.options = []
    if state.slots[id]?.isVacant == true { state.slots[id] = nil }
  }

  // MARK: Digressions

  /// The node of a digression that the message asks for.
  mutating func takeDigression() -> NodeID? {
    for (index, move) in turn.parts.enumerated() {
      guard case .intent(let intent) = move.kind, let node = graph.policy.digress[intent] else { continue }
      turn.parts.remove(at: index)
      turn.understood = true
      record(.heard(intent))
      return node
    }
    return nil
  }

  /// Digressions are one deep: another one takes the place of the first.
  mutating func digress(to node: NodeID, from place: Place) -> Target? {
    // Back there, silence begins anew; what a `wait` waits for goes on counting.
    if state.outer == nil { state.outer = place.withoutSilence }
    return .node(node)
  }

  /// What is then asked is exactly what was open; `begin` if nothing was.
  mutating func returnFromDigression() -> Target? {
    guard let outer = state.outer else { return .node(graph.begin) }
    state.outer = nil
    switch outer {
    case .waiting(let wait):
      turn.buttons = (turn.buttons ?? []) + wait.buttons
      return askAgain(wait)
    case .beginning, .working, .sharing, .ended: return .node(graph.begin)
    }
  }

  /// Asks what was open at a wait, without entering its node again.
  mutating func askAgain(_ wait: Wait) -> Target? {
    guard let node = graph.nodes[wait.node] else { return trouble(wait.node, "there is no such node") }
    if wait.undoing != nil { return askUndo(wait) }
    switch node.kind {
    case .ask(let ask): return continueAsk(node, ask, AskProgress(of: wait), repeating: wait)
    case .confirm(let confirm): return askAgain(node, confirm, wait)
    case .classify:
      askClassify(node, as: wait)
      return nil
    case .wait, .handoff:
      state.place = .waiting(wait)
      record(.waits(node.id))
      return nil
    case .say, .llm, .call, .set, .when, .run, .each, .end: return trouble(node.id, "it does not wait")
    }
  }

  /// A change of an outer slot ends the digression and is handled where it was left.
  mutating func hearOuterChange(_ wait: Wait) -> Handled? {
    guard case .waiting(let outer)? = state.outer else { return nil }
    let own = openSlots(at: wait.node)
    let changesOuter = turn.parts.contains { move in
      move.concernedSlot.map { !own.contains($0) && value(of: $0) != nil } ?? false
    }
    guard changesOuter else { return nil }
    state.outer = nil
    state.place = .waiting(outer)
    return Handled(to: hear(at: outer))
  }

  func openSlots(at node: NodeID) -> [SlotID] {
    switch graph.nodes[node]?.kind {
    case .ask(let ask): ask.slots
    case .confirm(let confirm): confirm.covers
    case .say, .classify, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end, nil: []
    }
  }
}
