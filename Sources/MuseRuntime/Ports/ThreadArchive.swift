public import MuseDefinition

/// What replay, the inspector and old runs read: whole journals, and every graph that a thread ever went by.
///
/// ```swift
/// try await archive.keep(sources)
/// for thread in try await archive.threads() { print(try await archive.journal(of: thread).count) }
/// ```
public protocol ThreadArchive: Sendable {
  /// The newest records, in the order of their numbers; empty for an unknown thread.
  func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry]

  /// Keeps the whole source of a graph under its fingerprint; again and again is as good as once.
  func keep(_ sources: GraphSources) async throws(StoreFailure)

  func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources?

  /// All threads, sorted.
  func threads() async throws(StoreFailure) -> [ThreadID]
}

extension ThreadArchive {
  /// All of it.
  public func journal(of thread: ThreadID) async throws(StoreFailure) -> [JournalEntry] {
    try await journal(of: thread, newest: .max)
  }
}
