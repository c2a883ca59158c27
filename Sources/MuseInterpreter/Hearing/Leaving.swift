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
    for told in takeTellings(where: unset.contains) {
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
    if state.outer == nil { state.outer = place.keepingTimers { !$0.isSilence } }
    return .node(node)
  }

  /// What is then asked is exactly what was open; `begin` if nothing was.
  mutating func returnFromDigression() -> Target? {
    guard let outer = state.outer else { return .node(graph.begin) }
    state.outer = nil
    switch outer {
    case .waiting(let wait): return askAgain(wait)
    case .beginning, .working, .sharing, .ended: return .node(graph.begin)
    }
  }

  /// Asks what was open at a wait, without entering its node again.
  mutating func askAgain(_ wait: Wait) -> Target? {
    guard let node = graph.nodes[wait.node] else { return trouble(wait.node, "there is no such node") }
    switch node.kind {
    case .ask(let ask): return continueAsk(node, ask, AskProgress(tries: wait.tries, choosing: wait.choosing))
    case .confirm(let confirm): return askConfirm(node, confirm, tries: wait.tries)
    case .classify:
      askClassify(node)
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
      move.tellingSlot.map { !own.contains($0) && value(of: $0) != nil } ?? false
    }
    guard changesOuter else { return nil }
    state.outer = nil
    return Handled(to: hear(at: outer))
  }

  func openSlots(at node: NodeID) -> [SlotID] {
    switch graph.nodes[node]?.kind {
    case .ask(let ask): ask.slots
    case .confirm(let confirm): confirm.covers
    case .say, .classify, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end, nil: []
    }
  }

  // MARK: Second intents

  /// An intent that is left over and that some `classify` of the graph may yet hear.
  var keepsIntent: Bool { leftIntent != nil }

  private var leftIntent: (intent: IntentID, span: Range<Int>?)? {
    for move in turn.parts {
      guard case .intent(let intent) = move.kind, graph.policy.digress[intent] == nil else { continue }
      return (intent, move.span)
    }
    return nil
  }

  /// What is left of a message is dropped, but for a second intent, which the next `classify` that declares it will hear.
  mutating func keepSecondIntent() {
    defer { turn.parts = [] }
    guard case .waiting(let wait) = state.place else { return }
    if case .classify? = graph.nodes[wait.node]?.kind { return }
    keepLeftIntent()
  }

  mutating func keepLeftIntent() {
    guard let left = leftIntent else { return }
    state.kept = KeptIntent(
      intent: left.intent, words: words(in: left.span), tellings: turn.parts.filter { $0.tellingSlot != nil })
    turn.said.insert(phrases.laterThat, at: 0)
  }

  /// The slots whose values wait with a second intent: it marks them, and the open question does not ask for them.
  func slotsOfLeftIntent(openSlots: [SlotID]) -> Set<SlotID> {
    guard let left = leftIntent, let intent = graph.intent(left.intent) else { return [] }
    return intent.markedSlots.subtracting(openSlots)
  }

  private func words(in span: Range<Int>?) -> String {
    let scalars = Array(turn.text.unicodeScalars)
    guard let span, span.lowerBound >= 0, span.upperBound <= scalars.count else { return turn.text }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[span])
    return String(words)
  }
}
