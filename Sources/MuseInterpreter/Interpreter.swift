public import MuseDefinition

/// The pure heart: state and input in, state and effects out. No clock, no disk, no network, no `async`.
public struct Interpreter: Sendable {
  public let graph: ConversationGraph

  public init(graph: ConversationGraph) { self.graph = graph }

  /// A thread before its first message.
  public func start() -> ThreadState { fatalError("stub") }

  /// Total: any input at any state gives a state that waits, has a call pending, or has ended; what does not fit changes nothing.
  public func advance(_ state: inout ThreadState, with input: Input) -> [Effect] { fatalError("stub") }

  /// What understanding needs to know to read the next message; `seen` as in `Message.seen`.
  public func awaiting(in state: ThreadState, seen: ReplyID) -> Awaiting { fatalError("stub") }
}

extension ThreadState {
  /// No run is open: the next message begins one, in the newest version of the graph.
  public var isBetweenRuns: Bool { fatalError("stub") }
  /// Ended with `after_end: refuse`: no message is heard any more.
  public var isClosed: Bool { fatalError("stub") }
  /// The call that a suspended turn waits for.
  public var pendingCall: Call? { fatalError("stub") }
}
