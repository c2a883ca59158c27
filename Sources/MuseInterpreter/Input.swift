public import MuseDefinition
public import MuseExpression

/// What can happen to a thread. Time, ids and randomness arrive here and nowhere else, so that the same inputs give the same thread.
public enum Input: Hashable, Sendable {
  case message(Message)
  /// How a piece of work ended that `advance` asked for.
  case result(EffectID, CallResult)
  /// A reply has reached the person: the socket took it, or the client acknowledged it. Timers that wait for it start.
  case delivered(ReplyID, at: Instant)
  /// A timer of the open wait is due.
  case timer(TimerFiring)
  /// Something happened outside.
  case event(OutsideEvent)
  /// What a person does who has been fetched by a `handoff`.
  case staff(StaffAction)
}

/// Two firings of one timer are one: it belongs to one wait and fires once.
public struct TimerFiring: Hashable, Sendable, Codable {
  public var timer: TimerID
  public var now: Instant
  public var seed: UInt64

  public init(timer: TimerID, now: Instant, seed: UInt64) {
    self.timer = timer
    self.now = now
    self.seed = seed
  }
}

public struct OutsideEvent: Hashable, Sendable, Codable {
  /// The same id again is the same event, and changes nothing.
  public var id: MessageID
  public var name: EventName
  public var fields: [String: Value]
  public var now: Instant
  public var seed: UInt64

  public init(id: MessageID, name: EventName, fields: [String: Value], now: Instant, seed: UInt64) {
    self.id = id
    self.name = name
    self.fields = fields
    self.now = now
    self.seed = seed
  }
}

public struct StaffAction: Hashable, Sendable, Codable {
  public enum Deed: Hashable, Sendable, Codable {
    /// Somebody has come: the `timeout` no longer counts.
    case takes
    case says(String)
    /// Gives the thread back to the graph (`returned`).
    case returns
    /// Ends the matter (`closed`).
    case closes
  }

  public var id: MessageID
  public var deed: Deed
  /// Who does it, as the person shall read it.
  public var name: String
  public var now: Instant
  public var seed: UInt64

  public init(id: MessageID, deed: Deed, name: String, now: Instant, seed: UInt64) {
    self.id = id
    self.deed = deed
    self.name = name
    self.now = now
    self.seed = seed
  }
}

/// A message as it was heard.
public struct Message: Hashable, Sendable, Codable {
  public var id: MessageID
  public var text: String
  /// What the text means; made by the understanding from `Interpreter.awaiting(in:seen:)`.
  public var moves: [Move]
  /// The server's clock, fixed for the whole turn.
  public var now: Instant
  /// The zone the client named, by its IANA name; nil: the one it named last, else the graph's.
  public var zone: String?
  /// The locale the client named; nil: the one it named last, else the graph's first.
  public var locale: LocaleID?
  /// The reply whose button was pressed: `moves` are that button's, and count only while its question is open.
  public var pressed: ReplyID?
  /// Whose words the moves are: a graph of `Awaiting.callers`, by its depth; nil: the graph that talks.
  public var caller: Int?
  /// Seeds the choice among the variants of a text.
  public var seed: UInt64
  /// Who wrote it: the client id.
  public var sender: String
  /// The newest reply that had been delivered when the message was received. An agree counts only for a question at or before it.
  public var seen: ReplyID
  /// Messages that were joined to this one, and have their reply in its (`policy.gather`); nil: none.
  public var gathered: [MessageID]?

  public init(
    id: MessageID, text: String, moves: [Move], now: Instant, zone: String? = nil, locale: LocaleID? = nil,
    pressed: ReplyID? = nil, caller: Int? = nil, seed: UInt64 = 0, sender: String, seen: ReplyID
  ) {
    self.caller = caller
    self.id = id
    self.text = text
    self.moves = moves
    self.now = now
    self.zone = zone
    self.locale = locale
    self.pressed = pressed
    self.seed = seed
    self.sender = sender
    self.seen = seen
  }
}

public struct MessageID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The reply of a turn, counted with the turns of its thread from 1; 0 stands for "none yet".
public struct ReplyID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  public var rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let none = ReplyID(rawValue: 0)

  public static func < (left: ReplyID, right: ReplyID) -> Bool { left.rawValue < right.rawValue }
}

/// A piece of work, counted in its thread from 1. With the thread's id it is the idempotency key of a write.
public struct EffectID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  public var rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static func < (left: EffectID, right: EffectID) -> Bool { left.rawValue < right.rawValue }
}

/// A timer, counted in its thread from 1; the first silence after a question has the negative of that reply's number.
public struct TimerID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  public var rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static func < (left: TimerID, right: TimerID) -> Bool { left.rawValue < right.rawValue }
}

/// How a piece of work ended: of a tool, an outcome that it declares; of a language model `reply` with a `text`, or `out` with the
/// values; of a handoff `queued` or `unstaffed`.
public enum CallResult: Hashable, Sendable {
  /// A declared outcome with its fields.
  case outcome(Outcome, [String: Value])
  /// Certainly not done.
  case failed(reason: String)
  /// A write that may or may not have happened.
  case unsure(reason: String)
}
