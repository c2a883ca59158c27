public import MuseDefinition
public import MuseExpression

/// What the shell must do, in this order.
public enum Effect: Hashable, Sendable {
  /// Something happened that journals, traces and tests want to know.
  case happened(Event)
  /// Do this and bring the result back by `Input.result`. Several may be at work at once (`each`): the turn is suspended as long as
  /// any is. Before a write starts, state and this effect must be stored as one checkpoint.
  case work(Work)
  /// Something is said, and the turn has ended: store the state, then send the reply. One with nothing in it is not sent.
  case reply(Reply)
}

/// What the shell does for a thread.
public enum Work: Hashable, Sendable {
  case call(Call)
  case generate(Generation)
  case handoff(HandoffRequest)

  public var id: EffectID {
    switch self {
    case .call(let call): call.id
    case .generate(let generation): generation.id
    case .handoff(let request): request.id
    }
  }

  public var node: NodeID {
    switch self {
    case .call(let call): call.node
    case .generate(let generation): generation.node
    case .handoff(let request): request.node
    }
  }

  /// What must be stored as begun before it begins.
  public var isWrite: Bool {
    switch self {
    case .call(let call): call.effect == .writes
    case .generate, .handoff: false
    }
  }
}

public struct Call: Hashable, Sendable, Codable {
  public var id: EffectID
  public var node: NodeID
  public var tool: ToolID
  public var effect: ToolSignature.Effect
  public var repeats: ToolSignature.Repeat
  public var arguments: [String: Value]
  /// For one attempt, in milliseconds; nil: as the server's settings have it.
  public var timeout: Int?
  /// How often in all; nil: as the server's settings have it.
  public var attempts: Int?

  public init(
    id: EffectID, node: NodeID, tool: ToolID, effect: ToolSignature.Effect, repeats: ToolSignature.Repeat,
    arguments: [String: Value], timeout: Int? = nil, attempts: Int? = nil
  ) {
    self.timeout = timeout
    self.attempts = attempts
    self.id = id
    self.node = node
    self.tool = tool
    self.effect = effect
    self.repeats = repeats
    self.arguments = arguments
  }
}

/// A language model is to speak, or to choose values. Its prompt is rendered: nothing of the graph is needed to carry it out.
public struct Generation: Hashable, Sendable, Codable {
  public enum Product: Hashable, Sendable, Codable {
    case reply
    case out
  }

  public var id: EffectID
  public var node: NodeID
  public var role: String
  public var product: Product
  public var prompt: String
  /// The newest lines of the thread, oldest first.
  public var history: [Line]

  public init(id: EffectID, node: NodeID, role: String, product: Product, prompt: String, history: [Line]) {
    self.id = id
    self.node = node
    self.role = role
    self.product = product
    self.prompt = prompt
    self.history = history
  }
}

/// One thing that was said in a thread.
public struct Line: Hashable, Sendable, Codable {
  public enum Speaker: String, Hashable, Sendable, Codable {
    case person, graph, staff
  }

  public var speaker: Speaker
  public var text: String

  public init(speaker: Speaker, text: String) {
    self.speaker = speaker
    self.text = text
  }
}

/// Somebody is to come. The result says whether the queue is staffed; what they do then arrives as `Input.staff`.
public struct HandoffRequest: Hashable, Sendable, Codable {
  public var id: EffectID
  public var node: NodeID
  public var queue: String

  public init(id: EffectID, node: NodeID, queue: String) {
    self.id = id
    self.node = node
    self.queue = queue
  }
}

/// All that is said in one turn: several `say`s are paragraphs parted by a blank line.
public struct Reply: Hashable, Sendable {
  public var id: ReplyID
  /// The message that it answers; nil: a timer, an event or a person brought it about.
  public var answers: MessageID?
  public var text: String
  public var buttons: [Button]
  /// Addresses of files.
  public var attachments: [String]
  /// The person who says it, where it is not the graph.
  public var speaker: String?
  /// The message was passed on to a person; nothing is said.
  public var relayed: Bool
  /// The turn was stopped at a limit: `text` says so, and the thread waits where it waited.
  public var stopped: Bool

  public init(
    id: ReplyID, answers: MessageID?, text: String, buttons: [Button] = [], attachments: [String] = [], speaker: String? = nil,
    relayed: Bool = false, stopped: Bool = false
  ) {
    self.id = id
    self.answers = answers
    self.text = text
    self.buttons = buttons
    self.attachments = attachments
    self.speaker = speaker
    self.relayed = relayed
    self.stopped = stopped
  }

  /// Nothing is to be sent: a turn that nobody's message began, and in which nothing was said.
  public var isSilent: Bool { answers == nil && text.isEmpty && !relayed }
}

/// What happened, in the words of LANGUAGE ("Properties").
public enum Event: Hashable, Sendable {
  case entered(NodeID)
  case left(NodeID, Outcome)
  /// A slot or a fact got a different value; nil: it was unset.
  case changed(SlotID, Value?)
  case heard(IntentID)
  /// A value was said and not taken.
  case refused(SlotID)
  case waits(NodeID)
  case ended(String)
  /// Something that a checked graph must never come to; the turn was stopped or went on without it. The text is for the log.
  case trouble(NodeID, String)
}

extension Event {
  /// As it is told of a graph that another one runs: its nodes, slots and intents are called `graph/name`.
  func inside(_ graph: GraphName) -> Event {
    func name<Name: Identifier>(_ id: Name) -> Name { Name(rawValue: "\(graph)/\(id)") }
    return switch self {
    case .entered(let node): .entered(name(node))
    case .left(let node, let outcome): .left(name(node), outcome)
    case .changed(let slot, let value): .changed(name(slot), value)
    case .heard(let intent): .heard(name(intent))
    case .refused(let slot): .refused(name(slot))
    case .waits(let node): .waits(name(node))
    case .ended(let end): .ended("\(graph)/\(end)")
    case .trouble(let node, let reason): .trouble(name(node), reason)
    }
  }
}
