import MuseDefinition

/// `classify` takes an intent nobody consumed, else says its question and waits.
extension TurnMachine {
  mutating func enterClassify(_ node: Node, _ classify: ClassifyNode) -> Target? {
    if let intent = takeIntent(of: classify) { return leave(node, Outcome(rawValue: intent.rawValue)) }
    if let digression = takeDigression() { return digress(to: digression, from: standing(at: node)) }
    if let kept = state.kept, classify.intents.contains(kept.intent) { return takeUp(kept, at: node) }
    askClassify(node)
    return nil
  }

  /// A second intent that was kept, with what was said for it.
  private mutating func takeUp(_ kept: KeptIntent, at node: Node) -> Target? {
    state.kept = nil
    say(phrases.nowTo(kept.words))
    record(.heard(kept.intent))
    turn.parts += kept.tellings
    takeMarked(by: kept.intent)
    return leave(node, Outcome(rawValue: kept.intent.rawValue))
  }

  /// - Parameter wait: the one that is asked again, just as it was.
  mutating func askClassify(_ node: Node, again: SpokenText? = nil, as wait: Wait? = nil, helps: Int = 0) {
    let question = again ?? node.say
    let text = wait?.wording ?? question.flatMap { render($0, at: node.id) }
    say(text ?? "")
    let varies = question.map(hasVariants) == true
    self.wait(Wait(node: node.id, question: .none, helps: wait?.helps ?? helps, wording: varies ? text : nil))
  }

  /// The place a digression returns to when it was heard before the question at `node` was asked.
  private func standing(at node: Node) -> Wait { Wait(node: node.id, question: .none) }

  mutating func hearClassify(_ node: Node, _ classify: ClassifyNode, _ wait: Wait) -> Target? {
    if let intent = takeIntent(of: classify) { return leave(node, Outcome(rawValue: intent.rawValue)) }
    if take(.help) {
      giveHelp(wait.helps + 1, with: nil, at: node)
      askClassify(node, helps: wait.helps + 1)
      return nil
    }
    if take(.repeat) || take(.skip) {
      askClassify(node, as: wait)
      return nil
    }
    turn.parts = []
    guard let reask = classify.reask, node.next[.other] == .node(node.id) else { return leave(node, .other) }
    // It comes back here, and asks in other words.
    record(.left(node.id, .other))
    record(.entered(node.id))
    forget(node.forget)
    askClassify(node, again: reask)
    return nil
  }

  /// Consumes a declared intent, and with it every slot that its examples mark.
  private mutating func takeIntent(of classify: ClassifyNode) -> IntentID? {
    guard let intent = spokenIntent(of: classify) ?? intentOfBareValue(of: classify) else { return nil }
    turn.understood = true
    record(.heard(intent))
    takeMarked(by: intent)
    return intent
  }

  private mutating func takeMarked(by intent: IntentID) {
    let before = standing.values
    let marked = graph.intent(intent)?.markedSlots ?? []
    let later = laterTellings(openSlots: Array(marked))
    var taken: Set<SlotID> = []
    for told in takeTellings(fitting: { move in move.tellingSlot.map(marked.contains) == true && !later.contains(move) }) {
      guard let slot = graph.slot(told.slot) else { continue }
      take(slot, told.telling, told.edit)
      taken.insert(slot.id)
    }
    let cleared = settle(since: before, keeping: taken)
    tellUnneeded(taken.intersection(cleared).sorted())
  }

  private mutating func spokenIntent(of classify: ClassifyNode) -> IntentID? {
    for (index, move) in turn.parts.enumerated() {
      guard case .intent(let intent) = move.kind, classify.intents.contains(intent), graph.policy.digress[intent] == nil else {
        continue
      }
      turn.parts.remove(at: index)
      return intent
    }
    return nil
  }

  /// A bare value whose slot is marked in exactly one declared intent is that intent.
  private func intentOfBareValue(of classify: ClassifyNode) -> IntentID? {
    let told = Set(turn.parts.compactMap(\.tellingSlot))
    guard !told.isEmpty, !turn.parts.contains(where: \.isIntent) else { return nil }
    let fitting = classify.intents.filter { told.isSubset(of: graph.intent($0)?.markedSlots ?? []) }
    return fitting.count == 1 ? fitting.first : nil
  }
}
