import GRDB

/// Why a store could not be opened: a sentence, and what to do.
public enum SQLiteStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  /// It can be read and not written.
  case cannotWrite(path: String, reason: String)
  /// Another process holds it.
  case locked(path: String)
  /// Written by a newer build.
  case newerFormat(path: String, format: Int, known: Int)
  /// A SQLite file of another program.
  case foreign(path: String)
  /// Its pages are not what was written, and nothing of it could be saved.
  case damaged(path: String, reason: String)

  init(_ error: any Error, path: String) {
    let reason = MuseStoreSQLite.reason(of: error)
    guard let error = error as? DatabaseError else {
      self = .cannotOpen(path: path, reason: reason)
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR: self = .cannotWrite(path: path, reason: reason)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, reason: reason)
    default: self = .cannotOpen(path: path, reason: reason)
    }
  }

  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "The store “\(path)” cannot be opened: \(reason). Check that the folder exists and may be written to."
    case .cannotWrite(let path, let reason):
      "The store “\(path)” cannot be written to: \(reason). Give the disk room, or make the file writable, and start again."
    case .locked(let path):
      "The store “\(path)” is held by another process. End that one, or name another file for the store."
    case .newerFormat(let path, let format, let known):
      "The store “\(path)” has format \(format), and this build knows up to \(known). Use a newer build, or another file."
    case .foreign(let path):
      "The file “\(path)” is a database of another program. Name another file for the store."
    case .damaged(let path, let reason):
      """
      The store “\(path)” is damaged, and nothing of it can be read: \(reason). Put a backup in its place, or name another file for \
      the store.
      """
    }
  }
}
