public import MuseDefinition
import MuseInterpreter

/// A thread's whole journal with the sources of its graphs, as lines of JSON: what `replay` reads and a bug report carries.
///
/// The first line names the thread; then come the sources, the records in order, and the newest checkpoint.
public struct JournalFile: Hashable, Sendable {
  public static let format = 1

  public var thread: ThreadID
  public var sources: [GraphSources]
  public var journal: [JournalEntry]
  public var checkpoint: Checkpoint?

  public init(thread: ThreadID, sources: [GraphSources], journal: [JournalEntry], checkpoint: Checkpoint?) {
    self.thread = thread
    self.sources = sources
    self.journal = journal
    self.checkpoint = checkpoint
  }

  /// Reads it out of a store.
  public static func of(
    _ thread: ThreadID, store: any CheckpointStore, archive: any ThreadArchive
  ) async throws(StoreFailure) -> JournalFile {
    let journal = try await archive.journal(of: thread)
    var sources: [GraphSources] = []
    for fingerprint in Set(journal.compactMap(\.record.fingerprint)).sorted() {
      if let kept = try await archive.sources(of: fingerprint) { sources.append(kept) }
    }
    let checkpoint = try await store.load(thread)?.checkpoint
    return JournalFile(thread: thread, sources: sources, journal: journal, checkpoint: checkpoint)
  }
}

extension JournalFile {
  /// Why a file is no journal: a sentence with the line's number.
  public struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
    public var line: Int
    public var reason: String

    public var description: String { "Line \(line) of the journal cannot be read: \(reason)" }
  }

  private struct Head: Codable {
    var journal: Int
    var thread: ThreadID
  }

  /// One line: exactly one of these.
  private struct Line: Codable {
    var head: Head?
    var sources: GraphSources?
    var entry: JournalEntry?
    var checkpoint: Checkpoint?
  }

  /// The file's text, ending in a line end.
  public func lines() throws -> String {
    var lines = [Line(head: Head(journal: JournalFile.format, thread: thread))]
    lines += sources.map { Line(sources: $0) }
    lines += journal.map { Line(entry: $0) }
    if let checkpoint { lines.append(Line(checkpoint: checkpoint)) }
    return try lines.map { try CanonicalJSON.text(of: $0) + "\n" }.joined()
  }

  public init(lines text: String) throws(Malformed) {
    self.init(thread: "", sources: [], journal: [], checkpoint: nil)
    for (index, line) in text.split(separator: "\n").enumerated() {
      do {
        try take(try CanonicalJSON.value(Line.self, from: String(line)), isFirst: index == 0)
      } catch {
        throw Malformed(line: index + 1, reason: "\(error)")
      }
    }
  }

  private mutating func take(_ line: Line, isFirst: Bool) throws {
    if isFirst {
      guard let head = line.head, head.journal <= JournalFile.format else {
        throw Malformed(line: 1, reason: "It does not begin as a journal that this build can read.")
      }
      thread = head.thread
    }
    if let source = line.sources { sources.append(source) }
    if let entry = line.entry { journal.append(entry) }
    if let found = line.checkpoint { checkpoint = found }
  }
}
