import MuseDefinition
import MuseSource

extension FlowRules {
  /// `was.x` where no change leads: it is never set there.
  @Sendable static func pastWithoutChange(_ graph: FlowGraph) -> [Diagnostic] {
    guard graph.drafts.contains(where: { !$0.pastReads.isEmpty }), !graph.isPartial else { return [] }
    let after = graph.reachedWithoutAnswer(from: graph.afterChanges)
    return graph.drafts.indices.filter { !after.contains($0) }.flatMap { node in
      graph.drafts[node].pastReads.map { read in
        Rule.pastWithoutChange.finding(
          "No change leads to '\(graph.drafts[node].id)', so 'was.\(read.variable)' is never set here.", at: read.location)
      }
    }
  }
}

extension FlowGraph {
  /// Where changes lead.
  fileprivate var afterChanges: [Int] {
    ways.joined().filter { $0.outcome == .changed }.map(\.target) + corrections
  }

  /// What is come to before a person has answered a question: up to the next wait, with it.
  fileprivate func reachedWithoutAnswer(from starts: [Int]) -> Set<Int> {
    Self.reached(from: starts) { node in
      switch drafts[node].kind {
      case .confirm, .wait, .handoff, .end, nil: []
      // They pass where nothing is left to ask.
      case .ask, .classify: ways[node].map(\.target)
      case .say, .llm, .call, .set, .when, .run, .each: ways[node].map(\.target)
      }
    }
  }
}
