public import MuseDefinition
public import MuseInterpreter

/// Threads that live as long as the process: for `chat`, scenarios and tests.
public actor InMemoryCheckpointStore: CheckpointStore, ThreadArchive {
  fileprivate struct Thread {
    var journal: [JournalEntry] = []
    var checkpoints: [Checkpoint] = []
    var replies: [MessageID: Reply] = [:]
    var undelivered: [Reply] = []
  }

  private var kept: [ThreadID: Thread] = [:]
  private var graphs: [Fingerprint: GraphSources] = [:]

  public init() {}

  public func append(_ commit: Commit, to thread: ThreadID) throws(StoreFailure) {
    var changed = kept[thread] ?? Thread()
    guard commit.first == changed.journal.count + 1 else {
      throw .unavailable(reason: "Record \(commit.first) is not the next one of its thread.")
    }
    for record in commit.records {
      changed.journal.append(JournalEntry(number: changed.journal.count + 1, record: record))
      changed.index(record)
    }
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
      later: Array(stored.journal.dropFirst(checkpoint?.record ?? 0)),
      undelivered: stored.undelivered.suffix(StoredThread.undeliveredLimit),
      nextRecord: stored.journal.count + 1)
  }

  public func answer(to message: MessageID, in thread: ThreadID) -> Reply? { kept[thread]?.replies[message] }

  public func unfinished() -> [ThreadID] {
    kept.filter { $0.value.checkpoints.last?.state.isWorking == true }.keys.sorted()
  }

  public func journal(of thread: ThreadID) -> [JournalEntry] { kept[thread]?.journal ?? [] }

  public func keep(_ sources: GraphSources) { graphs[sources.fingerprint] = sources }

  public func sources(of fingerprint: Fingerprint) -> GraphSources? { graphs[fingerprint] }

  public func threads() -> [ThreadID] { kept.keys.sorted() }
}

extension InMemoryCheckpointStore.Thread {
  fileprivate mutating func index(_ record: JournalRecord) {
    switch record {
    case .segment(let segment):
      guard let reply = segment.reply else { return }
      if let message = reply.answers { replies[message] = reply }
      undelivered.append(reply)
    case .delivered(let reply, _): undelivered.removeAll { $0.id == reply }
    case .began, .heard, .result, .timer, .event, .staff: break
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
