import MuseDefinition
import MuseExpression

/// `run`: another graph talks until it ends. What was said, agreed and kept stays with the graph it was said to.
extension TurnMachine {
  mutating func startRun(_ node: Node, _ run: RunNode) -> Target? {
    guard let other = root.graph(run.graph) else { return trouble(node.id, "there is no graph \(run.graph)") }
    guard let values = arguments(of: run, for: other, at: node.id) else { return leave(node, .failed) }
    keepLeftIntent()
    turn.parts = []
    state.callers.append(Frame(state, at: node.id))
    state.enterGraph(other.name)
    graph = other
    for (target, value) in values { give(value, to: target) }
    return .node(other.begin)
  }

  /// Nil where one has no value. A slot that is unset leaves its argument out.
  mutating func arguments(
    of run: RunNode, for other: ConversationGraph, at node: NodeID
  ) -> [(SlotID, Value)]? {
    var values: [(SlotID, Value)] = []
    for argument in run.arguments {
      do {
        let value = try argument.expression.evaluate(in: context())
        if value != .empty { values.append((argument.target, value)) }
      } catch {
        let name = SlotID(rawValue: argument.expression.source)
        if graph.slot(name) != nil || graph.facts.contains(where: { $0.id == name }) { continue }
        record(.trouble(node, "\(argument.target) has no value: \(error.message)"))
        return nil
      }
    }
    return values
  }

  /// What a person could not have said is not given either: the graph asks for it.
  mutating func give(_ value: Value, to target: SlotID) {
    guard let slot = graph.slot(target) else { return store(value, in: target) }
    guard value.fits(slot.type), objection(to: value, in: slot) == nil else { return }
    assign(value, to: target)
  }

  // MARK: Back to the caller

  /// The graph that talks has ended; the outermost one ends the run.
  mutating func leaveGraph(by outcome: Outcome) -> Target? {
    guard let frame = state.callers.last else { return nil }
    let inner = self
    dropGraph()
    guard let node = graph.nodes[frame.node], case .run(let run) = node.kind else {
      return trouble(frame.node, "a graph came back to no run")
    }
    store(
      run.assignments.filter { $0.outcome == outcome }.compactMap { assignment in
        inner.held(assignment.source).flatMap { $0 == .empty ? nil : (value: $0, target: assignment.target) }
      })
    return leave(node, outcome)
  }

  /// What a slot, by its default where it has one, or a fact holds.
  func held(_ id: SlotID) -> Value? { value(of: id) ?? state.facts[id] }

  /// The caller talks again, and knows what it knew.
  mutating func dropGraph() {
    guard let frame = state.callers.popLast() else { return }
    state.restore(frame)
    graph = interpreter.talking(in: state)
    turn.parts = []
  }
}

extension Frame {
  init(_ state: ThreadState, at node: NodeID) {
    graphName = state.graphName
    self.node = node
    slots = state.slots
    facts = state.facts
    yeses = state.yeses
    outer = state.outer
    kept = state.kept
    written = state.written
  }
}

extension ThreadState {
  /// A graph begins to talk, and knows nothing yet.
  mutating func enterGraph(_ name: GraphName) {
    graphName = name
    slots = [:]
    facts = [:]
    yeses = []
    outer = nil
    kept = nil
    written = []
    past = nil
  }

  fileprivate mutating func restore(_ frame: Frame) {
    graphName = frame.graphName
    slots = frame.slots
    facts = frame.facts
    yeses = frame.yeses
    outer = frame.outer
    kept = frame.kept
    written = frame.written
    past = nil
  }
}
