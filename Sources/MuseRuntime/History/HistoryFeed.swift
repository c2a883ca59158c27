public import MuseDefinition
import MuseExpression
public import MuseInterpreter

/// What somebody gets who follows a thread: where it stands, and everything from then on.
public struct HistoryFeed: Sendable {
  public enum News: Hashable, Sendable {
    /// Stored just now, in the order of their numbers.
    case entries([HistoryEntry])
    /// A language model speaks in this turn. Provisional: only the turn's reply counts.
    case speech(ReplyID, StreamedSpeech)
  }

  /// As it was when the feed began: what `live` tells comes after it.
  public var snapshot: ThreadSnapshot
  /// It ends where its reader falls too far behind: nothing in between is left out.
  public var live: AsyncStream<News>
}

/// Where a thread stands, for a client that cannot be told how it came there.
public struct ThreadSnapshot: Hashable, Sendable {
  /// The number of the newest entry of the thread's history; 0 before the first.
  public var newest: Int
  /// The newest turn.
  public var turn: ReplyID
  public var graph: GraphName
  /// Nil between two runs.
  public var awaiting: Awaited?
  /// What is filled in the graph that talks, by name; without what is `sensitive`.
  public var slots: [SlotID: JSONValue]
  /// Those of which nobody knows that they arrived, oldest first.
  public var undelivered: [Reply]
  /// Something was said in it.
  public var hasBegun: Bool
  /// Of the graph.
  var fingerprint: Fingerprint
}

/// What somebody missed who has followed a thread before.
public enum MissedHistory: Hashable, Sendable {
  case entries([HistoryEntry])
  case impossible(Reason)

  public enum Reason: String, Hashable, Sendable {
    /// The thread has no such entry: another thread's number, or one of a state that is lost.
    case ahead
    /// The journal does not go back so far, or it would be too much.
    case tooOld = "too_old"
    /// It was written by a build that counted otherwise, or cannot be read.
    case unreadable
  }
}

extension ThreadSnapshot {
  init(_ thread: LiveThread, undelivered: [Reply]) {
    let state = thread.state
    let talking = thread.talking
    let json = HistoryJSON(objects: talking.objects)
    newest = thread.history
    turn = state.turn
    hasBegun = thread.hasBegun
    graph = thread.graph.graph.name
    fingerprint = thread.graph.graph.fingerprint
    if case .waiting(let wait) = state.place, let kind = talking.nodes[wait.node]?.kind {
      let name = state.graphName.map { NodeID(rawValue: "\($0)/\(wait.node)") } ?? wait.node
      awaiting = Awaited(node: name, kind)
    }
    let shown = talking.slots.filter { !$0.isSensitive }.compactMap { slot -> (SlotID, JSONValue)? in
      guard let value = state.slots[slot.id]?.value, value != .empty else { return nil }
      return (slot.id, json.value(value))
    }
    slots = Dictionary(shown, uniquingKeysWith: { $1 })
    self.undelivered = undelivered
  }
}
