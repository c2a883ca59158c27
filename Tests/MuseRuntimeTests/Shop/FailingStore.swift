import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime

/// A store whose n-th call goes wrong: of its appends, or of all that turns ask of it.
actor FailingStore: CheckpointStore, ThreadArchive, ThreadRetention {
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

  enum Counting: Hashable {
    case appends
    /// Loading, looking for earlier replies and for threads, forgetting, and the sources of older graphs count, too.
    case everything
  }

  private let inner: any CheckpointStore & ThreadArchive & ThreadRetention
  private let trouble: Trouble
  private let counting: Counting
  private let at: Int
  private(set) var appends = 0
  private var calls = 0
  private(set) var isDead = false

  init(
    _ inner: any CheckpointStore & ThreadArchive & ThreadRetention, _ trouble: Trouble, at: Int, of counting: Counting = .appends
  ) {
    self.inner = inner
    self.trouble = trouble
    self.counting = counting
    self.at = at
  }

  private func pass<Value: Sendable>(
    isAppend: Bool = false, _ call: () async throws(StoreFailure) -> Value
  ) async throws(StoreFailure) -> Value {
    guard !isDead else { throw .unavailable(reason: "dead") }
    if isAppend { appends += 1 }
    if isAppend || counting == .everything { calls += 1 }
    guard calls == at, isAppend || counting == .everything else { return try await call() }
    switch trouble {
    case .refuses: break
    case .loses: _ = try await call()
    case .killsBefore: isDead = true
    case .killsAfter:
      isDead = true
      _ = try await call()
    }
    throw .unavailable(reason: "trouble")
  }

  func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure) {
    try await pass(isAppend: true) { () async throws(StoreFailure) in try await inner.append(commit, to: thread) }
  }

  func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread? {
    try await pass { () async throws(StoreFailure) in try await inner.load(thread) }
  }

  func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    try await pass { () async throws(StoreFailure) in try await inner.answer(to: input, in: thread) }
  }

  func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread] {
    try await pass { () async throws(StoreFailure) in try await inner.find(wanted) }
  }

  func forget(_ thread: ThreadID, expiredBy now: Instant) async throws(StoreFailure) -> Bool {
    try await pass { () async throws(StoreFailure) in try await inner.forget(thread, expiredBy: now) }
  }

  func erase(_ thread: ThreadID) async throws(StoreFailure) -> Bool {
    try await pass { () async throws(StoreFailure) in try await inner.erase(thread) }
  }

  func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources? {
    try await pass { () async throws(StoreFailure) in try await inner.sources(of: fingerprint) }
  }

  // What only tests and starts ask for.

  func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry] {
    try await inner.journal(of: thread, newest: limit)
  }
  func keep(_ sources: GraphSources) async throws(StoreFailure) { try await inner.keep(sources) }
  func threads() async throws(StoreFailure) -> [ThreadID] { try await inner.threads() }
}
