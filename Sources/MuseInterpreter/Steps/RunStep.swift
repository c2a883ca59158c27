import MuseDefinition
import MuseExpression

/// `run`: another graph talks until it ends. What was said, agreed and kept stays with the graph it was said to.
extension TurnMachine {
  mutating func startRun(_ node: Node, _ run: RunNode) -> Target? {
    guard let other = root.graph(run.graph) else { return trouble(node.id, "there is no graph \(run.graph)") }
    guard let values = arguments(of: run, for: other, at: node.id) else { return leave(node, .failed) }
    var inner = self
    inner.keepLeftIntent()
    inner.turn.parts = []
    inner.state.callers.append(Frame(inner.state, at: node.id))
    guard inner.begin(other, with: values) else {
      record(.trouble(node.id, "what '\(other.name)' must be given is not there"))
      return leave(node, .failed)
    }
    self = inner
    return .node(other.begin)
  }

  /// Another graph is to talk, with what it is given; false where something is missing that it must have (`takes`).
  mutating func begin(_ other: ConversationGraph, with values: [(SlotID, Value)]) -> Bool {
    state.enterGraph(other.name)
    graph = other
    for (target, value) in values { give(value, to: target) }
    return other.takes.allSatisfy { held($0) != nil }
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

  mutating func dropGraphs(_ count: Int) {
    for _ in 0..<count { dropGraph() }
  }

  // MARK: Put aside

  /// A graph that runs the one that talks digresses: it talks now, and those that it runs are put aside as they stand.
  ///
  /// Digressions are one deep: one of a graph on the way is over, and one of the graph that digresses is replaced.
  mutating func park(_ wait: Wait, below depth: Int) {
    if state.callers[state.callers.count - depth].outer != nil { return dropGraphs(depth) }
    var (wait, depth) = (wait, depth)
    if let above = (0..<depth).last(where: { state.left(above: $0) != nil }) {
      dropGraphs(above)
      let count = state.callers.count
      wait = takeUpLeft() ?? wait
      depth += state.callers.count - count - above
    }
    let frames = state.callers.suffix(depth) + [Frame(state, at: wait.node)]
    let parked = Parked(frames: Array(frames), wait: wait.withoutSilence, past: state.past)
    dropGraphs(depth)
    state.outer = .running(parked)
  }

  /// The digression is over: gives the wait that it has left, and those talk again that it had put aside.
  @discardableResult
  mutating func takeUpLeft() -> Wait? {
    guard let left = state.outer else { return nil }
    state.outer = nil
    if case .running(let parked) = left { takeUp(parked) }
    return left.wait
  }

  private mutating func takeUp(_ parked: Parked) {
    guard let caller = parked.frames.first, let talker = parked.frames.last else { return }
    // What was left of the message was said to the graph that digressed.
    keepLeftIntent()
    turn.parts = []
    state.callers.append(Frame(state, at: caller.node))
    state.callers += parked.frames.dropFirst().dropLast()
    state.restore(talker)
    state.past = parked.past
    graph = interpreter.talking(in: state)
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

  /// What a digression of the graph at this depth has left, 0 being the one that talks.
  func left(above depth: Int) -> Left? { depth == 0 ? outer : callers[callers.count - depth].outer }

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
