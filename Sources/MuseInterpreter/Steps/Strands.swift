import MuseDefinition
import MuseExpression

/// Graphs at work on the items of an `each`: each is a machine of its own for as long as it goes on, and never waits for a person.
extension TurnMachine {
  mutating func beginStrand(_ run: RunNode, at node: NodeID, for each: EachNode) -> EachProgress.Item {
    guard let other = root.graph(run.graph), let values = arguments(of: run, for: other, at: node) else { return .failed }
    var inner = strandMachine()
    guard inner.begin(other, with: values) else { return .failed }
    inner.run(from: .node(other.begin))
    return takeUp(inner, for: each)
  }

  mutating func resume(_ strand: Strand, with result: CallResult, for each: EachNode) -> EachProgress.Item {
    var inner = strandMachine()
    let pending = PendingWork(work: strand.work, purpose: .node)
    inner.state.take(strand, working: pending)
    inner.graph = interpreter.talking(in: inner.state)
    inner.turn.steps = strand.steps
    inner.turn.said = strand.said
    inner.run(from: inner.finish(pending, with: result))
    return takeUp(inner, for: each)
  }

  private func strandMachine() -> TurnMachine {
    var inner = self
    inner.effects = []
    inner.seen = [:]
    inner.state.callers = []
    inner.turn.steps = 0
    inner.turn.said = []
    inner.turn.parts = []
    return inner
  }

  /// What a strand has come to. What it counted is counted on here.
  private mutating func takeUp(_ inner: TurnMachine, for each: EachNode) -> EachProgress.Item {
    state.effects = inner.state.effects
    turn.generations = inner.turn.generations
    if inner.turn.before == nil { turn.before = nil }
    turn.hasWritten = inner.turn.hasWritten
    effects += inner.effects.filter { !$0.isEnd }
    guard !inner.stopped else { return .failed }
    switch inner.state.place {
    case .working(let pending):
      return .running(
        Strand(
          graphName: inner.state.graphName, callers: inner.state.callers, slots: inner.state.slots, facts: inner.state.facts,
          work: pending.work, steps: inner.turn.steps, said: inner.turn.said))
    case .ended(let name, _): return .ended(Outcome(rawValue: name), inner.collected(for: each), said: inner.turn.said)
    case .beginning, .waiting, .sharing: return .failed
    }
  }

  private func collected(for each: EachNode) -> [String: Value] {
    let values = each.assignments.map { ($0.field, held(SlotID(rawValue: $0.field))) }
    return Dictionary(values, uniquingKeysWith: { first, _ in first }).compactMapValues { $0 }
  }
}

extension ThreadState {
  fileprivate mutating func take(_ strand: Strand, working pending: PendingWork) {
    graphName = strand.graphName
    callers = strand.callers
    slots = strand.slots
    facts = strand.facts
    yeses = []
    outer = nil
    kept = nil
    written = []
    place = .working(pending)
  }
}

extension Effect {
  /// The end of a strand is none of the thread's.
  fileprivate var isEnd: Bool {
    switch self {
    case .happened(.ended): true
    case .happened, .work, .reply: false
    }
  }
}
