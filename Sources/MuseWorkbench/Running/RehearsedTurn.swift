public import MuseDefinition
public import MuseInterpreter
public import MuseRuntime

/// What came of one line.
public struct RehearsedTurn: Sendable {
  public let line: String
  public let answer: Answer
  /// In order.
  public let calls: [Call]
  public let events: [Event]
  /// Where the thread stands after it.
  public let state: ThreadState?

  init(line: String, answer: Answer, records: [JournalRecord], state: ThreadState?) {
    self.line = line
    self.answer = answer
    self.state = state
    let effects = records.flatMap(\.effects)
    calls = effects.compactMap(\.call)
    events = effects.compactMap(\.event)
  }

  /// What the person reads: the reply, or the sentence of a failure.
  public var text: String {
    switch answer {
    case .reply(let reply, _): reply.text
    case .failed(let failure): failure.sentence
    }
  }

  public var failure: TurnFailure? {
    switch answer {
    case .reply: nil
    case .failed(let failure): failure
    }
  }

  /// The node that waits for the next line; nil where the run has ended.
  public var waitingNode: NodeID? {
    switch state?.place {
    case .waiting(let wait): wait.node
    case .beginning, .working, .sharing, .ended, nil: nil
    }
  }

  /// The names of the ends that were reached.
  public var endings: [String] {
    events.compactMap { event in
      switch event {
      case .ended(let name): name
      case .entered, .left, .changed, .heard, .refused, .waits, .trouble: nil
      }
    }
  }
}

extension JournalRecord {
  fileprivate var effects: [Effect] {
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

  fileprivate var event: Event? {
    switch self {
    case .happened(let event): event
    case .work, .reply: nil
    }
  }
}
