public import MuseDefinition

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
  private let deciding: (@Sendable (Decision) -> Void)?

  public init(graph: ConversationGraph, deciding: (@Sendable (Decision) -> Void)? = nil) {
    self.graph = graph
    self.deciding = deciding
  }

  /// A thread before its first message.
  public func start() -> ThreadState { ThreadState(graph: graph.fingerprint) }

  /// Total: any input at any state gives a state that waits, has work pending, or has ended; what does not fit changes nothing.
  public func advance(_ state: inout ThreadState, with input: Input) -> [Effect] {
    switch input {
    case .message(let message):
      guard !state.isWorking, !state.isClosed else { return [] }
      var machine = TurnMachine(graph: graph, state: state, hearing: message, deciding: deciding)
      machine.hear()
      return machine.finish(into: &state)
    case .result(let id, let result):
      guard state.pendingWork.contains(where: { $0.id == id }), let turn = state.open else { return [] }
      var machine = TurnMachine(graph: graph, state: state, resuming: turn, deciding: deciding)
      machine.resume(id, with: result)
      return machine.finish(into: &state)
    case .delivered(let reply, _):
      guard reply <= state.turn else { return [] }
      state.delivered = max(state.delivered, reply)
      return []
    case .timer, .event, .staff: return []
    }
  }
}
