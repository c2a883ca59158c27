import MuseDefinition

/// A checked graph, with what graphs that run it must know of its flow.
struct GraphOutline {
  var graph: ConversationGraph
  /// The names of its ends that may be reached, in the order of declaration.
  var ends: [Outcome]
  /// What is set whenever the graph ends so.
  var certain: [Outcome: Set<SlotID>]
  /// Some message may be heard in it, or in a graph that it runs.
  var waits: Bool
  /// It may come to an end without waiting.
  var passes: Bool
  var turns: TurnLengths
  var holdsEach: Bool
  /// How many graphs run each other in it, itself included.
  var depth: Int

  /// How deep graphs may run each other.
  static let mostDepth = 5

  init(_ graph: ConversationGraph, _ flow: FlowGraph) {
    self.graph = graph
    let live = flow.live
    let reached = flow.drafts.indices.filter(live.contains)
    var nodes: [Outcome: [Int]] = [:]
    ends = []
    for node in reached {
      guard case .end(let end) = flow.drafts[node].kind else { continue }
      let name = Outcome(rawValue: end.name)
      if nodes[name] == nil { ends.append(name) }
      nodes[name, default: []].append(node)
    }
    certain = nodes.mapValues { FlowRules.certain(at: $0, in: flow) }
    let run = reached.compactMap { flow.outline(ranAt: $0) }
    waits = reached.contains(where: flow.waits) || run.contains(where: \.waits)
    passes = flow.passes
    turns = TurnLengths(flow)
    holdsEach =
      run.contains(where: \.holdsEach)
      || reached.contains { node in
        if case .each = flow.drafts[node].kind { true } else { false }
      }
    depth = 1 + (run.map(\.depth).max() ?? 0)
  }

  /// What a slot or a fact of the graph holds.
  func type(of id: SlotID) -> SlotType? {
    graph.slot(id)?.type ?? graph.facts.first { $0.id == id }?.type
  }

  var names: [String] { graph.slots.map(\.id.rawValue) + graph.facts.map(\.id.rawValue) }
}

extension FlowGraph {
  /// The graph that the node runs, by itself or for the items of a list.
  func outline(ranAt node: Int) -> GraphOutline? {
    switch drafts[node].kind {
    case .run(let run): return scope.graphs[run.graph] ?? nil
    case .each(let each):
      guard case .run(let run) = each.body else { return nil }
      return scope.graphs[run.graph] ?? nil
    case .say, .ask, .classify, .confirm, .llm, .call, .set, .when, .wait, .handoff, .end, nil: return nil
    }
  }
}
