import Foundation
import GRDB

/// The file on the disk.
enum SQLiteFile {
  /// A file beyond it is not read through when it is opened: that would take too long.
  private static let longestCheck = 1 << 30

  static func open(_ path: String, _ durability: SQLiteStore.Durability) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "musegraph.store"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A WAL that has grown while a reader held it up is cut again.
      try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // Not while the connection is prepared: a pool sets its writer to NORMAL after that (GRDB/Core/DatabasePool.swift).
    try pool.writeWithoutTransaction { try $0.execute(sql: durability.pragma) }
    return pool
  }

  /// Makes the folder and an empty file that only its owner may read; SQLite gives its WAL the same rights.
  static func prepare(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    // Whoever made it in the meantime has made it; any other failure shows when it is opened.
    if descriptor >= 0 { close(descriptor) }
    flush(folder: folder.path)
    flush(folder: folder.deletingLastPathComponent().path)
  }

  /// A file is found again after a power cut only where its folder was flushed, too.
  static func flush(folder: String) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// What is wrong with the file's pages; nil: nothing, or it is too long to look.
  ///
  /// - Throws: where it cannot be read at all.
  static func damage(of path: String) throws -> String? {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    guard size > 0, size < longestCheck else { return nil }
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    do {
      let found = try DatabaseQueue(path: path, configuration: configuration).read { database in
        try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
      }
      return found == "ok" ? nil : found
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return reason(of: error)
    }
  }
}
