import MuseDefinition

/// What may have happened when a digression comes back to the wait that it left.
struct DigressionEffects {
  /// What may hold another value, or none, and what hangs on that.
  private(set) var changes: Set<SlotID> = []
  /// What may be unset.
  private(set) var loses: Set<SlotID> = []
  /// The nodes that it may have passed.
  private(set) var nodes: Set<Int> = []
  /// The writes that may have been made.
  private(set) var writes: [CallNode] = []

  init(from digressions: [Int], drafts: [NodeDraft], ways: [[FlowGraph.Way]], _ effects: WayEffects, _ ties: Ties) {
    let forward = FlowGraph.reached(from: digressions) { ways[$0].map(\.target) }
    var sources: [[Int]] = Array(repeating: [], count: drafts.count)
    for (node, ways) in ways.enumerated() { for way in ways { sources[way.target].append(node) } }
    let returning = drafts.indices.filter { node in drafts[node].exits.contains { $0.target == .back } }
    nodes = FlowGraph.reached(from: returning) { sources[$0] }.intersection(forward)
    var direct: Set<SlotID> = []
    for node in nodes.sorted() {
      let draft = drafts[node]
      direct.formUnion(draft.forget)
      loses.formUnion(draft.forget)
      // The way back leads to no node of its own.
      for exit in draft.exits {
        direct.formUnion(effects.changes(on: exit, from: draft))
        loses.formUnion(effects.effect(of: exit, from: draft).clears)
      }
      if let write = draft.kind?.write { writes.append(write) }
    }
    let hanging = ties.hanging(on: direct)
    changes = direct.union(hanging)
    loses.formUnion(hanging)
  }

  /// Whether a yes to `covers` may have ended.
  func mayEnd(yesTo covers: Set<SlotID>) -> Bool {
    !covers.isDisjoint(with: changes) || writes.contains { $0.spends(yesTo: covers) }
  }
}
