public import MuseDefinition
public import MuseExpression

/// What can happen to a thread. Time, ids and randomness arrive here and nowhere else, so that the same inputs give the same thread.
public enum Input: Hashable, Sendable {
  case message(Message)
  /// How a call ended that `advance` asked for.
  case result(EffectID, CallResult)
  /// A reply has reached the person: the socket took it, or the client acknowledged it.
  case delivered(ReplyID)
}

/// A message as it was heard.
public struct Message: Hashable, Sendable, Codable {
  public var id: MessageID
  public var text: String
  /// What the text means; made by the understanding from `Interpreter.awaiting(in:seen:)`.
  public var moves: [Move]
  /// The server's clock, fixed for the whole turn.
  public var now: Instant
  /// The zone the client named, by its IANA name; nil: the graph's.
  public var zone: String?
  /// Seeds the choice among the variants of a text.
  public var seed: UInt64
  /// Who wrote it: the client id.
  public var sender: String
  /// The newest reply that had been delivered when the message was received. An agree counts only for a question at or before it.
  public var seen: ReplyID

  public init(
    id: MessageID, text: String, moves: [Move], now: Instant, zone: String? = nil, seed: UInt64 = 0, sender: String, seen: ReplyID
  ) {
    self.id = id
    self.text = text
    self.moves = moves
    self.now = now
    self.zone = zone
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

/// A call of a tool, counted in its thread from 1. With the thread's id it is the idempotency key of a write.
public struct EffectID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  public var rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static func < (left: EffectID, right: EffectID) -> Bool { left.rawValue < right.rawValue }
}

/// How a call ended.
public enum CallResult: Hashable, Sendable {
  /// A declared outcome with its fields.
  case outcome(Outcome, [String: Value])
  /// Certainly not done.
  case failed(reason: String)
  /// A write that may or may not have happened.
  case unsure(reason: String)
}
