public import MuseDefinition
public import MuseInterpreter

/// One thing in the history of a thread, as those who follow it are told.
///
/// The history is read out of the journal: what is told is stored, and a restart changes neither an entry nor its number.
public struct HistoryEntry: Hashable, Sendable {
  /// Counted in the thread from 1. No number is missing, and none is given twice.
  public var number: Int
  public var turn: ReplyID
  public var content: Content

  public enum Content: Hashable, Sendable {
    case turnStarted(TurnCause)
    case nodeEntered(NodeID)
    case slotChanged(SlotID, SlotChange)
    case reply(Reply)
    /// What is awaited next; nil after the end of a run.
    case turnEnded(awaiting: Awaited?)
    /// The run of the thread's graph has ended with this `end`.
    case threadEnded(String)
  }

  public init(number: Int, turn: ReplyID, content: Content) {
    self.number = number
    self.turn = turn
    self.content = content
  }
}

/// What brought a turn about.
public enum TurnCause: Hashable, Sendable {
  /// - Parameters:
  ///   - text: as the person wrote it; what it told of a `sensitive` slot is masked.
  ///   - gathered: messages that were joined to it: theirs is a line each of the text.
  case message(MessageID, text: String, gathered: [MessageID] = [])
  case timer
  case event(EventName)
  case staff(name: String)
}

/// What became of a slot. Names of slots in a graph that another runs are written `graph/slot`.
public enum SlotChange: Hashable, Sendable {
  /// Times are in UTC, as `2026-11-27T15:00:00Z`.
  case filled(JSONValue)
  /// It has a value that nobody is shown (`sensitive`).
  case hidden
  /// The person does not want to say.
  case declined
  /// It is not set any more.
  case cleared
}

/// Where a thread waits.
public struct Awaited: Hashable, Sendable {
  public var node: NodeID
  /// The verb of the node: `ask`, `confirm`, `classify`, `wait`, `handoff`.
  public var verb: String
  /// What an `ask` asks for, and what a `confirm` covers.
  public var slots: [SlotID] = []
  /// What a `classify` tells apart.
  public var intents: [IntentID] = []
}
