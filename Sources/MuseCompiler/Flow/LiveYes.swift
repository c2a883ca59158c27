import MuseDefinition

/// Follows the yes to a confirm from its `agreed` to where it ends (LANGUAGE, "Consent").
struct LiveYes {
  let confirm: Int
  let covers: Set<SlotID>
  /// What a person voids it by changing: what it covers, and what that hangs on.
  let told: Set<SlotID>
  /// What may be unset where it is voided.
  let loses: Set<SlotID>
  /// Where it may live.
  private(set) var nodes: Set<Int> = []

  /// Those that cover something.
  static func all(in graph: FlowGraph) -> [LiveYes] {
    graph.drafts.indices.compactMap { confirm in
      covers(of: confirm, in: graph).flatMap { $0.isEmpty ? nil : LiveYes(to: confirm, $0, in: graph) }
    }
  }

  private init(to confirm: Int, _ covers: Set<SlotID>, in graph: FlowGraph) {
    self.confirm = confirm
    self.covers = covers
    told = covers.reduce(into: covers) { $0.formUnion(graph.ties.grounds(of: $1)) }
    loses = graph.ties.hanging(on: told)
    let starts = graph.ways[confirm].filter { $0.outcome == .agreed }.map(\.target)
    let keeps: (Int) -> Bool = { covers.isDisjoint(with: graph.drafts[$0].forget) }
    nodes = FlowGraph.reached(from: starts.filter(keeps)) { node in
      // What is set may be what it was.
      let ways = graph.ways[node].filter { way in
        way.outcome != .cancelled && !Self.isSpent(covers, by: graph.drafts[node], way.outcome)
          && !(node == confirm && way.outcome == .changed)
      }
      let asides = graph.asides[node].filter { !$0.surelyEnds(yesTo: covers) }
      return (ways.map(\.target) + asides.map(\.target)).filter(keeps)
    }
  }

  /// By node: the slots of yeses that surely live there, whichever way led to it.
  static func surelyCovered(_ yeses: [LiveYes], in graph: FlowGraph) -> [Set<SlotID>] {
    var covered: [Set<SlotID>] = Array(repeating: [], count: graph.drafts.count)
    // A graph of thousands of confirms is not looked at: none counts as living there.
    guard yeses.count * graph.asides.reduce(0, { $0 + $1.count }) < 20_000_000 else { return covered }
    for yes in yeses {
      let ended = yes.mayHaveEnded(in: graph)
      for node in yes.nodes where !ended.contains(node) { covered[node].formUnion(yes.covers) }
    }
    return covered
  }

  /// The nodes that some way leads to on which it has not been given, or has ended.
  private func mayHaveEnded(in graph: FlowGraph) -> Set<Int> {
    let ending = graph.drafts.indices.flatMap { node -> [Int] in
      let ways = graph.ways[node].filter { !survives($0, from: node, in: graph) && !isGiven($0, at: node) }
      let asides = graph.asides[node].filter { $0.mayEnd(yesTo: covers) }
      let endsHere =
        !covers.isDisjoint(with: graph.forgets[node]) || graph.hearsDigressions(node) && graph.digressing.mayEnd(yesTo: covers)
      return ways.map(\.target) + asides.map(\.target) + (endsHere ? [node] : [])
    }
    return FlowGraph.reached(from: ending + [graph.begin].compactMap(\.self)) { node in
      graph.ways[node].filter { !isGiven($0, at: node) }.map(\.target) + graph.asides[node].map(\.target)
    }
  }

  private func isGiven(_ way: FlowGraph.Way, at node: Int) -> Bool { node == confirm && way.outcome == .agreed }

  /// Whether it lives on behind a way out of a node.
  private func survives(_ way: FlowGraph.Way, from node: Int, in graph: FlowGraph) -> Bool {
    node != confirm && Self.survives(covers, way, from: graph.drafts[node])
  }
}

extension LiveYes {
  /// Whether a yes that covers `covers` surely lives on behind a way: nothing that it covers has changed, no write has spent it,
  /// and nothing was cancelled in a graph that was run.
  static func survives(_ covers: Set<SlotID>, _ way: FlowGraph.Way, from node: NodeDraft) -> Bool {
    covers.isDisjoint(with: way.changes) && way.outcome != .cancelled && !isSpent(covers, by: node, way.outcome)
  }

  /// A write that a yes covers spends it, unless it certainly was not done.
  static func isSpent(_ covers: Set<SlotID>, by node: NodeDraft, _ outcome: Outcome) -> Bool {
    guard let call = node.kind?.write, outcome != .failed else { return false }
    return call.spends(yesTo: covers)
  }

  static func covers(of node: Int, in graph: FlowGraph) -> Set<SlotID>? {
    if case .confirm(let confirm) = graph.drafts[node].kind { Set(confirm.covers) } else { nil }
  }
}

extension FlowGraph.Aside {
  fileprivate func surelyEnds(yesTo covers: Set<SlotID>) -> Bool {
    switch cause {
    case .cancel: true
    case .redo: !covers.isDisjoint(with: told)
    // One of several has changed.
    case .amend, .voidedYes: false
    case .digression, .silence: false
    }
  }

  fileprivate func mayEnd(yesTo covers: Set<SlotID>) -> Bool {
    surelyEnds(yesTo: covers) || !covers.isDisjoint(with: told) || !covers.isDisjoint(with: loses)
  }
}
