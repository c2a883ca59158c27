public import MuseDefinition
public import MuseExpression
public import MuseSource

/// A written conversation that is a test: a clock, what stands in the calendar, and the lines of the talk with what must come of them.
///
/// ```yaml
/// scenario: "Books a meeting in one sentence"
/// now: "2026-03-02 09:00"
/// talk:
///   - user: "book a meeting called Sync with bob@example.com tomorrow at 3pm"
///     bot: "Sync, *. Shall I book it?"
///     at: agree
///   - user: "yes"
///     calls: [{calendar.create: {title: "Sync", start: "2026-03-03 15:00"}}]
///     bot: "Booked: *"
/// ```
/// Nothing else may happen: a write that no line lists fails the scenario.
public struct Scenario: Sendable {
  public var title: String
  /// Where it stands; `file` is its path as shown to the author.
  public var location: SourceLocation
  /// The graph it is for: a path from the scenario's folder. Nil: the graph of the folder it is in, or of the one above.
  public var graph: Located<String>?
  /// When the talk begins; without an offset it is a clock time of `zone`, or of the graph's zone.
  public var now: WrittenLiteral.DateTime
  /// The zone that the client names.
  public var zone: Zone?
  /// What stands in the person's calendar before.
  public var calendar: [Located<WrittenEvent>]
  public var turns: [ScenarioTurn]
  /// All that stands there after; nil: not looked at.
  public var calendarAfter: Located<[Located<WrittenEvent>]>?

  public init(
    title: String, location: SourceLocation, graph: Located<String>?, now: WrittenLiteral.DateTime, zone: Zone?,
    calendar: [Located<WrittenEvent>], turns: [ScenarioTurn], calendarAfter: Located<[Located<WrittenEvent>]>?
  ) {
    self.title = title
    self.location = location
    self.graph = graph
    self.now = now
    self.zone = zone
    self.calendar = calendar
    self.turns = turns
    self.calendarAfter = calendarAfter
  }
}

/// One line of the person, and what must come of it. What is nil or empty is not looked at, but for the writes.
public struct ScenarioTurn: Sendable {
  public var user: Located<String>
  /// How much time passes before it.
  public var later: Duration?
  /// How calls of tools end in this turn, instead of being made.
  public var tools: [Located<ScriptedCall>]
  /// Each must match the whole reply.
  public var replies: [Located<ReplyPattern>]
  /// The node that waits after the turn.
  public var node: Located<NodeID>?
  public var slots: [Located<SlotExpectation>]
  /// The writes of the turn, all of them and in order; reads among them must have been made too.
  public var calls: [Located<CallExpectation>]
  /// The run ended so.
  public var ending: Located<String>?

  public init(
    user: Located<String>, later: Duration? = nil, tools: [Located<ScriptedCall>] = [], replies: [Located<ReplyPattern>] = [],
    node: Located<NodeID>? = nil, slots: [Located<SlotExpectation>] = [], calls: [Located<CallExpectation>] = [],
    ending: Located<String>? = nil
  ) {
    self.user = user
    self.later = later
    self.tools = tools
    self.replies = replies
    self.node = node
    self.slots = slots
    self.calls = calls
    self.ending = ending
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

/// How a call of a tool ends: one of its outcomes with fields, `failed` or `unsure`.
public struct ScriptedCall: Hashable, Sendable {
  public var tool: ToolID
  public var outcome: Outcome
  public var fields: [String: WrittenValue]
}

/// An event of a calendar, as a scenario writes it.
public struct WrittenEvent: Hashable, Sendable {
  public var title: String
  public var start: WrittenLiteral.DateTime
  /// Nil: half an hour in a calendar before, and not looked at in one after; as are `people` and `place`.
  public var length: Duration?
  /// Names or e-mail addresses.
  public var people: [String]?
  public var place: String?
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
