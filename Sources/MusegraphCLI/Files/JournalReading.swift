import MuseRuntime

/// Reads journal files.
enum JournalReading {
  /// A journal grows with its conversation.
  private static let largest = 1 << 30

  static func file(_ path: String) throws -> JournalFile {
    let text = try TextFile.text(of: path, atMost: largest)
    do {
      return try JournalFile(lines: text)
    } catch {
      throw CommandFailure(
        .usage, "'\(path)' is no whole journal. \(error) 'musegraph journal' and 'musegraph chat --journal' write one.")
    }
  }
}
