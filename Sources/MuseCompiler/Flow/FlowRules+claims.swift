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
    /// What has been agreed to and written on the way.
    var passed: Set<Int>
  }

  private let graph: FlowGraph
  private let claim: SayNode.Claim
  private var parents: [State: State] = [:]
  /// By node: the state in which it was first come to while the claim was not true.
  private var untrue: [Int: State] = [:]

  init?(_ claim: SayNode.Claim, in graph: FlowGraph) {
    guard let begin = graph.begin,
      graph.drafts.contains(where: { $0.id == claim.node && $0.outcomes.all.contains(claim.outcome) })
    else { return nil }
    self.graph = graph
    self.claim = claim
    var waiting = [State(node: begin, isTrue: false, passed: graph.passedAtFirst)]
    var seen = Set(waiting)
    var index = 0
    while index < waiting.count {
      let state = waiting[index]
      index += 1
      if !state.isTrue, untrue[state.node] == nil { untrue[state.node] = state }
      for next in steps(from: state) where seen.insert(next).inserted {
        parents[next] = state
        waiting.append(next)
      }
    }
  }

  func untrueWay(to node: Int) -> [Int]? {
    untrue[node].map { sequence(first: $0) { parents[$0] }.map(\.node).reversed() }
  }

  private func steps(from state: State) -> [State] {
    let isClaimed = graph.drafts[state.node].id == claim.node
    let ahead = graph.ways[state.node].map { way in
      State(
        node: way.target, isTrue: isClaimed ? way.outcome == claim.outcome : state.isTrue,
        passed: graph.passed(state.passed, and: state.node, by: way.outcome))
    }
    var aside = graph.asides[state.node].filter { $0.isThere(behind: state.passed) }.map {
      State(node: $0.target, isTrue: state.isTrue, passed: state.passed)
    }
    // In a digression it may have ended otherwise since.
    if graph.hearsDigressions(state.node), graph.digressing.nodes.contains(where: { graph.drafts[$0].id == claim.node }) {
      aside.append(State(node: state.node, isTrue: false, passed: state.passed))
    }
    return ahead + aside
  }
}
