public import MuseDefinition
public import MuseInterpreter
public import MuseRuntime

/// What came of one line.
public struct RehearsedTurn: Sendable {
  public let occasion: ScenarioTurn.Occasion
  /// What the person got to read, in order; several where time has passed.
  public let replies: [Reply]
  /// Why there is no reply.
  public let failure: TurnFailure?
  /// Why it could not even be said or done.
  public let obstacle: String?
  /// What the line was heard as.
  public let moves: [Move]
  /// In order.
  public let calls: [Call]
  /// What the language model was asked, in order.
  public let generations: [Generation]
  public let events: [Event]
  /// Where the thread stands after it.
  public let state: ThreadState?

  init(
    _ occasion: ScenarioTurn.Occasion, _ response: RehearsalResponse, records: [JournalRecord], state: ThreadState?
  ) {
    self.occasion = occasion
    switch response {
    case .heard: (failure, obstacle) = (nil, nil)
    case .failed(let failure): (self.failure, obstacle) = (failure, nil)
    case .impossible(let reason): (failure, obstacle) = (nil, reason)
    }
    self.state = state
    moves = records.flatMap(\.moves)
    let effects = records.flatMap(\.effects)
    replies = effects.compactMap(\.reply).filter { !$0.isSilent }
    calls = effects.compactMap(\.call)
    generations = effects.compactMap(\.generation)
    events = effects.compactMap(\.event)
  }

  /// What the person reads: the replies, or the sentence of a failure.
  public var text: String {
    if let failure { return failure.sentence }
    return replies.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  public var buttons: [String] { replies.last?.buttons.map(\.label) ?? [] }

  /// What is waited for; nil where the run has ended.
  public var wait: Wait? {
    switch state?.place {
    case .waiting(let wait): wait
    case .beginning, .working, .sharing, .ended, nil: nil
    }
  }

  public var waitingNode: NodeID? { wait?.node }

  /// The names of the ends that the conversation itself has reached: a graph that it runs has ends of its own, `graph/end`.
  public var endings: [String] {
    events.compactMap { event in
      if case .ended(let name) = event, !name.contains("/") { name } else { nil }
    }
  }

  /// What a checked graph must never come to.
  public var troubles: [String] {
    events.compactMap { if case .trouble(let node, let reason) = $0 { "\(node): \(reason)" } else { nil } }
  }
}

extension JournalRecord {
  fileprivate var moves: [Move] {
    switch self {
    case .heard(let message): message.moves
    case .began, .segment, .result, .delivered, .timer, .event, .staff: []
    }
  }

  var effects: [Effect] {
    switch self {
    case .segment(let segment): segment.effects
    case .began, .heard, .result, .delivered, .timer, .event, .staff: []
    }
  }
}

extension Effect {
  fileprivate var call: Call? {
    switch self {
    case .work(.call(let call)): call
    case .work(.generate), .work(.handoff), .happened, .reply: nil
    }
  }

  fileprivate var generation: Generation? {
    switch self {
    case .work(.generate(let generation)): generation
    case .work(.call), .work(.handoff), .happened, .reply: nil
    }
  }

  fileprivate var event: Event? {
    switch self {
    case .happened(let event): event
    case .work, .reply: nil
    }
  }

  var reply: Reply? {
    switch self {
    case .reply(let reply): reply
    case .work, .happened: nil
    }
  }
}
