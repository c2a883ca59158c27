public import MuseDefinition
public import MuseExpression
public import MuseInterpreter

/// A thread's state after a segment, with what a restart needs beside it. Its size does not depend on the thread's length.
public struct Checkpoint: Hashable, Sendable {
  /// Grows when a build writes what an older one cannot read.
  public static let format = 1

  public var graph: GraphName
  /// The newest record that the state has seen.
  public var record: Int
  /// The newest segment.
  public var segment: Int
  /// The turn at hand, where a call is pending.
  public var turn: TurnContext?
  public var state: ThreadState
  /// How many entries the thread's history has (`HistoryEntry`).
  public var history: Int

  public init(graph: GraphName, record: Int, segment: Int, turn: TurnContext?, state: ThreadState, history: Int = 0) {
    self.history = history
    self.graph = graph
    self.record = record
    self.segment = segment
    self.turn = turn
    self.state = state
  }
}

/// What tools are told of the turn that calls them; the same before and after a restart.
public struct TurnContext: Hashable, Sendable, Codable {
  /// Nil: a timer, an event or a person brought the turn about.
  public var message: MessageID?
  public var sender: String
  public var now: Instant
  /// The zone that the client named; nil: the graph's.
  public var zone: String?

  public init(message: MessageID?, sender: String, now: Instant, zone: String?) {
    self.message = message
    self.sender = sender
    self.now = now
    self.zone = zone
  }

  /// Nil for an input that begins no turn. What no message began is done for the thread's owner.
  ///
  /// - Parameter state: after the input.
  init?(of input: Input, in state: ThreadState, thread: ThreadID) {
    switch input {
    case .message(let message):
      self.init(message: message.id, sender: message.sender, now: message.now, zone: message.zone ?? state.zone)
    case .timer(let firing): self.init(message: nil, sender: thread.rawValue, now: firing.now, zone: state.zone)
    case .event(let event): self.init(message: nil, sender: thread.rawValue, now: event.now, zone: state.zone)
    case .staff(let action): self.init(message: nil, sender: thread.rawValue, now: action.now, zone: state.zone)
    case .delivered, .result: return nil
    }
  }
}

extension Checkpoint: Codable {
  private enum Key: String, CodingKey {
    case version = "v"
    case fingerprint, graph, record, segment, turn, state, history
  }

  public func encode(to encoder: any Encoder) throws { try encode(to: encoder, state: state) }

  fileprivate func encode(to encoder: any Encoder, state encodable: some Encodable) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Checkpoint.format, forKey: .version)
    try container.encode(state.graph, forKey: .fingerprint)
    try container.encode(graph, forKey: .graph)
    try container.encode(record, forKey: .record)
    try container.encode(segment, forKey: .segment)
    try container.encodeIfPresent(turn, forKey: .turn)
    try container.encode(encodable, forKey: .state)
    if history > 0 { try container.encode(history, forKey: .history) }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version <= Checkpoint.format else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container, debugDescription: "Version \(version) of the checkpoint is newer than this build.")
    }
    graph = try container.decode(GraphName.self, forKey: .graph)
    record = try container.decode(Int.self, forKey: .record)
    segment = try container.decode(Int.self, forKey: .segment)
    turn = try container.decodeIfPresent(TurnContext.self, forKey: .turn)
    state = try container.decode(ThreadState.self, forKey: .state)
    history = try container.decodeIfPresent(Int.self, forKey: .history) ?? 0
  }
}

/// A checkpoint whose state was encoded before, for its digest.
struct CheckpointAround: Encodable {
  let checkpoint: Checkpoint
  let state: EncodedJSON

  func encode(to encoder: any Encoder) throws { try checkpoint.encode(to: encoder, state: state) }
}

extension Commit {
  /// The checkpoint as JSON.
  package func checkpointJSON() throws -> String? {
    guard let checkpoint else { return nil }
    guard let encodedState else { return try CanonicalJSON.text(of: checkpoint) }
    return try CanonicalJSON.text(of: CheckpointAround(checkpoint: checkpoint, state: EncodedJSON(bytes: encodedState)))
  }
}
