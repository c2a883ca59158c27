import GRDB
import MuseRuntime

/// Threads, graphs and calendars in one SQLite file.
///
/// ```swift
/// let store = try SQLiteStore(path: "musegraph.sqlite")
/// ```
/// What it returned from is on the disk (WAL with `synchronous = FULL`). Appends that come at the same time share one transaction.
/// Records and checkpoints are JSON, readable with the `sqlite3` tool:
/// `select number, json from record where thread = 'alice-1'`.
public final class SQLiteStore: Sendable {
  let pool: DatabasePool
  let writer: GroupWriter

  /// Opens the file, or makes it with its folder; only its owner may read it.
  ///
  /// - Throws: `SQLiteStoreError`
  public init(path: String) throws(SQLiteStoreError) {
    do {
      try SQLiteFile.prepare(path)
      pool = try DatabasePool(path: path, configuration: SQLiteFile.configuration)
      try SQLiteSchema.migrate(pool)
    } catch let error as SQLiteStoreError {
      throw error
    } catch {
      throw .cannotOpen(path: path, reason: reason(of: error))
    }
    writer = GroupWriter(pool: pool)
  }

  /// Closes the file. Calls that come later fail with `unavailable`.
  public func close() throws(SQLiteStoreError) {
    do {
      try pool.close()
    } catch {
      throw .cannotOpen(path: pool.path, reason: reason(of: error))
    }
  }
}

/// Why a store could not be opened: a sentence, and what to do.
public enum SQLiteStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  /// Written by a newer build.
  case newerFormat(path: String, format: Int, known: Int)
  /// A SQLite file of another program.
  case foreign(path: String)

  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "The store “\(path)” cannot be opened: \(reason). Check that the folder exists and may be written to."
    case .newerFormat(let path, let format, let known):
      "The store “\(path)” has format \(format), and this build knows up to \(known). Use a newer build, or another file."
    case .foreign(let path):
      "The file “\(path)” is a database of another program. Name another file for the store."
    }
  }
}
