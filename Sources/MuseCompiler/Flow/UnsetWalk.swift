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
    /// What has been agreed to and written on the way, of the confirms whose yes a change may void and the calls with an `amend`.
    var passed: Set<Int>

    func to(_ node: Int, _ known: Knowledge) -> State { State(node: node, known: known, passed: passed) }
  }

  /// Each doubles the states at worst: of more of them any may have been passed.
  private static let mostPassed = 6

  private let graph: FlowGraph
  private let variable: SlotID
  /// Slots whose change may clear it.
  private let ties: Set<SlotID>
  private let needed: ConditionForm?
  private let changes: [Int: [LiveYes.Change]]
  /// Those that `State.passed` follows.
  private let followed: Set<Int>
  /// By node: the slots whose change there is handled at a confirm whose yes may live.
  private let answeredFor: [Int: Set<SlotID>]
  private var parents: [State: State] = [:]
  /// In the order in which they were reached.
  private var states: [State] = []

  init(_ variable: SlotID, in graph: FlowGraph, changes: [Int: [LiveYes.Change]], reads: VariableReads) {
    let slot = graph.slots[variable]
    self.graph = graph
    self.variable = variable
    self.changes = changes
    followed = Set(changes.values.joined().map(\.confirm)).union(graph.amended)
    ties = Set(slot?.depends ?? []).union((slot?.needed?.references ?? []).map { SlotID(rawValue: $0) })
    needed = slot?.needed?.form
    answeredFor = ties.isEmpty ? [:] : LiveYes.covered(in: graph)
    guard let begin = graph.begin else { return }
    let passed = followed.count > Self.mostPassed ? followed : []
    states = [State(node: begin, known: graph.scope.takes.contains(variable) ? .set : .unset, passed: passed)]
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

  private func way(to state: State) -> [Int] { sequence(first: state) { parents[$0] }.map(\.node).reversed() }

  // MARK: The walk

  private func inside(_ state: State) -> Knowledge {
    let forgotten = graph.drafts[state.node].forget
    return forgotten.contains(variable) || forgotten.contains(where: ties.contains) ? .unset : state.known
  }

  private func steps(from state: State, _ reads: VariableReads) -> [State] {
    let node = state.node
    let here = inside(state)
    // Behind a read that was found it counts as set: what follows suffers from the same mistake.
    let isFound = reads.places[node] != nil || (reads.early[node] != nil && here == state.known)
    let known = isFound ? .set : here
    var steps = graph.ways[node].map { way in
      var next = state.to(way.target, self.known(known, after: way, from: node))
      if followed.contains(node), isPassed(node, by: way.outcome) { next.passed.insert(node) }
      return next
    }
    for change in changes[node] ?? [] where state.passed.contains(change.confirm) {
      steps.append(state.to(change.way.target, change.way.clears.contains(variable) ? .unset : known))
    }
    guard graph.waits(node) || graph.runs(node) else { return steps }
    steps += graph.asides(from: node).map { state.to($0, known) }
    if graph.noticesSilence(node) { steps += graph.silences.map { state.to($0, known) } }
    for way in graph.correctionWays(from: node) where way.call.map(state.passed.contains) ?? true {
      steps.append(state.to(way.target, way.slot == variable ? .set : known))
    }
    if known != .unset, graph.clearedByDigressions.contains(variable) || mayBeCleared(at: node) {
      steps.append(state.to(node, .unset))
    }
    return steps
  }

  /// A confirm by a yes, a call by any end but the one that did nothing.
  private func isPassed(_ node: Int, by outcome: Outcome) -> Bool {
    switch graph.drafts[node].kind {
    case .confirm: outcome == .agreed
    case .call: outcome != .failed
    case .say, .ask, .classify, .llm, .set, .when, .run, .each, .wait, .handoff, .end, nil: false
    }
  }

  private func known(_ known: Knowledge, after way: FlowGraph.Way, from node: Int) -> Knowledge {
    if way.sets.contains(variable) || way.narrowing.known.contains(variable) { return .set }
    if way.clears.contains(variable) { return .unset }
    if known == .ifNeeded, let needed, ConditionForm.imply(way.narrowing.conditions, needed) { return .set }
    if way.asks.contains(variable) { return known == .set ? .set : .ifNeeded }
    return ties.isDisjoint(with: changed(by: way, from: node)) ? known : .unset
  }

  /// What the graph itself gives another value on a way; an `ask` only fills what is unset, but for what is chosen from a list.
  private func changed(by way: FlowGraph.Way, from node: Int) -> Set<SlotID> {
    switch graph.drafts[node].kind {
    case .ask(let ask): ask.choices != nil && way.outcome == .done ? Set(ask.slots.prefix(1)) : []
    case .when: []
    case .say, .classify, .confirm, .llm, .call, .set, .run, .each, .wait, .handoff, .end, nil: way.sets.union(way.clears)
    }
  }

  /// A change of what it hangs on is taken at this wait, and the wait goes on.
  private func mayBeCleared(at node: Int) -> Bool {
    ties.contains { tie in
      guard let slot = graph.slots[tie], answeredFor[node]?.contains(tie) != true else { return false }
      switch graph.drafts[node].kind {
      case .ask(let ask):
        let asksAgain = ask.slots.contains(variable) && graph.slots[variable]?.ask != nil
        return !asksAgain && (slot.redo == nil || ask.slots.contains(tie))
      case .confirm(let confirm): return slot.redo == nil && !confirm.covers.contains(tie)
      case .wait: return slot.redo == nil
      // At a question for intents values count only with an intent; a person who has taken over hears for themselves.
      case .classify, .handoff, .say, .llm, .call, .set, .when, .run, .each, .end, nil: return false
      }
    }
  }
}
