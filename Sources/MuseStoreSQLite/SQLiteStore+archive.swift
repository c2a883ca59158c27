import GRDB
public import MuseDefinition
public import MuseRuntime

extension SQLiteStore: ThreadArchive {
  public func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry] {
    try await read { try ThreadRows(thread, $0).journal(newest: limit) }
  }

  public func keep(_ sources: GraphSources) async throws(StoreFailure) {
    let json: String
    do {
      json = try CanonicalJSON.text(of: sources)
    } catch {
      throw .unavailable(reason: "The sources cannot be encoded: \(error)")
    }
    try await writer.write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO graph (fingerprint, json) VALUES (?, ?)",
        arguments: [sources.fingerprint.rawValue, json])
    }
  }

  public func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources? {
    let json = try await read { database in
      try String.fetchOne(
        database, sql: "SELECT json FROM graph WHERE fingerprint = ?", arguments: [fingerprint.rawValue])
    }
    guard let json else { return nil }
    do {
      return try CanonicalJSON.value(from: json)
    } catch {
      throw .unreadable(reason: "The sources of \(fingerprint) cannot be read.")
    }
  }

  public func threads() async throws(StoreFailure) -> [ThreadID] {
    try await read { database in
      try String.fetchAll(database, sql: "SELECT id FROM thread WHERE records > forgotten ORDER BY id").map {
        ThreadID(rawValue: $0)
      }
    }
  }
}
