import MuseDefinition
import MuseExpression

/// Follows one slot or fact through the graph: at which nodes it may be unset, and on which way.
struct UnsetWalk {
  enum Knowledge: Hashable {
    case unset
    /// Set where its `needed` holds.
    case ifNeeded
    case set
  }

  private struct State: Hashable {
    var node: Int
    var known: Knowledge
    /// What has been agreed to and written on the way.
    var passed: Set<Int>

    func to(_ node: Int, _ known: Knowledge) -> State { State(node: node, known: known, passed: passed) }
  }

  private let graph: FlowGraph
  private let variable: SlotID
  /// Slots whose change may clear it.
  private let grounds: Set<SlotID>
  private let needed: ConditionForm?
  /// Whether it is needed may change while nothing is said: time passes.
  private let isMoving: Bool
  /// Where something that it hangs on may be unset: to tell it may make this one needed.
  private let openGrounds: Set<Int>
  private var parents: [State: State] = [:]
  /// In the order in which they were reached.
  private var states: [State] = []

  init(_ variable: SlotID, in graph: FlowGraph, reads: VariableReads, isGround: Bool = false) {
    let slot = graph.slots[variable]
    self.graph = graph
    self.variable = variable
    grounds = graph.ties.grounds(of: variable)
    needed = slot?.needed?.form
    isMoving = !(slot?.needed?.references.isDisjoint(with: ["now", "today", "message"]) ?? true)
    openGrounds = isGround || slot?.needed == nil ? [] : graph.nodesUnset(grounds)
    guard let begin = graph.begin else { return }
    let known: Knowledge = graph.scope.takes.contains(variable) ? .set : .unset
    states = [State(node: begin, known: known, passed: graph.passedAtFirst)]
    var seen = Set(states)
    var index = 0
    while index < states.count {
      let state = states[index]
      index += 1
      for next in steps(from: state, reads) where seen.insert(next).inserted {
        parents[next] = state
        states.append(next)
      }
    }
  }

  // MARK: What was found

  /// A way to the node on which it is unset when the node is entered.
  func wayUnset(to node: Int) -> [Int]? { states.first { $0.node == node && $0.known != .set }.map(way) }

  /// A way to the node on which it is unset after the node has forgotten what it forgets.
  func wayUnset(inside node: Int) -> [Int]? {
    states.first { $0.node == node && inside($0) != .set }.map(way)
  }

  /// The nodes at which it may be unset though it is needed.
  fileprivate var nodesUnset: Set<Int> { Set(states.filter { inside($0) == .unset }.map(\.node)) }

  private func way(to state: State) -> [Int] { sequence(first: state) { parents[$0] }.map(\.node).reversed() }

  // MARK: The walk

  private func inside(_ state: State) -> Knowledge {
    graph.forgets[state.node].contains(variable) ? .unset : state.known
  }

  private func steps(from state: State, _ reads: VariableReads) -> [State] {
    let node = state.node
    let here = inside(state)
    // Behind a read that was found it counts as set: what follows suffers from the same mistake.
    let isFound = reads.places[node] != nil || (reads.early[node] != nil && here == state.known)
    let known = isFound ? .set : here
    var steps = graph.ways[node].map { way in
      State(
        node: way.target, known: self.known(known, after: way), passed: graph.passed(state.passed, and: node, by: way.outcome))
    }
    for aside in graph.asides[node] where aside.isThere(behind: state.passed) {
      steps.append(state.to(aside.target, self.known(known, after: aside)))
    }
    let isLost = graph.hearsDigressions(node) && graph.digressing.loses.contains(variable)
    if known != .unset, isLost || mayBeCleared(at: node, known) { steps.append(state.to(node, .unset)) }
    return steps
  }

  private func known(_ known: Knowledge, after way: FlowGraph.Way) -> Knowledge {
    if way.narrowing.known.contains(variable) { return .set }
    if way.sets.contains(variable) { return whereNeeded }
    if way.clears.contains(variable) { return .unset }
    if known == .ifNeeded, let needed, ConditionForm.imply(way.narrowing.conditions, needed) { return .set }
    let isLost = way.loses.contains(variable)
    if way.asks.contains(variable) { return known == .set && !isLost ? .set : .ifNeeded }
    return isLost ? .unset : known
  }

  private func known(_ known: Knowledge, after aside: FlowGraph.Aside) -> Knowledge {
    if aside.loses.contains(variable) { return .unset }
    if case .redo = aside.cause, aside.told.contains(variable) { return whereNeeded }
    return known
  }

  /// What is set is cleared at once where it is not needed.
  private var whereNeeded: Knowledge { needed == nil ? .set : .ifNeeded }

  /// A change of what it hangs on is taken at this wait, or time passes there, and the wait goes on.
  private func mayBeCleared(at node: Int, _ known: Knowledge) -> Bool {
    let mayBeNeeded = isMoving || known == .ifNeeded && openGrounds.contains(node)
    switch graph.drafts[node].kind {
    case .ask(let ask):
      if ask.slots.contains(variable) && graph.slots[variable]?.ask != nil { return false }
      return mayBeNeeded || hasGround(at: node) { $0.redo == nil || ask.slots.contains($0.id) }
    case .confirm(let confirm): return mayBeNeeded || hasGround(at: node) { $0.redo == nil && !confirm.covers.contains($0.id) }
    case .wait: return mayBeNeeded || hasGround(at: node) { $0.redo == nil }
    // At a question for intents values count only with an intent; a person who has taken over hears for themselves.
    case .classify, .handoff, .say, .llm, .call, .set, .when, .run, .each, .end, nil: return false
    }
  }

  /// A slot that it hangs on, whose change leads nowhere: by itself, and because no yes that covers it surely lives.
  private func hasGround(at node: Int, staying: (Slot) -> Bool) -> Bool {
    grounds.contains { ground in
      graph.slots[ground].map { staying($0) && !graph.surelyCovered[node].contains(ground) } ?? false
    }
  }
}

extension FlowGraph {
  /// Where one of the slots may be unset. What may be declined is not looked at.
  fileprivate func nodesUnset(_ grounds: Set<SlotID>) -> Set<Int> {
    var nodes: Set<Int> = []
    for ground in grounds where variables.contains(ground) && slots[ground]?.isOptional == false {
      nodes.formUnion(UnsetWalk(ground, in: self, reads: .nowhere, isGround: true).nodesUnset)
    }
    return nodes
  }
}
