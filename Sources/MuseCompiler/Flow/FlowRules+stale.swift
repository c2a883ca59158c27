import MuseDefinition
import MuseExpression
import MuseSource

extension FlowRules {
  /// Reads whose answer decided an edge or a fact, and whose slots can change before a confirm without passing them again.
  @Sendable static func staleAnswers(_ graph: FlowGraph) -> [Diagnostic] {
    guard !graph.isPartial else { return [] }
    let answeredFor = LiveYes.covered(in: graph)
    return graph.drafts.indices.flatMap { node -> [Diagnostic] in
      let draft = graph.drafts[node]
      guard case .call(let call) = draft.kind, case .call(let written) = draft.document.action, call.effect == .reads,
        call.decides(of: draft)
      else { return [] }
      return call.readSlots.sorted().compactMap { slot in
        guard let stale = StaleWalk(of: slot, answeredAt: node, in: graph, answeredFor).found else { return nil }
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
  }

  /// The wait where it changes, and the confirm that is then come to.
  private(set) var found: (change: Int, confirm: Int)?
  private let graph: FlowGraph
  private let slot: SlotID
  private let answeredFor: [Int: Set<SlotID>]

  init(of slot: SlotID, answeredAt read: Int, in graph: FlowGraph, _ answeredFor: [Int: Set<SlotID>]) {
    self.graph = graph
    self.slot = slot
    self.answeredFor = answeredFor
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
    return graph.ways[node].map { way in
      State(node: way.target, change: state.change ?? stays ?? (changes(on: way, from: node) ? node : nil))
    }
  }

  /// A person may change it at this wait, and the wait goes on.
  private func changesHere(_ node: Int) -> Bool {
    guard let declared = graph.slots[slot], answeredFor[node]?.contains(slot) != true else { return false }
    switch graph.drafts[node].kind {
    case .ask(let ask): return declared.redo == nil || ask.slots.contains(slot)
    case .wait: return declared.redo == nil
    case .confirm: return declared.redo == nil && !covers(node)
    case .classify, .handoff, .say, .llm, .call, .set, .when, .run, .each, .end, nil: return false
    }
  }

  private func changes(on way: FlowGraph.Way, from node: Int) -> Bool {
    switch graph.drafts[node].kind {
    case .confirm: covers(node) && way.outcome == .changed
    case .call, .set, .llm, .run, .each, .wait: way.sets.contains(slot)
    case .ask, .classify, .handoff, .say, .when, .end, nil: false
    }
  }
}
