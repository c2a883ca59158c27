import Foundation
import GRDB

/// Saves what can be read of a damaged file.
///
/// Each table is read from its beginning until a page cannot be read, and then from its end; then thread by thread. Kills at any
/// moment leave either the damaged file or the mended one in its place, and never none.
struct SQLiteMender {
  let path: String

  /// In the making; thrown away by the next start.
  private var making: String { path + ".mending" }
  /// Whole, and not in its place yet.
  private var made: String { path + ".mended" }

  func run() throws -> SQLiteStore.Mending? {
    if exists(made) {
      return SQLiteStore.Mending(damage: "It was found by an earlier start.", aside: try putInPlace(), torn: [])
    }
    guard exists(path), let damage = try SQLiteFile.damage(of: path) else { return nil }
    let source = try DatabaseQueue(path: path, configuration: lenient)
    guard try isStore(source) else { return nil }
    let torn = try save(source)
    try source.close()
    return SQLiteStore.Mending(damage: damage, aside: try putInPlace(), torn: torn)
  }

  /// Takes a file that has lost its end for what is left of it (https://www.sqlite.org/pragma.html#pragma_writable_schema).
  private var lenient: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    return configuration
  }

  private func isStore(_ source: DatabaseQueue) throws -> Bool {
    try source.read { database in
      let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      return owner == SQLiteSchema.application && format <= SQLiteSchema.format
    }
  }

  /// - Returns: the tables that have lost rows.
  private func save(_ source: DatabaseQueue) throws -> [String] {
    for suffix in ["", "-wal", "-shm"] { try remove(making + suffix) }
    let target = try SQLiteStore(path: making)
    let torn = try target.pool.write { database in
      let salvage = SQLiteSalvage(source: source, target: database)
      return try salvage.run()
    }
    // The file goes where it goes without its WAL.
    _ = try target.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try target.close()
    for suffix in ["-wal", "-shm"] { try remove(making + suffix) }
    try FileManager.default.moveItem(atPath: making, toPath: made)
    return torn
  }

  // MARK: Files

  /// The damaged file first gets a second name, then the mended one takes the first.
  private func putInPlace() throws -> String {
    let aside = (1...).lazy.map { "\(path).damaged-\($0)" }.first { !exists($0) } ?? path + ".damaged"
    for suffix in ["", "-wal"] where exists(path + suffix) {
      try FileManager.default.linkItem(atPath: path + suffix, toPath: aside + suffix)
    }
    // What was written to the damaged file must never be read into the new one.
    for suffix in ["-wal", "-shm"] { try remove(path + suffix) }
    guard rename(made, path) == 0 else {
      throw SQLiteStoreError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    SQLiteFile.flush(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    return aside
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func remove(_ path: String) throws { if exists(path) { try FileManager.default.removeItem(atPath: path) } }
}
