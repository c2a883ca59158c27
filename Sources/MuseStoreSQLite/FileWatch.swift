import Foundation
import GRDB
import MuseRuntime
import Synchronization

/// Whether the files of an open store are still the ones at their paths, and sound.
///
/// SQLite goes on writing into a file that was deleted, and what it writes is gone with the process: so this is asked before each
/// transaction, and after it, before its writers hear of it.
final class FileWatch: Sendable {
  private struct Identity: Hashable {
    var device: UInt64
    var node: UInt64

    /// Nil: nothing lies there.
    init?(_ path: String) {
      var found = stat()
      guard stat(path, &found) == 0 else { return nil }
      device = UInt64(found.st_dev)
      node = UInt64(found.st_ino)
    }
  }

  /// The database and its WAL, as they were opened.
  private let opened: [(path: String, identity: Identity?)]
  private let damage = Mutex<String?>(nil)

  init(path: String) { opened = [path, path + "-wal"].map { ($0, Identity($0)) } }

  static let advice = "Its file was moved, deleted or replaced. Put it back, or start the server anew"

  /// Somebody has moved, deleted or replaced them.
  var areAway: Bool { !opened.allSatisfy { Identity($0.path) == $0.identity } }

  /// What SQLite found wrong with the file; nil: nothing yet. It stays until the store is opened anew, which mends it.
  var damageFound: String? { damage.withLock { $0 } }

  /// The error in the port's words; that the file is damaged is remembered.
  func failure(of error: any Error) -> StoreFailure {
    if let error = error as? DatabaseError, error.isDamage { damage.withLock { $0 = $0 ?? reason(of: error) } }
    return storeFailure(error)
  }
}

extension DatabaseError {
  /// What lies in the file is not what SQLite wrote.
  var isDamage: Bool {
    switch resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: true
    default: false
    }
  }

  /// Whoever tries it again has the same trouble.
  var isOfWholeFile: Bool {
    switch resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN: true
    default: false
    }
  }
}
