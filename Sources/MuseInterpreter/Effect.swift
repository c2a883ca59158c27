public import MuseDefinition
public import MuseExpression

/// What the shell must do, in this order.
public enum Effect: Hashable, Sendable {
  /// Something happened that journals, traces and tests want to know.
  case happened(Event)
  /// Call a tool and bring its result back by `Input.result`. At most one, and the last of its list: the turn is suspended.
  /// Before a write starts, state and this effect must be stored as one checkpoint.
  case call(Call)
  /// The turn has ended: store the state, then send the reply.
  case reply(Reply)
}

public struct Call: Hashable, Sendable, Codable {
  public var id: EffectID
  public var node: NodeID
  public var tool: ToolID
  public var effect: ToolSignature.Effect
  public var repeats: ToolSignature.Repeat
  public var arguments: [String: Value]

  public init(
    id: EffectID, node: NodeID, tool: ToolID, effect: ToolSignature.Effect, repeats: ToolSignature.Repeat,
    arguments: [String: Value]
  ) {
    self.id = id
    self.node = node
    self.tool = tool
    self.effect = effect
    self.repeats = repeats
    self.arguments = arguments
  }
}

/// All that is said in one turn: several `say`s are paragraphs parted by a blank line.
public struct Reply: Hashable, Sendable, Codable {
  public var id: ReplyID
  /// The message that it answers.
  public var answers: MessageID
  public var text: String
  /// The turn was stopped at a limit: `text` says so, and the thread waits where it waited.
  public var stopped: Bool

  public init(id: ReplyID, answers: MessageID, text: String, stopped: Bool = false) {
    self.id = id
    self.answers = answers
    self.text = text
    self.stopped = stopped
  }
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
