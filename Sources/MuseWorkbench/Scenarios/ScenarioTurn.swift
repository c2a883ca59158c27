public import MuseDefinition
public import MuseSource

/// Something that happens in a scenario, and what must come of it. What is nil or empty is not looked at, but for what must not
/// happen.
public struct ScenarioTurn: Sendable {
  /// What begins it.
  public enum Occasion: Hashable, Sendable {
    /// The person says something.
    case user(String)
    /// The person presses the button with this label.
    case press(String)
    /// Something happens outside.
    case event(EventName, [String: WrittenValue])
    /// Who has been fetched says something, or does something.
    case person(Deed)
    /// Time passes, and nothing else.
    case time
  }

  /// What a person does who was fetched.
  public enum Deed: Hashable, Sendable {
    case says(String)
    case takes, givesBack, closes
  }

  public var occasion: Located<Occasion>
  /// How much time passes before it; what is due meanwhile happens first.
  public var later: Located<Duration>?
  /// False: the reply does not reach the person.
  public var isDelivered: Bool
  /// How calls of tools end in this turn, instead of being made.
  public var tools: [Located<ScriptedCalls>]
  /// What the language model answers, in the order of its calls.
  public var models: [Located<ScriptedModel>]

  /// Each must match the whole reply.
  public var replies: [Located<ReplyPattern>]
  /// The labels of the buttons beside the reply, all of them and in order.
  public var buttons: Located<[String]>?
  /// The node that waits after the turn.
  public var node: Located<NodeID>?
  /// What is waited for there, beside what is not listed.
  public var waitsFor: [Located<String>]
  public var slots: [Located<SlotExpectation>]
  /// The writes of the turn, all of them and in order; reads among them must have been made too.
  public var calls: [Located<CallExpectation>]
  /// The run ended so.
  public var ending: Located<String>?

  public init(
    _ occasion: Located<Occasion>, later: Located<Duration>? = nil, isDelivered: Bool = true,
    tools: [Located<ScriptedCalls>] = [], models: [Located<ScriptedModel>] = [], replies: [Located<ReplyPattern>] = [],
    buttons: Located<[String]>? = nil, node: Located<NodeID>? = nil, waitsFor: [Located<String>] = [],
    slots: [Located<SlotExpectation>] = [], calls: [Located<CallExpectation>] = [], ending: Located<String>? = nil
  ) {
    self.occasion = occasion
    self.later = later
    self.isDelivered = isDelivered
    self.tools = tools
    self.models = models
    self.replies = replies
    self.buttons = buttons
    self.node = node
    self.waitsFor = waitsFor
    self.slots = slots
    self.calls = calls
    self.ending = ending
  }

  /// It only says what happens: recording completes it.
  var expectsNothing: Bool {
    replies.isEmpty && buttons == nil && node == nil && waitsFor.isEmpty && slots.isEmpty && calls.isEmpty && ending == nil
  }
}

/// What a slot or a fact must hold.
public struct SlotExpectation: Hashable, Sendable {
  public var slot: SlotID
  public var value: WrittenValue
}

/// A call that must have been made; arguments that are not named may be anything.
public struct CallExpectation: Hashable, Sendable {
  public var tool: ToolID
  public var arguments: [String: WrittenValue]
}

/// How calls of a tool end in one turn.
public struct ScriptedCalls: Hashable, Sendable {
  public var tool: ToolID
  /// One for each call in order; those that come after are made as ever.
  public var endings: [ScriptedEnding]
  /// The only ending is that of every call of the turn.
  public var isRepeated: Bool
}

/// One of a tool's outcomes with its fields, `failed` or `unsure`.
public struct ScriptedEnding: Hashable, Sendable {
  public var outcome: Outcome
  public var fields: [String: WrittenValue]
}

/// What a language model answers.
public enum ScriptedModel: Hashable, Sendable {
  case reply(String)
  /// By name; one value without a name is called `out`.
  case out([String: WrittenValue])
  case failed
}

/// A value as a scenario writes it: it gets its meaning from the type that it is compared with.
public indirect enum WrittenValue: Hashable, Sendable {
  case text(String)
  case list([WrittenValue])
  /// The fields of an object that matter.
  case fields([String: WrittenValue])
  /// The word `unset`, or a list without items where a single value is due.
  case unset
}

extension WrittenValue: CustomStringConvertible {
  /// In the manner of the file.
  public var description: String {
    switch self {
    case .text(let text): text
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .fields(let fields):
      "{" + fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.description)" }.joined(separator: ", ") + "}"
    case .unset: "unset"
    }
  }
}

extension ScenarioTurn.Occasion {
  /// What a reader of the transcript sees at the left margin.
  var speaker: String {
    switch self {
    case .user: "you"
    case .press: "press"
    case .event: "event"
    case .person: "person"
    case .time: "later"
    }
  }

  /// What stands beside it.
  var words: String {
    switch self {
    case .user(let text), .press(let text), .person(.says(let text)): text
    case .event(let name, let fields): fields.isEmpty ? name.rawValue : "\(name): \(WrittenValue.fields(fields))"
    case .person(.takes): "(takes over)"
    case .person(.givesBack): "(gives back)"
    case .person(.closes): "(closes)"
    case .time: ""
    }
  }
}
