import MuseDefinition
import MuseSource

extension FlowRules {
  /// Writes that some way leads to without a live yes for all they read.
  @Sendable static func writesWithoutConfirm(_ graph: FlowGraph) -> [Diagnostic] {
    var statesLeft = ConsentWalk.mostStates
    return graph.drafts.indices.compactMap { node in
      guard let call = graph.drafts[node].kind?.write, call.freely == nil else { return nil }
      let walk = ConsentWalk(to: node, call, in: graph, mostStates: statesLeft)
      statesLeft -= walk.stateCount
      return walk.uncovered.flatMap { finding(call, node: node, way: $0, graph) }
    }
  }

  private static func finding(_ call: CallNode, node: Int, way: [Int], _ graph: FlowGraph) -> Diagnostic? {
    guard let written = graph.drafts[node].document.action.call else { return nil }
    let slots = missing(from: call.readSlots, in: graph).map { "'\($0)'" }.joined(separator: ", ")
    let yes = slots.isEmpty ? "a yes" : "a yes that covers \(slots)"
    return Rule.writeWithoutConfirm.finding(
      "'\(graph.drafts[node].id)' writes, and \(graph.text(ofWay: way, without: yes)).", at: written.tool.location)
  }
}

extension FlowRules {
  /// The slots that no confirm of the graph covers beside the others; all of them where one does, but not on this way.
  private static func missing(from slots: Set<SlotID>, in graph: FlowGraph) -> [SlotID] {
    let nearest = graph.drafts.indices.compactMap { LiveYes.covers(of: $0, in: graph) }
      .map { slots.subtracting($0) }
      .min { ($0.count, $0.sorted().description) < ($1.count, $1.sorted().description) }
    guard let nearest, !nearest.isEmpty else { return slots.sorted() }
    return nearest.sorted()
  }
}

extension FlowGraph {
  fileprivate func text(ofWay way: [Int], without yes: String) -> String {
    let names = way.map { "\(drafts[$0].id)" }
    let shown = names.count > 6 ? names.prefix(2) + ["…"] + names.suffix(3) : names[...]
    return names.count == 1 ? "the conversation begins here" : "the way \(shown.joined(separator: " → ")) comes without \(yes)"
  }
}

/// Follows which of the confirms that cover one write are live, on every way from the begin.
private struct ConsentWalk {
  private struct State: Hashable {
    var node: Int
    /// Confirms whose yes is live on entering the node.
    var live: Set<Int>
  }

  /// For all writes of a graph, far beyond what people write by hand; what outruns it is not looked at further.
  static let mostStates = 500_000

  /// A way to the write on which none of them is live.
  private(set) var uncovered: [Int]?
  private(set) var stateCount = 0

  private let graph: FlowGraph
  private let covers: [Int: Set<SlotID>]
  private let facts: Set<SlotID>

  init(to write: Int, _ call: CallNode, in graph: FlowGraph, mostStates: Int) {
    self.graph = graph
    facts = call.readFacts
    covers = Dictionary(
      uniqueKeysWithValues: graph.drafts.indices.compactMap { node in
        LiveYes.covers(of: node, in: graph).flatMap { $0.isSuperset(of: call.readSlots) ? (node, $0) : nil }
      })
    uncovered = walk(to: write, mostStates: mostStates)
  }

  /// Of two states at one node the one with fewer live yeses is the worse, for all that follows: only the worst are gone on from.
  private mutating func walk(to write: Int, mostStates: Int) -> [Int]? {
    guard let begin = graph.begin else { return nil }
    let start = State(node: begin, live: [])
    var parents: [State: State] = [:]
    var worst: [Int: [Set<Int>]] = [begin: [[]]]
    var waiting = [start]
    var index = 0
    while index < waiting.count, index < mostStates {
      let state = waiting[index]
      index += 1
      stateCount = index
      if state.node == write, entering(state).isEmpty { return sequence(first: state) { parents[$0] }.map(\.node).reversed() }
      guard worst[state.node]?.contains(state.live) ?? false else { continue }
      for next in steps(from: state.node, live: entering(state)) {
        if worst[next.node]?.contains(where: { next.live.isSuperset(of: $0) }) ?? false { continue }
        worst[next.node] = (worst[next.node] ?? []).filter { !$0.isSuperset(of: next.live) } + [next.live]
        parents[next] = state
        waiting.append(next)
      }
    }
    return nil
  }

  /// What lives after the node has forgotten what it forgets.
  private func entering(_ state: State) -> Set<Int> {
    let forgotten = graph.forgets[state.node]
    guard facts.isDisjoint(with: forgotten) else { return [] }
    return state.live.filter { covers[$0]?.isDisjoint(with: forgotten) ?? false }
  }

  private func steps(from node: Int, live: Set<Int>) -> [State] {
    var steps = graph.ways[node].map { way in State(node: way.target, live: self.live(live, after: way, from: node)) }
    for aside in graph.asides[node] {
      switch aside.cause {
      case .cancel: steps.append(State(node: aside.target, live: []))
      case .digression, .silence: steps.append(State(node: aside.target, live: live))
      case .redo, .amend, .voidedYes:
        // Each of what may be told voids other yeses.
        for slot in aside.told { steps.append(State(node: aside.target, live: self.live(live, afterChangeOf: slot))) }
        if aside.told.isEmpty { steps.append(State(node: aside.target, live: live)) }
      }
    }
    if graph.hearsDigressions(node) {
      let isStale = !facts.isDisjoint(with: graph.digressing.changes)
      let kept = live.filter { confirm in !isStale && !(covers[confirm].map { graph.digressing.mayEnd(yesTo: $0) } ?? true) }
      if kept != live { steps.append(State(node: node, live: kept)) }
    }
    return steps
  }

  private func live(_ live: Set<Int>, afterChangeOf slot: SlotID) -> Set<Int> {
    let changed = graph.ties.hanging(on: [slot]).union([slot])
    return live.filter { covers[$0]?.isDisjoint(with: changed) ?? false }
  }

  private func live(_ live: Set<Int>, after way: FlowGraph.Way, from node: Int) -> Set<Int> {
    var live = live.filter { confirm in
      guard facts.isDisjoint(with: way.changes), let covered = covers[confirm] else { return false }
      return LiveYes.survives(covered, way, from: graph.drafts[node])
    }
    if covers[node] != nil {
      if way.outcome == .agreed { live.insert(node) } else { live.remove(node) }
    }
    return live
  }
}

extension NodeKind {
  /// The write that a node makes, itself or for the items of a list.
  var write: CallNode? {
    switch self {
    case .call(let call): return call.effect == .writes ? call : nil
    case .each(let each):
      guard case .call(let call) = each.body, call.effect == .writes else { return nil }
      return call
    case .say, .ask, .classify, .confirm, .llm, .set, .when, .run, .wait, .handoff, .end: return nil
    }
  }
}

extension NodeDocument.Action {
  fileprivate var call: NodeDocument.Call? {
    switch self {
    case .call(let call): return call
    case .each(let each):
      guard case .call(let call)? = each.bodies.first else { return nil }
      return call
    case .say, .ask, .classify, .confirm, .llm, .set, .when, .run, .wait, .handoff, .end, .broken: return nil
    }
  }
}
