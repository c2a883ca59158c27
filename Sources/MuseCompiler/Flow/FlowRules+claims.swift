import MuseDefinition
import MuseSource

extension FlowRules {
  /// Texts that claim an outcome which some way leads past: since the claim's node was entered last, it ended otherwise or not yet.
  @Sendable static func falseClaims(_ graph: FlowGraph) -> [Diagnostic] {
    graph.drafts.indices.flatMap { node -> [Diagnostic] in
      guard case .say(let say) = graph.drafts[node].kind, case .say(let written) = graph.drafts[node].document.action else {
        return []
      }
      return say.claims.compactMap { claim in
        guard let way = ClaimWalk(claim, in: graph)?.untrueWay(to: node) else { return nil }
        let place = written.claims.first { $0.value == "\(claim.node).\(claim.outcome)" }?.location
        return Rule.falseClaim.finding(
          "'\(claim.node).\(claim.outcome)' has not come about here: \(graph.text(ofWay: way)).",
          at: place ?? graph.drafts[node].location)
      }
    }
  }
}

/// Follows whether a claim is true, on every way from the begin.
private struct ClaimWalk {
  private struct State: Hashable {
    var node: Int
    var isTrue: Bool
  }

  private let graph: FlowGraph
  private let claim: SayNode.Claim
  private var parents: [State: State] = [:]

  init?(_ claim: SayNode.Claim, in graph: FlowGraph) {
    guard let begin = graph.begin,
      graph.drafts.contains(where: { $0.id == claim.node && $0.outcomes.all.contains(claim.outcome) })
    else { return nil }
    self.graph = graph
    self.claim = claim
    var seen: Set<State> = [State(node: begin, isTrue: false)]
    var waiting = Array(seen)
    var index = 0
    while index < waiting.count {
      let state = waiting[index]
      index += 1
      for next in steps(from: state) where seen.insert(next).inserted {
        parents[next] = state
        waiting.append(next)
      }
    }
  }

  func untrueWay(to node: Int) -> [Int]? {
    let state = State(node: node, isTrue: false)
    guard parents[state] != nil || graph.begin == node else { return nil }
    return sequence(first: state) { parents[$0] }.map(\.node).reversed()
  }

  private func steps(from state: State) -> [State] {
    let isClaimed = graph.drafts[state.node].id == claim.node
    let steps = graph.ways[state.node].map { way in
      State(node: way.target, isTrue: isClaimed ? way.outcome == claim.outcome : state.isTrue)
    }
    let aside = graph.asides(from: state.node) + graph.correctionWays(from: state.node).map(\.target)
    return steps + aside.map { State(node: $0, isTrue: state.isTrue) }
  }
}
