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

    public var description: String { "Line \(line) cannot be read: \(reason)" }
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
    let lines = text.split(separator: "\n")
    guard let first = lines.first, let head = Self.line(first)?.head else {
      throw Malformed(line: 1, reason: "it does not begin as a journal does.")
    }
    guard head.journal <= JournalFile.format else {
      throw Malformed(
        line: 1, reason: "it is of format \(head.journal), and this build reads formats up to \(JournalFile.format).")
    }
    thread = head.thread
    for (index, text) in lines.enumerated() {
      guard let line = Self.line(text) else { throw Malformed(line: index + 1, reason: "it was cut off or changed.") }
      take(line)
    }
  }

  /// Nil where it is none; what the decoder has to say of it helps nobody.
  private static func line(_ text: Substring) -> Line? { try? CanonicalJSON.value(Line.self, from: String(text)) }

  private mutating func take(_ line: Line) {
    if let source = line.sources { sources.append(source) }
    if let entry = line.entry { journal.append(entry) }
    if let found = line.checkpoint { checkpoint = found }
  }
}
