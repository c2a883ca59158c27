import MuseDefinition

/// Start over, cancel, digressions and the way back (LANGUAGE, "Leaving").
extension TurnMachine {
  /// Nil where the message holds nothing that leaves the wait.
  mutating func hearLeaving(_ wait: Wait) -> Handled? {
    if take(.startOver) { return Handled(to: startOver()) }
    let tellsSomething = turn.parts.contains { $0.tellingSlot != nil }
    if !tellsSomething, take(.cancel) { return Handled(to: cancel(wait)) }
    return hearDigression().map { Handled(to: digress(to: $0, from: wait)) }
  }

  /// The node of the digression that the message asks for; what it tells beside that was not said before is taken.
  mutating func hearDigression() -> NodeID? {
    guard let node = takeDigression() else { return nil }
    let unset = Set(graph.slots.map(\.id).filter { value(of: $0) == nil })
    for told in takeTellings(of: unset) {
      guard let slot = graph.slot(told.slot) else { continue }
      take(slot, told.telling, told.edit)
    }
    return node
  }

  private mutating func startOver() -> Target? {
    turn.parts = []
    clearRun()
    return .node(root.begin)
  }

  /// Cancel at the question of a slot that was to change leaves everything as it was; in a digression it ends the digression; else
  /// it voids every yes and goes where the policy says.
  private mutating func cancel(_ wait: Wait) -> Target? {
    turn.parts = []
    if wait.reopened != nil { return askAgain(wait.closed) }
    if state.outer != nil { return .back }
    state.yeses = []
    for index in state.callers.indices { state.callers[index].yeses = [] }
    if !state.callers.isEmpty { return leaveGraph(by: .cancelled) }
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
  mutating func digress(to node: NodeID, from wait: Wait) -> Target? {
    // Back there, silence begins anew; what a `wait` waits for goes on counting.
    if state.outer == nil { state.outer = .waiting(wait.withoutSilence) }
    return .node(node)
  }

  /// What is then asked is exactly what was open; `begin` if nothing was.
  mutating func returnFromDigression() -> Target? {
    guard let wait = takeUpLeft() else { return .node(graph.begin) }
    turn.buttons = (turn.buttons ?? []) + wait.buttons
    return askAgain(wait)
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
    guard let left = state.outer else { return nil }
    let own = openSlots(at: wait.node)
    let inner = turn.parts.filter { move in
      move.concernedSlot.map { own.contains($0) || value(of: $0) == nil } ?? true
    }
    guard inner.count < turn.parts.count else { return nil }
    switch left {
    case .waiting(let outer):
      state.outer = nil
      state.place = .waiting(outer)
      return Handled(to: hear(at: outer))
    case .running(let parked):
      guard let run = parked.frames.first?.node, graph.nodes[run]?.next[.changed] != nil else {
        // What was run rests on it, and names no way for a change.
        turn.parts = inner
        return nil
      }
      let parts = turn.parts
      turn.parts = []
      takeUpLeft()
      state.place = .waiting(parked.wait)
      turn.parts = parts
      return hear(forCaller: parked.frames.count - 1, at: parked.wait) ?? Handled(to: askAgain(parked.wait))
    }
  }

  func openSlots(at node: NodeID) -> [SlotID] {
    switch graph.nodes[node]?.kind {
    case .ask(let ask): ask.slots
    case .confirm(let confirm): confirm.covers
    case .say, .classify, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end, nil: []
    }
  }
}

extension Wait {
  /// Without the slot that was to change: what was asked before is open.
  fileprivate var closed: Wait {
    var wait = self
    wait.reopened = nil
    wait.wording = nil
    wait.tries = 0
    wait.helps = 0
    return wait
  }
}
