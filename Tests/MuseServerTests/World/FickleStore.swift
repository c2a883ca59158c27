import MuseDefinition
import MuseInterpreter
import MuseRuntime
import Synchronization

/// A store that can be taken away and given back.
final class FickleStore: CheckpointStore, ThreadArchive {
  private let inner = InMemoryCheckpointStore()
  private let isGone = Mutex(false)

  func setGone(_ isGone: Bool) { self.isGone.withLock { $0 = isGone } }

  private func check() throws(StoreFailure) {
    if isGone.withLock({ $0 }) { throw .unavailable(reason: "gone") }
  }

  func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure) {
    try check()
    try await inner.append(commit, to: thread)
  }

  func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread? {
    try check()
    return await inner.load(thread)
  }

  func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    try check()
    return await inner.answer(to: input, in: thread)
  }

  func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread] { await inner.find(wanted) }
  func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry] {
    await inner.journal(of: thread, newest: limit)
  }
  func keep(_ sources: GraphSources) async throws(StoreFailure) { await inner.keep(sources) }
  func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources? { await inner.sources(of: fingerprint) }
  func threads() async throws(StoreFailure) -> [ThreadID] { await inner.threads() }
}
