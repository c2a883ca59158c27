import MuseDefinition
import MuseSource

extension FlowRules {
  /// Ways that one turn may go and that are longer than `policy.limits` lets a turn be.
  @Sendable static func turnsTooLong(_ graph: FlowGraph) -> [Diagnostic] {
    let limits = graph.limits
    let lengths = TurnLengths(graph)
    return [
      lengths.steps.finding(in: graph, "steps", limit: limits.stepsPerTurn, key: "steps_per_turn"),
      lengths.generations.finding(
        in: graph, "calls of language models", limit: limits.modelCallsPerTurn, key: "model_calls_per_turn"),
    ].compactMap { $0 }
  }
}

/// How long a turn of a graph can get. Nothing is said of a graph in which it has no end.
struct TurnLengths {
  private(set) var steps = TurnLength()
  /// Those of an `each` are not counted: how many items it has shows when it is talked to.
  private(set) var generations = TurnLength()

  init(_ graph: FlowGraph) {
    let passing = PassingWays(graph).cutWhereItWaits
    guard passing.circles().isEmpty else { return }
    steps = TurnLength(graph, passing, inner: \.turns.steps) { _ in 1 }
    generations = TurnLength(graph, passing, inner: \.turns.generations) { kind in
      if case .llm = kind { 1 } else { 0 }
    }
  }
}

extension TurnLength {
  fileprivate func finding(in graph: FlowGraph, _ counted: String, limit: Int, key: String) -> Diagnostic? {
    guard longest > limit, let first = way.first else { return nil }
    let names = way.map { "\(graph.drafts[$0].id)" }
    let shown = names.count > 6 ? names.prefix(3) + ["…"] + names.suffix(2) : names[...]
    return Rule.turnTooLong.finding(
      "A turn may take \(longest) \(counted) here (\(shown.joined(separator: " → "))), and 'policy.limits.\(key)' is \(limit).",
      at: graph.drafts[first].location)
  }
}
