import GRDB
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

  public func answer(to message: MessageID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    try await read { try ThreadRows(thread, $0).answer(to: message) }
  }

  public func unfinished() async throws(StoreFailure) -> [ThreadID] {
    try await read { database in
      try String.fetchAll(database, sql: "SELECT id FROM thread WHERE pending ORDER BY id").map { ThreadID(rawValue: $0) }
    }
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(StoreFailure) -> Value {
    do {
      return try await pool.read(work)
    } catch {
      throw storeFailure(error)
    }
  }
}
