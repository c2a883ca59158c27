import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseSource

/// A thread in memory, as it was stored last.
struct LiveThread: Sendable {
  var graph: RunnableGraph
  var state: ThreadState
  /// The number that the next record will have.
  var nextRecord = 1
  /// The newest segment.
  var segment = 0
  /// The number of the newest entry of the thread's history.
  var history = 0
  /// The turn at hand, where a call is pending.
  var turn: TurnContext?
  /// The journal says which graph the thread goes by.
  var hasBegun = false
}

extension LiveThread {
  var rest: Rest { Rest(isWorking: state.isWorking, due: state.nextTimer?.due, queue: handoff?.queue) }

  /// The graph that was begun, or the one that it runs.
  var talking: ConversationGraph { state.graphName.flatMap(graph.graph.graph) ?? graph.graph }

  /// The handoff that the thread waits in.
  var handoff: HandoffNode? {
    guard case .waiting(let wait) = state.place else { return nil }
    guard case .handoff(let handoff)? = talking.nodes[wait.node]?.kind else { return nil }
    return handoff
  }
}

/// A turn being run, on a copy of its thread: what was heard and what came of it, until it is stored.
///
/// Thrown away it leaves no trace; stored, its `thread` takes the place of the old one.
struct TurnLedger: Sendable {
  private(set) var thread: LiveThread
  private(set) var reply: Reply?
  /// What came of the records, since the last commit.
  private(set) var effects: [Effect] = []
  /// What the last commit adds to the thread's history.
  private(set) var told: [HistoryEntry] = []
  /// A write of this turn has been stored as started: there is no way back.
  private(set) var hasWritten = false
  private var records: [JournalRecord] = []
  /// Whose thread it is.
  private let owner: ThreadID
  /// Is told what happens; nil: nobody traces.
  private let trace: TurnTrace?
  /// Whoever keeps threads for longer keeps them for ever.
  private static let mostDays = 1_000_000

  init(_ thread: LiveThread, of owner: ThreadID, trace: TurnTrace? = nil) {
    self.thread = thread
    self.owner = owner
    self.trace = trace
  }

  var pendingWork: [Work] { thread.state.pendingWork }

  /// Goes by another graph, or another version, from here on.
  mutating func takeUp(_ graph: RunnableGraph) {
    let counters = Counters(of: thread.state, segment: thread.segment)
    thread.graph = graph
    thread.state = graph.interpreter.start(counting: counters)
    thread.hasBegun = true
    records.append(.began(graph.began(counting: counters)))
  }

  /// - Returns: whether it made any difference.
  @discardableResult
  mutating func hear(_ input: Input) -> Bool {
    let before = thread.state
    records.append(JournalRecord(input))
    let new = thread.graph.interpreter.advance(&thread.state, with: input)
    trace?.note(new, in: thread.graph.graph)
    effects += new
    if case .reply(let said) = effects.last { reply = said }
    if let turn = TurnContext(of: input, in: thread.state, thread: owner) { thread.turn = turn }
    return thread.state != before
  }

  mutating func hear(delivered replies: [ReplyID], at now: Instant) {
    for reply in replies { hear(.delivered(reply, at: now)) }
  }

  /// Closes the segment, if there is one: what must be stored before anything of it leaves.
  ///
  /// A reply in which nothing is said reaches the person with that: what waits for its delivery begins.
  mutating func commit(at now: Instant) throws -> Commit {
    let first = thread.nextRecord
    told = []
    var encodedState: [UInt8]?
    if !effects.isEmpty {
      let bytes = try CanonicalJSON.bytes(of: thread.state)
      encodedState = bytes
      records.append(.segment(segment(SHA256.hexadecimal(of: bytes))))
    }
    if !thread.state.isWorking { thread.turn = nil }
    if let reply, reply.isSilent {
      hear(.delivered(reply.id, at: now))
      encodedState = nil
    }
    thread.nextRecord += records.count
    var commit = Commit(
      first: first, records: records, checkpoint: records.allSatisfy(\.isDelivery) ? nil : checkpoint, rest: rest(at: now),
      keep: thread.graph.graph.policy.keep.checkpoints)
    commit.encodedState = encodedState
    records = []
    effects = []
    hasWritten = hasWritten || thread.state.isWorking
    return commit
  }

  /// - Parameter digest: of the state.
  private mutating func segment(_ digest: String) -> JournalRecord.Segment {
    thread.segment += 1
    var segment = JournalRecord.Segment(number: thread.segment, turn: thread.state.turn, effects: effects, state: digest)
    var reader = thread.graph.history
    let contents = (records + [.segment(segment)]).flatMap { reader.read($0) }
    told = contents.enumerated().map { index, content in
      HistoryEntry(number: thread.history + 1 + index, turn: segment.turn, content: content)
    }
    thread.history += told.count
    segment.history = thread.history
    return segment
  }

  /// Nothing is forgotten that something is still to come of.
  private func rest(at now: Instant) -> Rest {
    var rest = thread.rest
    guard !rest.isWorking, rest.due == nil, rest.queue == nil else { return rest }
    let days = min(thread.graph.graph.policy.keep.days, Self.mostDays)
    rest.expires = now.adding(.seconds(86_400 * Int64(days)))
    return rest
  }

  private var checkpoint: Checkpoint {
    Checkpoint(
      graph: thread.graph.graph.name, record: thread.nextRecord - 1, segment: thread.segment, turn: thread.turn,
      state: thread.state, history: thread.history)
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
