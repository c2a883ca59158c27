import GRDB
public import MuseExpression
public import MuseInterpreter
public import MuseRuntime

extension SQLiteStore: CheckpointStore {
  public func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure) {
    let rows: CommitRows
    do {
      rows = try CommitRows(commit)
    } catch {
      throw .unavailable(reason: "The segment cannot be encoded: \(error)")
    }
    try await writer.write { database in try ThreadRows(thread, database).append(rows) }
  }

  public func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread? {
    guard let (stored, unreadable) = try await read({ try ThreadRows(thread, $0).load() }) else { return nil }
    if !unreadable.isEmpty {
      // Where it cannot be written down now, the next load does it.
      try? await writer.write { database in try ThreadRows(thread, database).setAside(unreadable) }
    }
    return stored
  }

  public func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    try await read { try ThreadRows(thread, $0).answer(to: input) }
  }

  public func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, pending, due, queue, expires FROM thread WHERE \(wanted.condition)",
        arguments: wanted.arguments
      ).map { row in
        RestingThread(
          id: ThreadID(rawValue: row["id"]),
          rest: Rest(
            isWorking: row["pending"], due: (row["due"] as Int64?).map { Instant(millisecondsSince1970: $0) },
            queue: row["queue"], expires: (row["expires"] as Int64?).map { Instant(millisecondsSince1970: $0) }))
      }
    }
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(StoreFailure) -> Value {
    do {
      return try await pool.read(work)
    } catch {
      throw files.failure(of: error)
    }
  }
}

extension SQLiteStore: ThreadRetention {
  public func forget(_ thread: ThreadID, expiredBy now: Instant) async throws(StoreFailure) -> Bool {
    try await writer.write { database in try ThreadRows(thread, database).forget(expiredBy: now) }
  }

  public func erase(_ thread: ThreadID) async throws(StoreFailure) -> Bool {
    try await writer.write { database in try ThreadRows(thread, database).erase() }
  }
}

extension WantedThreads {
  /// A condition that an index covers, with the order.
  fileprivate var condition: String {
    switch self {
    case .working: "pending ORDER BY id"
    case .due: "due <= ? ORDER BY due, id LIMIT ?"
    case .handedOff: "queue IS NOT NULL ORDER BY id"
    case .expired: "expires <= ? ORDER BY expires, id LIMIT ?"
    }
  }

  fileprivate var arguments: StatementArguments {
    switch self {
    case .working, .handedOff: []
    case .due(let instant, let limit), .expired(let instant, let limit): [instant.milliseconds, limit]
    }
  }
}
