public import MuseDefinition
public import MuseExpression

/// All that a thread is between two inputs. Encodes into the checkpoint; equal states encode to equal bytes.
public struct ThreadState: Hashable, Sendable {
  /// The graph that the open run goes by.
  public package(set) var graph: Fingerprint
  /// Counted from 1; 0 before the first message.
  public package(set) var run: Int
  /// The newest turn, and with it the newest reply.
  public package(set) var turn: ReplyID
  /// The newest reply known to have reached the person.
  public package(set) var delivered: ReplyID
  /// How many effects were asked for so far: ids are made by counting.
  package var effects: Int
  public package(set) var slots: [SlotID: SlotContent]
  public package(set) var facts: [SlotID: Value]
  package var yeses: [LiveYes]
  public package(set) var place: Place
  /// Where a digression left from; nil outside one.
  package var outer: Place?
  /// A second intent that waits for the next `classify` that declares it.
  package var kept: KeptIntent?
  /// The turn at hand while a call is pending.
  package var open: Turn?

  package init(graph: Fingerprint) {
    self.graph = graph
    self.run = 0
    self.turn = .none
    self.delivered = .none
    self.effects = 0
    self.slots = [:]
    self.facts = [:]
    self.yeses = []
    self.place = .beginning
    self.outer = nil
    self.kept = nil
    self.open = nil
  }
}

/// Where a thread stands.
public enum Place: Hashable, Sendable {
  /// Before the first message of its first run.
  case beginning
  case waiting(Wait)
  /// In the middle of a turn, for the result of a call.
  case calling(PendingCall)
  case ended(String, EndNode.After)
}

/// What a thread waits for at a node.
public struct Wait: Hashable, Sendable {
  public var node: NodeID
  /// The reply that asked.
  public var question: ReplyID
  /// The slot whose own question that was.
  public var asked: SlotID?
  /// How many messages in a row were understood in no part.
  public var tries: Int
  /// An `ask` with `choices` that has not got its answer yet.
  public var choosing: Bool
  /// The numbered list on offer; fills `asked`.
  public var options: [Awaiting.Option]
}

/// What is known of a slot, beyond its default.
public struct SlotContent: Hashable, Sendable {
  /// `.empty` where an optional slot was declined.
  public var value: Value?
  /// One half of a `datetime` that waits for the other.
  package var part: Move.Telling?
  /// What a `lookup` has still to turn into values.
  package var words: [SpokenWords]
  /// Several hits or readings to choose from.
  package var options: [Awaiting.Option]

  package init(value: Value? = nil, part: Move.Telling? = nil, words: [SpokenWords] = [], options: [Awaiting.Option] = []) {
    self.value = value
    self.part = part
    self.words = words
    self.options = options
  }

  package var isVacant: Bool { value == nil && part == nil && words.isEmpty && options.isEmpty }
  package var isPending: Bool { part != nil || !words.isEmpty || !options.isEmpty }
}

package struct SpokenWords: Hashable, Sendable, Codable {
  package var text: String
  package var edit: Move.Edit
}

/// A yes that still counts: from `agreed` until a covered slot gets a different value, a cancel, the end of the run, or a write it
/// covers ends otherwise than `failed` (LANGUAGE, "Consent").
package struct LiveYes: Hashable, Sendable, Codable {
  package var confirm: NodeID
  package var covers: [SlotID]
  /// Facts that got a different value since.
  package var staleFacts: [SlotID]
  /// The ids of writes that ended `failed` under this yes: tried again, they keep them.
  package var failedWrites: [NodeID: EffectID]
}

package struct KeptIntent: Hashable, Sendable, Codable {
  package var intent: IntentID
  package var words: String
  /// What was said with it, for slots that it marks and the open question does not ask for.
  package var tellings: [Move]
}

public struct PendingCall: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    /// The node's own call.
    case node
    /// A slot's lookup, at an `ask`.
    case lookup(SlotID, SpokenWords, AskProgress)
  }

  public var call: Call
  package var purpose: Purpose
}

/// What an `ask` remembers from its entry on.
package struct AskProgress: Hashable, Sendable, Codable {
  package var tries: Int
  package var choosing: Bool
}

/// A turn at hand.
package struct Turn: Hashable, Sendable, Codable {
  package var message: MessageID
  package var text: String
  package var now: Instant
  package var zone: String?
  package var seed: UInt64
  package var seen: ReplyID
  /// What was heard and not consumed yet.
  package var parts: [Move]
  package var steps: Int
  package var said: [String]
  /// The slots that got a value from this message.
  package var touched: [SlotID]
  /// Something of the message was taken, answered or kept.
  package var understood: Bool
  /// Where the thread waited before.
  package var origin: Place
  /// The rest of the state before the turn; nil once a write has started, from which there is no way back.
  package var before: Before?

  /// What a turn that stops at a limit puts back.
  package struct Before: Hashable, Sendable, Codable {
    package var run: Int
    package var slots: [SlotID: SlotContent]
    package var facts: [SlotID: Value]
    package var yeses: [LiveYes]
    package var outer: Place?
    package var kept: KeptIntent?
  }
}

extension ThreadState {
  /// No run is open: the next message begins one, in the newest version of the graph.
  public var isBetweenRuns: Bool {
    switch place {
    case .beginning, .ended: open == nil
    case .waiting, .calling: false
    }
  }

  /// Ended with `after_end: refuse`: no message is heard any more.
  public var isClosed: Bool {
    switch place {
    case .ended(_, .refuse): true
    case .ended(_, .again), .beginning, .waiting, .calling: false
    }
  }

  /// The call that a suspended turn waits for.
  public var pendingCall: Call? {
    switch place {
    case .calling(let pending): pending.call
    case .beginning, .waiting, .ended: nil
    }
  }
}
