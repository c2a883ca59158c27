import MuseDefinition
import MuseInterpreter

/// Follows consent by what is seen from outside, without the interpreter's own book-keeping: a second reading of LANGUAGE,
/// "Consent".
struct ConsentOracle {
  private let graph: ConversationGraph
  /// The confirms that were agreed to, with what they cover.
  private var live: [NodeID: Set<SlotID>] = [:]

  init(graph: ConversationGraph) { self.graph = graph }

  mutating func check(_ input: Input, _ effects: [Effect], before: ThreadState) throws {
    for effect in effects {
      switch effect {
      case .happened(let event): try follow(event, input, before: before)
      case .work(.call(let call)) where call.effect == .writes: try checkWrite(call, input, before: before)
      case .work, .reply: break
      }
    }
    if case .result(let id, let result) = input { spend(id, result, before: before) }
  }

  private mutating func follow(_ event: Event, _ input: Input, before: ThreadState) throws {
    switch event {
    case .left(let node, "agreed"):
      guard case .confirm(let confirm)? = graph.nodes[node]?.kind else { return }
      try checkAgree(node, input, before: before)
      if !confirm.covers.isEmpty { live[node] = Set(confirm.covers) }
    case .changed(let slot, _): live = live.filter { !$0.value.contains(slot) }
    case .ended: live = [:]
    case .entered, .left, .heard, .refused, .waits, .trouble: break
    }
  }

  /// A yes needs a message with an agree that came after the question had been delivered.
  private func checkAgree(_ node: NodeID, _ input: Input, before: ThreadState) throws {
    guard case .message(let message) = input, message.moves.contains(where: { $0.kind == .agree }) else {
      throw RandomThread.Violation(description: "\(node) was agreed to without an agree")
    }
    guard case .waiting(let wait) = before.place else { return }
    let open = wait.node == node ? wait : outerWait(before)
    guard let open, open.node == node, open.question <= message.seen else {
      throw RandomThread.Violation(description: "\(node) was agreed to before it was delivered")
    }
  }

  private func outerWait(_ state: ThreadState) -> Wait? {
    switch state.outer {
    case .waiting(let wait): wait
    case .running(let parked): parked.wait
    case nil: nil
    }
  }

  private func checkWrite(_ call: Call, _ input: Input, before: ThreadState) throws {
    if case .waiting(let wait) = before.place, wait.undoing != nil {
      guard case .message(let message) = input, message.moves.contains(where: { $0.kind == .agree }) else {
        throw RandomThread.Violation(description: "\(call.tool) took something back without a yes")
      }
      return
    }
    guard case .call(let node)? = graph.nodes[call.node]?.kind, node.freely == nil else { return }
    guard live.values.contains(where: { node.readSlots.isSubset(of: $0) }) else {
      throw RandomThread.Violation(description: "\(call.node) wrote without a live yes")
    }
  }

  /// Any end of a write but `failed` spends every yes that covers it.
  private mutating func spend(_ id: EffectID, _ result: CallResult, before: ThreadState) {
    guard let work = before.pendingWork.first(where: { $0.id == id }), work.isWrite else { return }
    if case .failed = result { return }
    guard case .call(let node)? = graph.nodes[work.node]?.kind else { return }
    // What needs no yes and reads nothing spends none.
    if node.freely != nil, node.readSlots.isEmpty { return }
    live = live.filter { !node.readSlots.isSubset(of: $0.value) }
  }
}
