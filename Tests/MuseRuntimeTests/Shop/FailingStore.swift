import MuseDefinition
import MuseInterpreter
import MuseRuntime

/// A store whose n-th append goes wrong.
actor FailingStore: CheckpointStore, ThreadArchive {
  enum Trouble: Hashable, CaseIterable {
    /// Nothing is stored, and the caller is told so.
    case refuses
    /// It is stored, and the caller is told that it is not.
    case loses
    /// The process is killed before it is stored: from there on nothing works.
    case killsBefore
    /// The process is killed after it is stored.
    case killsAfter
  }

  private let inner: any CheckpointStore & ThreadArchive
  private let trouble: Trouble
  private let at: Int
  private(set) var appends = 0
  private(set) var isDead = false

  init(_ inner: any CheckpointStore & ThreadArchive, _ trouble: Trouble, at: Int) {
    self.inner = inner
    self.trouble = trouble
    self.at = at
  }

  func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure) {
    try live()
    appends += 1
    guard appends == at else { return try await inner.append(commit, to: thread) }
    switch trouble {
    case .refuses: break
    case .loses: try await inner.append(commit, to: thread)
    case .killsBefore: isDead = true
    case .killsAfter:
      isDead = true
      try await inner.append(commit, to: thread)
    }
    throw .unavailable(reason: "trouble")
  }

  private func live() throws(StoreFailure) {
    if isDead { throw .unavailable(reason: "dead") }
  }

  func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread? {
    try live()
    return try await inner.load(thread)
  }

  func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    try live()
    return try await inner.answer(to: input, in: thread)
  }

  func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread] {
    try live()
    return try await inner.find(wanted)
  }

  func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry] {
    try await inner.journal(of: thread, newest: limit)
  }
  func keep(_ sources: GraphSources) async throws(StoreFailure) { try await inner.keep(sources) }
  func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources? {
    try await inner.sources(of: fingerprint)
  }
  func threads() async throws(StoreFailure) -> [ThreadID] { try await inner.threads() }
}
