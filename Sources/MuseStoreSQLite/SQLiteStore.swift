import GRDB
import MuseRuntime

/// Threads, graphs and calendars in one SQLite file.
///
/// ```swift
/// let store = try SQLiteStore(path: "musegraph.sqlite")
/// ```
/// What it returned from is as safe as its durability says: by default it is on the disk. Appends that come at the same time share
/// one transaction. Records and checkpoints are JSON, readable with the `sqlite3` tool:
/// `select number, json from record where thread = 'alice-1'`.
public final class SQLiteStore: Sendable {
  let pool: DatabasePool
  let writer: GroupWriter
  let files: FileWatch

  /// Opens the file, or makes it with its folder; only its owner may read it.
  ///
  /// - Throws: `SQLiteStoreError`
  public init(
    path: String, durability: Durability = .full, observe: @escaping TransactionObserver = { _ in }
  ) throws(SQLiteStoreError) {
    do {
      try SQLiteFile.prepare(path)
      pool = try SQLiteFile.open(path, durability)
      try SQLiteSchema.migrate(pool)
    } catch let error as SQLiteStoreError {
      throw error
    } catch {
      throw SQLiteStoreError(error, path: path)
    }
    files = FileWatch(path: path)
    writer = GroupWriter(pool: pool, files: files, durability: durability, observe: observe)
  }

  /// Writes, to see at a start whether that can be done.
  ///
  /// - Throws: `SQLiteStoreError`
  public func probe() throws(SQLiteStoreError) {
    do {
      try pool.write { try SQLiteSchema.probe($0) }
    } catch {
      throw SQLiteStoreError(error, path: pool.path)
    }
  }

  /// Whether writes are stored: whoever asks often does not write often. It waits two seconds at most.
  public func isReady() async -> Bool {
    await first(within: .seconds(2), by: SystemTimeSource()) { [writer] in await writer.isReady() } ?? false
  }

  /// For tests: what the writer's connection has (`PRAGMA synchronous`).
  package func synchronous() throws -> Int {
    try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// For tests: a disk that is full when the file has so many pages.
  package func limit(pages: Int) throws {
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
  }

  /// Closes the file: all of it is in the one file then, and flushed, unless somebody else reads it. Calls that come later fail with `unavailable`.
  public func close() throws(SQLiteStoreError) {
    do {
      // Where another process reads, what is left stays in the WAL, as safe as it was.
      _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try pool.close()
    } catch {
      throw .cannotOpen(path: pool.path, reason: reason(of: error))
    }
  }
}
