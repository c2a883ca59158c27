import Foundation
import MuseSource

/// Reads files that people wrote.
enum TextFile {
  /// A graph or a script has a fraction of it.
  static let largest = 16 << 20

  /// - Throws: `CommandFailure` in one sentence: not there, a folder, too large, no UTF-8.
  static func read(_ path: String) throws -> SourceFile {
    let text = try text(of: path)
    return SourceFile(path: path, text: text)
  }

  static func text(of path: String, atMost largest: Int = largest) throws -> String {
    switch GraphFiles.isFolder(path) {
    case nil: throw CommandFailure(.usage, "'\(path)' is not there.")
    case true?: throw CommandFailure(.usage, "'\(path)' is a folder; a file is expected.")
    case false?: break
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw CommandFailure(.usage, "'\(path)' cannot be read. Check its permissions.")
    }
    defer { try? handle.close() }  // It was only read.
    guard let bytes = bytes(of: handle, atMost: largest) else { throw CommandFailure(.usage, "'\(path)' cannot be read.") }
    guard bytes.count <= largest else {
      throw CommandFailure(.usage, "'\(path)' is larger than \(largest >> 20) MiB.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.usage, "'\(path)' is not UTF-8 text. Save it as UTF-8.")
    }
    return text
  }

  /// For what is written when all is over: better to hear it before.
  ///
  /// - Throws: `CommandFailure` where `write` would.
  static func checkThatItCanBeWritten(_ path: String) throws {
    let isThere = GraphFiles.isFolder(path)
    let written = isThere == nil ? GraphFiles.folder(of: path) : path
    guard isThere != true, FileManager.default.isWritableFile(atPath: written) else { throw cannotBeWritten(path) }
  }

  static func write(_ text: String, to path: String) throws {
    do {
      let url = URL(filePath: path)
      // Whole or not at all: nobody has a copy of what an author wrote. A device, such as /dev/stdout, cannot be replaced.
      let isDevice = path.hasPrefix("/dev/")
      try Data(text.utf8).write(to: isDevice ? url : url.resolvingSymlinksInPath(), options: isDevice ? [] : .atomic)
    } catch {
      throw cannotBeWritten(path)
    }
  }

  private static func cannotBeWritten(_ path: String) -> CommandFailure {
    CommandFailure(.usage, "'\(path)' cannot be written. Check that its folder is there and may be written to.")
  }

  /// Up to one byte more than the largest file; a pipe gives its bytes piece by piece. Nil: reading failed.
  private static func bytes(of handle: FileHandle, atMost largest: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= largest {
      do {
        guard let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty else { break }
        bytes += piece
      } catch {
        return nil
      }
    }
    return bytes
  }
}
