public import MuseDefinition
public import MuseExpression
public import MuseInterpreter

/// Threads that live as long as the process: for `chat`, scenarios and tests.
public actor InMemoryCheckpointStore: CheckpointStore, ThreadArchive, ThreadRetention {
  fileprivate struct Thread {
    /// How many records were forgotten.
    var forgotten = 0
    var journal: [JournalEntry] = []
    var checkpoints: [Checkpoint] = []
    var replies: [InputID: Reply] = [:]
    /// What brought the turns about beside the message that their replies answer.
    var occasions: [ReplyID: [InputID]] = [:]
    var undelivered: [Reply] = []
    var rest = Rest()

    var nextRecord: Int { forgotten + journal.count + 1 }
  }

  private var kept: [ThreadID: Thread] = [:]
  private var graphs: [Fingerprint: GraphSources] = [:]

  public init() {}

  public func append(_ commit: Commit, to thread: ThreadID) throws(StoreFailure) {
    guard commit.first == kept[thread]?.nextRecord ?? 1 else {
      throw .unavailable(reason: "Record \(commit.first) is not the next one of its thread.")
    }
    // Taken out, so that it is changed where it lies.
    var changed = kept.removeValue(forKey: thread) ?? Thread()
    for record in commit.records {
      changed.journal.append(JournalEntry(number: changed.nextRecord, record: record))
      changed.index(record, turn: commit.checkpoint?.state.turn)
    }
    changed.rest = commit.rest
    if let checkpoint = commit.checkpoint {
      changed.checkpoints.append(checkpoint)
      changed.checkpoints.removeFirst(max(0, changed.checkpoints.count - commit.keep))
    }
    kept[thread] = changed
  }

  public func load(_ thread: ThreadID) -> StoredThread? {
    guard let stored = kept[thread] else { return nil }
    let checkpoint = stored.checkpoints.last
    return StoredThread(
      checkpoint: checkpoint,
      later: Array(stored.journal.drop { $0.number <= checkpoint?.record ?? 0 }),
      undelivered: stored.undelivered.suffix(StoredThread.undeliveredLimit),
      nextRecord: stored.nextRecord, isForgotten: stored.journal.isEmpty)
  }

  public func forget(_ thread: ThreadID, expiredBy now: Instant) -> Bool {
    guard let stored = kept[thread], let expires = stored.rest.expires, expires <= now else { return false }
    kept[thread] = Thread(forgotten: stored.nextRecord - 1)
    return true
  }

  public func erase(_ thread: ThreadID) -> Bool {
    guard let stored = kept[thread], !stored.journal.isEmpty else { return false }
    kept[thread] = Thread(forgotten: stored.nextRecord - 1)
    return true
  }

  public func answer(to input: InputID, in thread: ThreadID) -> Reply? { kept[thread]?.replies[input] }

  public func find(_ wanted: WantedThreads) -> [RestingThread] {
    let all = kept.map { RestingThread(id: $0.key, rest: $0.value.rest) }.sorted { $0.id < $1.id }
    switch wanted {
    case .working: return all.filter(\.rest.isWorking)
    case .handedOff: return all.filter { $0.rest.queue != nil }
    case .due(let instant, let limit):
      let due = all.filter { $0.rest.due.map { $0 <= instant } ?? false }
      return Array(due.sorted { ($0.rest.due ?? .latest, $0.id) < ($1.rest.due ?? .latest, $1.id) }.prefix(limit))
    case .expired(let instant, let limit):
      let expired = all.filter { $0.rest.expires.map { $0 <= instant } ?? false }
      return Array(expired.sorted { ($0.rest.expires ?? .latest, $0.id) < ($1.rest.expires ?? .latest, $1.id) }.prefix(limit))
    }
  }

  public func journal(of thread: ThreadID, newest limit: Int) -> [JournalEntry] { kept[thread]?.journal.suffix(limit) ?? [] }

  /// All of it. (It is `async` so that it goes before the one that every archive has, which may fail.)
  public func journal(of thread: ThreadID) async -> [JournalEntry] { journal(of: thread, newest: .max) }

  public func keep(_ sources: GraphSources) { graphs[sources.fingerprint] = sources }

  public func sources(of fingerprint: Fingerprint) -> GraphSources? { graphs[fingerprint] }

  public func threads() -> [ThreadID] { kept.filter { !$0.value.journal.isEmpty }.keys.sorted() }
}

extension InMemoryCheckpointStore.Thread {
  /// - Parameter turn: which turn an input of the commit began.
  fileprivate mutating func index(_ record: JournalRecord, turn: ReplyID?) {
    if !record.occasions.isEmpty, let turn { occasions[turn] = record.occasions }
    switch record {
    case .segment(let segment):
      guard let reply = segment.reply else { return }
      for input in (reply.answers.map { [.message($0)] } ?? []) + (occasions.removeValue(forKey: reply.id) ?? []) {
        replies[input] = replies[input] ?? reply
      }
      undelivered.append(reply)
    case .delivered(let reply, _): undelivered.removeAll { $0.id == reply }
    case .began, .heard, .result, .timer, .event, .staff: break
    }
  }
}

extension JournalRecord {
  /// What brings a turn about and has an id of its own, beside the message that its reply answers.
  package var occasions: [InputID] {
    switch self {
    case .heard(let message): (message.gathered ?? []).map(InputID.message)
    case .event(let event): [.event(event.id)]
    case .staff(let action): [.staff(action.id)]
    case .began, .result, .segment, .delivered, .timer: []
    }
  }
}

extension JournalRecord.Segment {
  /// The reply that the segment's turn ended with; nil where a write came next.
  package var reply: Reply? {
    guard case .reply(let reply) = effects.last else { return nil }
    return reply
  }
}
