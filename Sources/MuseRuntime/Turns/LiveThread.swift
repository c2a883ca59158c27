import MuseDefinition
import MuseExpression
import MuseInterpreter

/// A thread in memory, as it was stored last.
struct LiveThread: Sendable {
  var graph: RunnableGraph
  var state: ThreadState
  /// The number that the next record will have.
  var nextRecord = 1
  /// The newest segment.
  var segment = 0
  /// The turn at hand, where a call is pending.
  var turn: TurnContext?
  /// The journal says which graph the thread goes by.
  var hasBegun = false
}

/// A turn being run, on a copy of its thread: what was heard and what came of it, until it is stored.
///
/// Thrown away it leaves no trace; stored, its `thread` takes the place of the old one.
struct TurnLedger: Sendable {
  private(set) var thread: LiveThread
  private(set) var reply: Reply?
  /// What came of the records, since the last commit.
  private(set) var effects: [Effect] = []
  /// A write of this turn has been stored as started: there is no way back.
  private(set) var hasWritten = false
  private var records: [JournalRecord] = []

  init(_ thread: LiveThread) { self.thread = thread }

  var pendingWork: [Work] { thread.state.pendingWork }

  /// Goes by another graph, or another version, from here on.
  mutating func takeUp(_ graph: RunnableGraph) {
    let counters = Counters(of: thread.state, segment: thread.segment)
    thread.graph = graph
    thread.state = graph.interpreter.start(counting: counters)
    thread.hasBegun = true
    records.append(.began(graph.began(counting: counters)))
  }

  mutating func hear(_ message: Message) {
    thread.turn = TurnContext(of: message)
    advance(with: .message(message), record: .heard(message))
  }

  mutating func hear(_ result: CallResult, of work: EffectID) {
    advance(with: .result(work, result), record: .result(work, result))
  }

  mutating func hear(delivered replies: [ReplyID], at now: Instant) {
    for reply in replies { advance(with: .delivered(reply, at: now), record: .delivered(reply, at: now)) }
  }

  private mutating func advance(with input: Input, record: JournalRecord) {
    records.append(record)
    effects += thread.graph.interpreter.advance(&thread.state, with: input)
    if case .reply(let said) = effects.last { reply = said }
  }

  /// Closes the segment, if there is one: what must be stored before anything of it leaves.
  mutating func commit() throws -> Commit {
    let first = thread.nextRecord
    if !effects.isEmpty {
      thread.segment += 1
      let digest = try thread.state.digest()
      records.append(
        .segment(
          JournalRecord.Segment(number: thread.segment, turn: thread.state.turn, effects: effects, state: digest)))
    }
    if !thread.state.isWorking { thread.turn = nil }
    thread.nextRecord += records.count
    let commit = Commit(
      first: first, records: records, checkpoint: records.allSatisfy(\.isDelivery) ? nil : checkpoint,
      keep: thread.graph.graph.policy.keep.checkpoints)
    records = []
    effects = []
    hasWritten = hasWritten || thread.state.isWorking
    return commit
  }

  private var checkpoint: Checkpoint {
    Checkpoint(
      graph: thread.graph.graph.name, record: thread.nextRecord - 1, segment: thread.segment, turn: thread.turn,
      state: thread.state)
  }
}

extension JournalRecord {
  var isDelivery: Bool {
    switch self {
    case .delivered: true
    case .began, .heard, .result, .segment, .timer, .event, .staff: false
    }
  }
}
