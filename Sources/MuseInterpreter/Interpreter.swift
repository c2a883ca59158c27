public import MuseDefinition
import MuseExpression

/// The pure heart: state and input in, state and effects out. No clock, no disk, no network, no `async`.
///
/// ```swift
/// let interpreter = Interpreter(graph: graph)
/// var state = interpreter.start()
/// let effects = interpreter.advance(&state, with: .message(message))
/// ```
public struct Interpreter: Sendable {
  public let graph: ConversationGraph

  /// Hears how every condition comes out, as it is evaluated.
  let deciding: (@Sendable (Decision) -> Void)?
  /// How many lines of a thread are kept for language models.
  let longestHistory: Int

  public init(graph: ConversationGraph, deciding: (@Sendable (Decision) -> Void)? = nil) {
    self.graph = graph
    self.deciding = deciding
    self.longestHistory = graph.withOthers.map(\.longestHistory).max() ?? 0
  }

  /// The same, and nobody hears its conditions.
  var unheard: Interpreter { Interpreter(graph: graph, deciding: nil, longestHistory: longestHistory) }

  private init(graph: ConversationGraph, deciding: (@Sendable (Decision) -> Void)?, longestHistory: Int) {
    self.graph = graph
    self.deciding = deciding
    self.longestHistory = longestHistory
  }

  /// A thread before its first message.
  public func start() -> ThreadState { ThreadState(graph: graph.fingerprint) }

  /// Total: any input at any state gives a state that waits, has work pending, or has ended; what does not fit changes nothing.
  public func advance(_ state: inout ThreadState, with input: Input) -> [Effect] {
    switch input {
    case .message(let message): hear(message, &state)
    case .result(let id, let result): resume(id, result, &state)
    case .delivered(let reply, let instant): deliver(reply, at: instant, &state)
    case .timer(let firing): fire(firing, &state)
    case .event(let event): take(event, &state)
    case .staff(let action): heed(action, &state)
    }
  }

  private func hear(_ message: Message, _ state: inout ThreadState) -> [Effect] {
    guard !state.isWorking, !state.isClosed else { return [] }
    var machine = TurnMachine(self, state: state, hearing: message)
    machine.hear()
    return machine.finish(into: &state)
  }

  private func resume(_ id: EffectID, _ result: CallResult, _ state: inout ThreadState) -> [Effect] {
    guard state.pendingWork.contains(where: { $0.id == id }), let turn = state.open else { return [] }
    var machine = TurnMachine(self, state: state, resuming: turn)
    machine.resume(id, with: result)
    return machine.finish(into: &state)
  }

  private func deliver(_ reply: ReplyID, at instant: Instant, _ state: inout ThreadState) -> [Effect] {
    guard reply <= state.turn else { return [] }
    state.delivered = max(state.delivered, reply)
    state.startTimers(deliveredUpTo: reply, at: instant, by: self)
    return []
  }

  /// A timer that was not set, or whose wait is over, changes nothing.
  private func fire(_ firing: TimerFiring, _ state: inout ThreadState) -> [Effect] {
    let found = state.standings.lazy.compactMap { standing in standing.has(firing.timer).map { (standing, $0) } }.first
    guard let (standing, timer) = found else { return [] }
    state.remove(timer.id)
    var machine = TurnMachine(self, state: state, now: firing.now, seed: firing.seed)
    machine.fire(timer, at: standing)
    return machine.finish(into: &state)
  }

  /// An event that nothing waits for changes nothing, and is not kept.
  private func take(_ event: OutsideEvent, _ state: inout ThreadState) -> [Effect] {
    for standing in state.standings {
      var machine = TurnMachine(self, state: state, now: event.now, seed: event.seed)
      machine.stand(at: standing)
      guard machine.awaits(event, at: standing.wait) else { continue }
      machine.take(event, at: standing.wait)
      return machine.finish(into: &state)
    }
    return []
  }

  /// Only at a `handoff` is there somebody to heed.
  private func heed(_ action: StaffAction, _ state: inout ThreadState) -> [Effect] {
    guard case .waiting(let wait) = state.place, case .handoff? = talking(in: state).nodes[wait.node]?.kind else { return [] }
    var machine = TurnMachine(self, state: state, now: action.now, seed: action.seed)
    machine.heed(action, at: wait)
    return machine.finish(into: &state)
  }

  /// The graph that was begun, or the one that it runs.
  func talking(in state: ThreadState) -> ConversationGraph { state.graphName.flatMap(graph.graph) ?? graph }
}
