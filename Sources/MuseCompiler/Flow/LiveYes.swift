import MuseDefinition

/// Follows a yes from a confirm's `agreed` to where it ends (LANGUAGE, "Consent").
enum LiveYes {
  /// What ends a yes that covers `covers` on a way: a covered slot set anew, and a cancel in a graph that is run.
  static func survives(_ covers: Set<SlotID>, _ way: FlowGraph.Way) -> Bool {
    covers.isDisjoint(with: way.sets) && covers.isDisjoint(with: way.clears) && way.outcome != .cancelled
  }

  /// A write that a yes covers spends it, unless it certainly was not done.
  static func isSpent(_ covers: Set<SlotID>, by node: NodeDraft, _ outcome: Outcome) -> Bool {
    guard let call = node.kind?.write, outcome != .failed else { return false }
    return call.spends(yesTo: covers)
  }

  static func covers(of node: Int, in graph: FlowGraph) -> Set<SlotID>? {
    if case .confirm(let confirm) = graph.drafts[node].kind { Set(confirm.covers) } else { nil }
  }

  /// A way that no `next` draws: a change at a wait where the yes to a confirm is live goes on at that confirm's `changed`.
  struct Change {
    var confirm: Int
    var way: FlowGraph.Way
  }

  /// By the node of the wait.
  static func changes(in graph: FlowGraph) -> [Int: [Change]] {
    var ways: [Int: [Change]] = [:]
    for confirm in graph.drafts.indices {
      guard let covers = covers(of: confirm, in: graph), !covers.isEmpty else { continue }
      let changed = graph.ways[confirm].filter { $0.outcome == .changed }
      for node in nodes(after: confirm, covers, in: graph) where graph.waits(node) {
        ways[node, default: []] += changed.map { Change(confirm: confirm, way: $0) }
      }
    }
    return ways
  }

  /// By node: the slots of yeses that may be live there.
  static func covered(in graph: FlowGraph) -> [Int: Set<SlotID>] {
    var covered: [Int: Set<SlotID>] = [:]
    for confirm in graph.drafts.indices {
      guard let covers = covers(of: confirm, in: graph), !covers.isEmpty else { continue }
      for node in nodes(after: confirm, covers, in: graph) { covered[node, default: []].formUnion(covers) }
    }
    return covered
  }

  /// The nodes at which the yes of a confirm may be live.
  private static func nodes(after confirm: Int, _ covers: Set<SlotID>, in graph: FlowGraph) -> Set<Int> {
    let starts = graph.ways[confirm].filter { $0.outcome == .agreed }.map(\.target)
    let alive: (Int) -> Bool = { node in node != confirm && covers.isDisjoint(with: graph.drafts[node].forget) }
    return FlowGraph.reached(from: starts.filter(alive)) { node in
      graph.ways[node].filter { way in
        alive(way.target) && survives(covers, way) && !isSpent(covers, by: graph.drafts[node], way.outcome)
      }.map(\.target)
    }
  }
}
