import MuseDefinition
import MuseSource

extension FlowRules {
  @Sendable static func unreachableNodes(_ graph: FlowGraph) -> [Diagnostic] {
    guard !graph.isPartial else { return [] }
    let live = graph.live
    return graph.drafts.indices.filter { !live.contains($0) }.map { node in
      Rule.unreachable.finding("No way leads to '\(graph.drafts[node].id)'.", at: graph.drafts[node].location)
    }
  }

  /// `back` in a node that is also reached without a digression.
  @Sendable static func backOutsideDigressions(_ graph: FlowGraph) -> [Diagnostic] {
    let outside = graph.reached(from: [graph.begin, graph.cancel].compactMap(\.self) + graph.silences)
    return outside.sorted().flatMap { node in
      graph.drafts[node].exits.filter { $0.target == .back }.map { exit in
        Rule.backOutside.finding("'\(graph.drafts[node].id)' is reached without a digression.", at: exit.location)
      }
    }
  }

  /// Each region that cannot be left is reported once, at its first node. One without a wait is a turn without end, and found
  /// as that.
  @Sendable static func deadEnds(_ graph: FlowGraph) -> [Diagnostic] {
    guard let begin = graph.begin, !graph.isPartial else { return [] }
    var trapped = graph.live.subtracting(graph.reaching(goals(of: graph, begin: begin)))
    if let cancel = graph.cancel, !trapped.contains(cancel) {
      let left = graph.reaching(trapped.filter { graph.waits($0) })
      trapped.subtract(left)
    }
    var findings: [Diagnostic] = []
    for node in trapped.sorted() where trapped.contains(node) {
      let region = graph.reached(from: [node]).union(graph.reaching([node]).intersection(trapped))
      trapped.subtract(region)
      guard region.contains(where: graph.waits) else { continue }
      let first = graph.drafts[region.min() ?? node]
      findings.append(Rule.deadEnd.finding("From '\(first.id)' no way leads to an end or to the begin.", at: first.location))
    }
    return findings
  }

  private static func goals(of graph: FlowGraph, begin: Int) -> Set<Int> {
    let ends = graph.drafts.indices.filter { node in
      if case .end = graph.drafts[node].kind { true } else { graph.leadsBack(node) }
    }
    return Set(ends + [begin])
  }
}
