import MuseDefinition
import MuseExpression
import MuseSource

extension FlowRules {
  /// Reads whose answer decided an edge or a fact, and whose slots can change before a confirm without passing them again.
  @Sendable static func staleAnswers(_ graph: FlowGraph) -> [Diagnostic] {
    guard !graph.isPartial else { return [] }
    return graph.drafts.indices.flatMap { node -> [Diagnostic] in
      let draft = graph.drafts[node]
      guard case .call(let call) = draft.kind, case .call(let written) = draft.document.action, call.effect == .reads,
        call.decides(of: draft)
      else { return [] }
      return call.readSlots.sorted().compactMap { slot in
        guard let stale = StaleWalk(of: slot, answeredAt: node, in: graph).found else { return nil }
        let reading = call.arguments.first { $0.expression.references.contains(slot.rawValue) }
        let place = written.arguments.first { $0.name.value == reading?.parameter }
        return Rule.staleAnswer.finding(
          "'\(draft.id)' was asked about '\(slot)', which can change at '\(graph.drafts[stale.change].id)' and come to "
            + "'\(graph.drafts[stale.confirm].id)' without being asked again.",
          at: place?.expression.location ?? draft.location)
      }
    }
  }
}

extension CallNode {
  /// Its answer chooses the way on, or is kept.
  fileprivate func decides(of draft: NodeDraft) -> Bool {
    !assignments.isEmpty || Set(draft.exits.filter { draft.outcomes.ordinary.contains($0.outcome) }.map(\.target)).count > 1
  }
}

/// Follows one slot from the answer of a read to the confirms that cover it.
private struct StaleWalk {
  private struct State: Hashable {
    var node: Int
    /// Where it has changed since; nil: nowhere.
    var change: Int?
    /// The confirms that cover it and were agreed to since: a change may void their yes. What was agreed to before the answer is
    /// come to before the call, too.
    var agreed: Set<Int> = []
  }

  /// The wait where it changes, and the confirm that is then come to.
  private(set) var found: (change: Int, confirm: Int)?
  private let graph: FlowGraph
  private let slot: SlotID

  init(of slot: SlotID, answeredAt read: Int, in graph: FlowGraph) {
    self.graph = graph
    self.slot = slot
    var waiting = graph.ways[read].map { State(node: $0.target, change: nil) }
    var seen = Set(waiting)
    var index = 0
    while index < waiting.count {
      let state = waiting[index]
      index += 1
      if state.node == read || beginsAnew(state.node) { continue }
      if let change = state.change, covers(state.node) {
        found = (change, state.node)
        return
      }
      for next in steps(from: state) where seen.insert(next).inserted { waiting.append(next) }
    }
  }

  /// The slot is forgotten, or a person is asked what they want next: the answer was for something else.
  private func beginsAnew(_ node: Int) -> Bool {
    if case .classify = graph.drafts[node].kind { return true }
    return graph.drafts[node].forget.contains(slot)
  }

  private func covers(_ node: Int) -> Bool { LiveYes.covers(of: node, in: graph)?.contains(slot) ?? false }

  private func steps(from state: State) -> [State] {
    let node = state.node
    let stays = changesHere(node) ? node : nil
    let change = state.change ?? stays
    let ahead = graph.ways[node].map { way in
      let agreed = way.outcome == .agreed && covers(node) ? state.agreed.union([node]) : state.agreed
      return State(node: way.target, change: change ?? (changes(on: way, from: node) ? node : nil), agreed: agreed)
    }
    let asides = graph.asides[node].filter { $0.isThere(behind: state.agreed) }
    let aside = asides.map { aside in
      State(node: aside.target, change: change ?? (aside.told.contains(slot) ? node : nil), agreed: state.agreed)
    }
    return ahead + aside
  }

  /// A person, or a digression, may change it at this wait, and the wait goes on.
  private func changesHere(_ node: Int) -> Bool {
    if graph.hearsDigressions(node), graph.digressing.changes.contains(slot) { return true }
    guard let declared = graph.slots[slot], !graph.surelyCovered[node].contains(slot) else { return false }
    switch graph.drafts[node].kind {
    case .ask(let ask): return declared.redo == nil || ask.slots.contains(slot)
    case .wait: return declared.redo == nil
    case .confirm: return declared.redo == nil && !covers(node)
    case .classify, .handoff, .say, .llm, .call, .set, .when, .run, .each, .end, nil: return false
    }
  }

  /// What a `classify` takes with an intent begins anew, and so does what is asked for.
  private func changes(on way: FlowGraph.Way, from node: Int) -> Bool {
    switch graph.drafts[node].kind {
    case .confirm, .call, .set, .llm, .run, .each, .wait: way.changes.contains(slot)
    case .ask, .classify, .handoff, .say, .when, .end, nil: false
    }
  }
}
