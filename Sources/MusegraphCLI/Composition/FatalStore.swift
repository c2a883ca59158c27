import ArgumentParser
import Foundation
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Synchronization

/// `--test-stop-at-store-call`: which call of the store is the process's last.
struct FatalStoreCall {
  /// Counted from 1 over all calls, as they come.
  var number: Int
  /// It is let through first.
  var isLetThrough: Bool

  static func read(_ text: String) throws -> FatalStoreCall {
    let digits = text.hasSuffix("+") ? text.dropLast() : text[...]
    guard let number = Int(digits), number > 0 else { throw ValidationError("Write a number from 1 on, like 12, or 12+.") }
    return FatalStoreCall(number: number, isLetThrough: text.hasSuffix("+"))
  }
}

/// A store at whose n-th call the process ends as `kill -9` ends it: for tests that run a server into every such end.
final class FatalStore: CheckpointStore, ThreadArchive, ThreadRetention, CalendarStore {
  private let stores: Stores
  private let fatal: FatalStoreCall
  private let calls = Mutex(0)

  private init(_ stores: Stores, _ fatal: FatalStoreCall) {
    self.stores = stores
    self.fatal = fatal
  }

  static func around(_ stores: Stores, _ fatal: FatalStoreCall) -> Stores {
    let store = FatalStore(stores, fatal)
    return Stores(
      checkpoints: store, archive: store, retention: store, calendars: store, isReady: stores.isReady, close: stores.close)
  }

  private func pass<Value: Sendable>(
    _ call: () async throws(StoreFailure) -> Value
  ) async throws(StoreFailure) -> Value {
    let number = calls.withLock { calls in
      calls += 1
      return calls
    }
    guard number == fatal.number else { return try await call() }
    if !fatal.isLetThrough { die() }
    let value = try await call()
    die()
    return value
  }

  private func die() { kill(getpid(), SIGKILL) }

  // MARK: The ports

  func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure) {
    try await pass { () async throws(StoreFailure) in try await stores.checkpoints.append(commit, to: thread) }
  }

  func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread? {
    try await pass { () async throws(StoreFailure) in try await stores.checkpoints.load(thread) }
  }

  func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    try await pass { () async throws(StoreFailure) in try await stores.checkpoints.answer(to: input, in: thread) }
  }

  func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread] {
    try await pass { () async throws(StoreFailure) in try await stores.checkpoints.find(wanted) }
  }

  func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry] {
    try await pass { () async throws(StoreFailure) in try await stores.archive.journal(of: thread, newest: limit) }
  }

  func keep(_ sources: GraphSources) async throws(StoreFailure) {
    try await pass { () async throws(StoreFailure) in try await stores.archive.keep(sources) }
  }

  func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources? {
    try await pass { () async throws(StoreFailure) in try await stores.archive.sources(of: fingerprint) }
  }

  func threads() async throws(StoreFailure) -> [ThreadID] {
    try await pass { () async throws(StoreFailure) in try await stores.archive.threads() }
  }

  func forget(_ thread: ThreadID, expiredBy now: Instant) async throws(StoreFailure) -> Bool {
    try await pass { () async throws(StoreFailure) in try await stores.retention.forget(thread, expiredBy: now) }
  }

  func erase(_ thread: ThreadID) async throws(StoreFailure) -> Bool {
    try await pass { () async throws(StoreFailure) in try await stores.retention.erase(thread) }
  }

  func events(of owner: OwnerID) async throws(StoreFailure) -> [CalendarEvent] {
    try await pass { () async throws(StoreFailure) in try await stores.calendars.events(of: owner) }
  }

  func update(
    _ owner: OwnerID, key: String, change: @escaping @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(StoreFailure) -> CalendarReceipt {
    try await pass { () async throws(StoreFailure) in try await stores.calendars.update(owner, key: key, change: change) }
  }
}
