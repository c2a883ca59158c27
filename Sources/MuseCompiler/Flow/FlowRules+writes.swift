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

  private mutating func walk(to write: Int, mostStates: Int) -> [Int]? {
    guard let begin = graph.begin else { return nil }
    let start = State(node: begin, live: [])
    var parents: [State: State] = [:]
    var seen: Set<State> = [start]
    var waiting = [start]
    var index = 0
    while index < waiting.count, index < mostStates {
      let state = waiting[index]
      index += 1
      stateCount = index
      let live = state.live.filter { covers[$0]?.isDisjoint(with: graph.drafts[state.node].forget) ?? false }
      if state.node == write, live.isEmpty { return sequence(first: state) { parents[$0] }.map(\.node).reversed() }
      for next in steps(from: state.node, live: live) where seen.insert(next).inserted {
        parents[next] = state
        waiting.append(next)
      }
    }
    return nil
  }

  private func steps(from node: Int, live: Set<Int>) -> [State] {
    var steps = graph.ways[node].map { way in State(node: way.target, live: self.live(live, after: way, from: node)) }
    guard graph.waits(node) || graph.runs(node) else { return steps }
    steps += graph.digressions.map { State(node: $0, live: live) }
    if let cancel = graph.cancel, graph.waits(node) { steps.append(State(node: cancel, live: [])) }
    steps += graph.correctionWays(from: node).map { way in
      State(node: way.target, live: live.filter { confirm in !(way.slot.map { covers[confirm]?.contains($0) ?? true } ?? false) })
    }
    if graph.noticesSilence(node) { steps += graph.silences.map { State(node: $0, live: live) } }
    let afterDigression = live.filter { covers[$0]?.isDisjoint(with: graph.clearedByDigressions) ?? false }
    if afterDigression != live { steps.append(State(node: node, live: afterDigression)) }
    for confirm in live {
      // A change here voids that yes and goes on at its confirm's `changed`.
      steps += graph.ways[confirm].filter { $0.outcome == .changed }.map {
        State(node: $0.target, live: live.subtracting([confirm]))
      }
    }
    return steps
  }

  private func live(_ live: Set<Int>, after way: FlowGraph.Way, from node: Int) -> Set<Int> {
    guard facts.isDisjoint(with: way.sets), facts.isDisjoint(with: way.clears) else { return [] }
    // A cancel ends every yes, whatever it was said to.
    if way.outcome == .cancelled { return [] }
    var live = live.filter { confirm in
      guard let covered = covers[confirm] else { return false }
      return survives(covered, way, from: node) && !LiveYes.isSpent(covered, by: graph.drafts[node], way.outcome)
    }
    if covers[node] != nil {
      if way.outcome == .agreed { live.insert(node) } else { live.remove(node) }
    }
    return live
  }

  /// An `ask` only fills what is unset, so what a live yes covers stays as it is, unless it is chosen anew from a list.
  private func survives(_ covered: Set<SlotID>, _ way: FlowGraph.Way, from node: Int) -> Bool {
    switch graph.drafts[node].kind {
    case .ask(let ask):
      guard ask.choices != nil, way.outcome == .done, let chosen = ask.slots.first else { return true }
      return !covered.contains(chosen)
    case .when: return true
    case .say, .classify, .confirm, .llm, .call, .set, .run, .each, .wait, .handoff, .end, nil:
      return LiveYes.survives(covered, way)
    }
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
