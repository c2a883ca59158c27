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
  package var outer: Left?
  /// A second intent that waits for the next `classify` that declares it.
  package var kept: KeptIntent?
  /// The turn at hand while work is pending.
  package var open: Turn?
  /// The graph that talks now, where it is not the one that was begun; its slots, facts, yeses, `outer` and `kept` are the ones above.
  public package(set) var graphName: GraphName?
  /// The graphs that wait for the one that talks to end, outermost first.
  package var callers: [Frame]
  /// How many timers were set so far.
  package var timers: Int
  /// What the client named last.
  package var zone: String?
  package var locale: LocaleID?
  /// Writes of this run that have succeeded, oldest first.
  package var written: [Written]
  /// What slots held before the change that led to where the thread is.
  package var past: Past?
  /// The newest lines, as many as some `llm` of the graph is shown.
  package var transcript: [Line]

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
    self.graphName = nil
    self.callers = []
    self.timers = 0
    self.zone = nil
    self.locale = nil
    self.written = []
    self.past = nil
    self.transcript = []
  }
}

/// Where a thread stands.
public enum Place: Hashable, Sendable {
  /// Before the first message of its first run.
  case beginning
  case waiting(Wait)
  /// In the middle of a turn, for the result of one piece of work.
  case working(PendingWork)
  /// In the middle of a turn, for the results of an `each`.
  case sharing(EachProgress)
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
  /// Those that are set at this wait.
  package var timers: [WaitTimer]
  /// The silence that is noticed here has begun to count.
  package var countsSilence: Bool = false
  /// The buttons beside the question.
  package var buttons: [Button]
  /// At a `handoff`: who has come.
  package var staff: String?
  /// The write that is offered to be taken back: the wait is for a yes or a no to that.
  package var undoing: EffectID?
  /// A slot that is to change, but not yet to what: the wait is for its new value.
  package var reopened: SlotID?
  /// How often help was asked for here: it grows.
  package var helps: Int
  /// The question as it was spoken, where it would be spoken otherwise another time.
  package var wording: String?
  /// At a `confirm`: the defaults that it was asked with and that move with the clock. A yes is to these.
  package var shown: [SlotID: Value] = [:]
  /// The buttons of what was open when a write was offered to be taken back.
  package var ownButtons: [Button] = []

  package init(
    node: NodeID, question: ReplyID, asked: SlotID? = nil, tries: Int = 0, choosing: Bool = false,
    options: [Awaiting.Option] = [], timers: [WaitTimer] = [], buttons: [Button] = [], staff: String? = nil,
    undoing: EffectID? = nil, reopened: SlotID? = nil, helps: Int = 0, wording: String? = nil
  ) {
    self.reopened = reopened
    self.helps = helps
    self.wording = wording
    self.node = node
    self.question = question
    self.asked = asked
    self.tries = tries
    self.choosing = choosing
    self.options = options
    self.timers = timers
    self.buttons = buttons
    self.staff = staff
    self.undoing = undoing
  }
}

/// A timer of a wait: it fires once, and goes with its wait.
package struct WaitTimer: Hashable, Sendable, Codable {
  package enum Purpose: Hashable, Sendable, Codable {
    /// The n-th step of the silence that is noticed here, counted from 0.
    case silence(Int)
    /// Takes this outcome.
    case outcome(Outcome)
  }

  package var id: TimerID
  package var purpose: Purpose
  /// In milliseconds from the delivery of this reply on; nil: it has been set.
  package var starts: Delay?
  /// When it is due.
  package var due: Instant?

  package struct Delay: Hashable, Sendable, Codable {
    package var milliseconds: Int
    package var afterDelivery: ReplyID
  }
}

/// A graph that waits for another, which it runs, to end.
package struct Frame: Hashable, Sendable, Codable {
  package var graphName: GraphName?
  /// The `run` that it stands at.
  package var node: NodeID
  package var slots: [SlotID: SlotContent]
  package var facts: [SlotID: Value]
  package var yeses: [LiveYes]
  package var outer: Left?
  package var kept: KeptIntent?
  package var written: [Written]
}

/// What slots held before a change, for texts and conditions up to the next answer (`was.x`).
package struct Past: Hashable, Sendable, Codable {
  /// The turn of the change.
  package var turn: ReplyID
  package var values: [SlotID: Value]
}

/// A write that succeeded.
package struct Written: Hashable, Sendable, Codable {
  package var effect: EffectID
  package var node: NodeID
  package var outcome: Outcome
  package var arguments: [String: Value]
  package var fields: [String: Value]
  /// The slots it was made of that have not been forgotten since.
  package var slots: [SlotID]
  /// Its `undo` has answered that it cannot be taken back: it is not offered again.
  package var isFinal: Bool?
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
  /// Writes that ended `failed` under this yes: tried again with the same arguments, they keep their ids.
  package var failedWrites: [NodeID: FailedWrite]
}

package struct FailedWrite: Hashable, Sendable {
  package var effect: EffectID
  /// Nil: written by a build that did not keep them.
  package var arguments: [String: Value]?
}

package struct KeptIntent: Hashable, Sendable, Codable {
  package var intent: IntentID
  package var words: String
  /// What was said with it, for slots that it marks and the open question does not ask for.
  package var tellings: [Move]
}

/// What an `ask` remembers from its entry on.
package struct AskProgress: Hashable, Sendable, Codable {
  package var tries: Int
  package var choosing: Bool
  package var helps: Int?
  package var reopened: SlotID?
}

/// A turn at hand.
package struct Turn: Hashable, Sendable, Codable {
  /// Nil: a timer, an event or a person began it.
  package var message: MessageID?
  package var text: String
  package var now: Instant
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
  /// The reply whose button was pressed.
  package var pressed: ReplyID?
  /// What is offered to press, and files that go with what is said.
  package var buttons: [Button]?
  package var attachments: [String]?
  /// Where the thread waited before.
  package var origin: Place
  /// The rest of the state before the turn; nil once a write has started, from which there is no way back.
  package var before: Before?
  /// A write of this turn has succeeded; nil: none.
  package var hasWritten: Bool?
  /// How often language models were asked; nil: never.
  package var generations: Int?

  /// What a turn that stops at a limit puts back.
  package struct Before: Hashable, Sendable, Codable {
    package var run: Int
    package var slots: [SlotID: SlotContent]
    package var facts: [SlotID: Value]
    package var yeses: [LiveYes]
    package var outer: Left?
    package var kept: KeptIntent?
    package var graphName: GraphName?
    /// Nil: none.
    package var callers: [Frame]?
    package var written: [Written]?
    package var past: Past?

    init(_ state: ThreadState) {
      run = state.run
      slots = state.slots
      facts = state.facts
      yeses = state.yeses
      outer = state.outer
      kept = state.kept
      graphName = state.graphName
      callers = state.callers.isEmpty ? nil : state.callers
      written = state.written.isEmpty ? nil : state.written
      past = state.past
    }

    func restore(in state: inout ThreadState) {
      state.run = run
      state.slots = slots
      state.facts = facts
      state.yeses = yeses
      state.outer = outer
      state.kept = kept
      state.graphName = graphName
      state.callers = callers ?? []
      state.written = written ?? []
      state.past = past
    }
  }
}

extension ThreadState {
  /// No run is open: the next message begins one, in the newest version of the graph.
  public var isBetweenRuns: Bool {
    switch place {
    case .beginning, .ended: open == nil
    case .waiting, .working, .sharing: false
    }
  }

  /// Ended with `after_end: refuse`: no message is heard any more.
  public var isClosed: Bool {
    switch place {
    case .ended(_, .refuse): true
    case .ended(_, .again), .beginning, .waiting, .working, .sharing: false
    }
  }

  /// All graphs at work but the one that talks: those that run it, and those that a digression has put aside.
  var waitingFrames: [Frame] {
    callers
      + ([outer] + callers.map(\.outer)).flatMap { left -> [Frame] in
        if case .running(let parked)? = left { parked.frames } else { [] }
      }
  }

  /// What a suspended turn waits for, in the order of the ids; empty between turns.
  public var pendingWork: [Work] {
    switch place {
    case .working(let pending): [pending.work]
    case .sharing(let progress): progress.pending
    case .beginning, .waiting, .ended: []
    }
  }

  /// The graph that asks for a piece of pending work; nil: the one that was begun.
  public func graphName(of work: EffectID) -> GraphName? {
    guard case .sharing(let progress) = place else { return graphName }
    return progress.strand(at: work)?.graphName ?? graphName
  }

  /// In the middle of a turn.
  public var isWorking: Bool { !pendingWork.isEmpty }
}
