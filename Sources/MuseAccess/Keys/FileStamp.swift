import Foundation

/// What tells whether a file is still the same one, without reading it.
public struct FileStamp: Hashable, Sendable {
  public let size: Int
  private let inode: UInt64
  private let modifiedSeconds: Int
  private let modifiedNanoseconds: Int
  private let mode: UInt32

  /// Nil where there is no file, or it may not be seen.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    modifiedSeconds = Int(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int(status.st_mtim.tv_nsec)
    mode = UInt32(status.st_mode)
  }

  /// Nobody but its owner may read or write it.
  public var isPrivate: Bool { mode & 0o077 == 0 }
}
