import Foundation
import GRDB

/// The file on the disk.
enum SQLiteFile {
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "musegraph.store"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Makes the folder and an empty file that only its owner may read; SQLite gives its WAL the same rights.
  static func prepare(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    // Whoever made it in the meantime has made it; any other failure shows when it is opened.
    if descriptor >= 0 { close(descriptor) }
  }
}
