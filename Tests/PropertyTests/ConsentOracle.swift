import MuseDefinition
import MuseInterpreter

/// Follows consent by what is seen from outside, without the interpreter's own book-keeping: a second reading of LANGUAGE,
/// "Consent". Nodes and slots go by the names that events have: `sub/word` in a graph that is run.
struct ConsentOracle {
  private struct Yes {
    var covers: Set<SlotID>
    /// What has changed since.
    var stale: Set<SlotID> = []
  }

  private let root: ConversationGraph
  /// By the confirm that was agreed to.
  private var live: [NodeID: Yes] = [:]
  /// As it was when the turn began: a turn that stops puts it back.
  private var liveBefore: [NodeID: Yes] = [:]
  private var hasWritten = false
  /// Each `each` at hand of which an item has ended otherwise than `failed`.
  private var sharedOut: Set<NodeID> = []

  init(graph: ConversationGraph) { root = graph }

  mutating func check(_ input: Input, _ effects: [Effect], before: ThreadState, after: ThreadState) throws {
    switch input {
    case .message, .timer, .event, .staff: (liveBefore, hasWritten) = (live, false)
    case .result(let id, let result): spend(id, result, before: before)
    case .delivered: break
    }
    for effect in effects {
      switch effect {
      case .happened(let event): try follow(event, input, before: before)
      case .work(.call(let call)) where call.effect == .writes:
        hasWritten = true
        try checkWrite(call, in: after.graphName(of: call.id), input, before: before)
      case .reply(let reply) where reply.stopped: live = hasWritten ? [:] : liveBefore
      case .work, .reply: break
      }
    }
  }

  // MARK: What ends a yes, and begins one

  private mutating func follow(_ event: Event, _ input: Input, before: ThreadState) throws {
    switch event {
    case .left(let node, let outcome):
      if sharedOut.remove(node) != nil, let write = write(at: local(node), in: graphName(in: node)) {
        spend(write, in: graphName(in: node))
      }
      guard outcome == "agreed", case .confirm(let confirm)? = kind(of: node) else { return }
      try checkAgree(node, input, before: before)
      if !confirm.covers.isEmpty { live[node] = Yes(covers: named(Set(confirm.covers), in: graphName(in: node))) }
    case .changed(let slot, _):
      live = live.filter { !$0.value.covers.contains(slot) }
      for node in live.keys { live[node]?.stale.insert(slot) }
    case .entered(let node):
      sharedOut.remove(node)
      if case .run(let run)? = kind(of: node) { end(run.graph) }
    case .ended(let name):
      if let graph = name.split(separator: "/").dropLast().first { end(GraphName(rawValue: String(graph))) } else { live = [:] }
    case .heard, .refused, .waits, .trouble: break
    }
  }

  /// A graph that is run anew has heard no yes.
  private mutating func end(_ graph: GraphName) { live = live.filter { graphName(in: $0.key) != graph } }

  /// Any end of a write but `failed` spends every yes that covers it.
  private mutating func spend(_ id: EffectID, _ result: CallResult, before: ThreadState) {
    guard let work = before.pendingWork.first(where: { $0.id == id }), work.isWrite else { return }
    if case .failed = result { return }
    let graph = before.graphName(of: id)
    guard let write = write(at: work.node, in: graph) else { return }
    // What needs no yes and reads nothing spends none.
    if write.freely != nil, write.readSlots.isEmpty { return }
    // The other items of an `each` go on under the yes that began it.
    if case .each? = kind(of: work.node, in: graph) {
      sharedOut.insert(graph.map { NodeID(rawValue: "\($0)/\(work.node)") } ?? work.node)
    } else {
      spend(write, in: graph)
    }
  }

  private mutating func spend(_ write: CallNode, in graph: GraphName?) {
    let read = named(write.readSlots, in: graph)
    live = live.filter { !read.isSubset(of: $0.value.covers) }
  }

  // MARK: What must hold

  /// A yes needs a message with an agree that came after the question had been delivered.
  private func checkAgree(_ node: NodeID, _ input: Input, before: ThreadState) throws {
    guard case .message(let message) = input, message.moves.contains(where: { $0.kind == .agree }) else {
      throw RandomThread.Violation(description: "\(node) was agreed to without an agree")
    }
    guard case .waiting(let wait) = before.place else { return }
    let open = wait.node == local(node) ? wait : outerWait(before)
    guard let open, open.node == local(node), open.question <= message.seen else {
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

  private func checkWrite(_ call: Call, in graph: GraphName?, _ input: Input, before: ThreadState) throws {
    if case .waiting(let wait) = before.place, wait.undoing != nil {
      guard case .message(let message) = input, message.moves.contains(where: { $0.kind == .agree }) else {
        throw RandomThread.Violation(description: "\(call.tool) took something back without a yes")
      }
      return
    }
    guard let write = write(at: call.node, in: graph), write.freely == nil else { return }
    let (slots, facts) = (named(write.readSlots, in: graph), named(write.readFacts, in: graph))
    guard live.values.contains(where: { slots.isSubset(of: $0.covers) && facts.isDisjoint(with: $0.stale) }) else {
      throw RandomThread.Violation(description: "\(call.node) wrote without a live yes")
    }
  }

  // MARK: Names

  private func graphName(in node: NodeID) -> GraphName? {
    let parts = node.rawValue.split(separator: "/")
    return parts.count > 1 ? GraphName(rawValue: String(parts[0])) : nil
  }

  private func local(_ node: NodeID) -> NodeID {
    NodeID(rawValue: node.rawValue.split(separator: "/").last.map(String.init) ?? node.rawValue)
  }

  private func named(_ slots: Set<SlotID>, in graph: GraphName?) -> Set<SlotID> {
    guard let graph else { return slots }
    return Set(slots.map { SlotID(rawValue: "\(graph)/\($0)") })
  }

  private func kind(of node: NodeID) -> NodeKind? { kind(of: local(node), in: graphName(in: node)) }

  private func kind(of node: NodeID, in graph: GraphName?) -> NodeKind? {
    (graph.flatMap(root.graph) ?? root).nodes[node]?.kind
  }

  private func write(at node: NodeID, in graph: GraphName?) -> CallNode? {
    switch kind(of: node, in: graph) {
    case .call(let call): return call
    case .each(let each):
      guard case .call(let call) = each.body else { return nil }
      return call
    case .say, .ask, .classify, .confirm, .llm, .set, .when, .run, .wait, .handoff, .end, nil: return nil
    }
  }
}
