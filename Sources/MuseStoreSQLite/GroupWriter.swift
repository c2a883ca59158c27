import GRDB
import MuseRuntime
import Synchronization

/// Writes in the order of the calls. Those that wait while a transaction runs share the next one, and with it one flush to the
/// disk.
actor GroupWriter {
  private struct Part: Sendable {
    let run: @Sendable (Database) throws -> Void
    /// In a savepoint of its own, so that it fails alone.
    let runApart: @Sendable (Database) -> Void
    /// Called when the transaction is through, or has failed.
    let settle: @Sendable (StoreFailure?) -> Void
  }

  private static let partsAtOnce = 256
  /// For so long a write that went well says that the next one will.
  private static let trust = Duration.seconds(5)

  private let pool: DatabasePool
  private let files: FileWatch
  private let durability: SQLiteStore.Durability
  private let observe: SQLiteStore.TransactionObserver
  private var waiting: [Part] = []
  private var worker: Task<Void, Never>?
  /// When the newest transaction was through; nil: it failed, or there was none.
  private var lastSuccess: ContinuousClock.Instant?
  private var probe: Task<Bool, Never>?

  init(
    pool: DatabasePool, files: FileWatch, durability: SQLiteStore.Durability, observe: @escaping SQLiteStore.TransactionObserver
  ) {
    self.pool = pool
    self.files = files
    self.durability = durability
    self.observe = observe
  }

  /// Runs `work` in a transaction with others; where it fails, it fails alone. Returns when it is as safe as the durability says.
  ///
  /// - Parameter work: run again where another one that shared the transaction has failed.
  func write<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreFailure) -> Value {
    let promise = Promise<Result<Value, StoreFailure>>()
    let outcome = Outcome<Value>()
    waiting.append(
      Part(
        run: { database in outcome.set(.success(try work(database))) },
        runApart: { [files] database in outcome.set(inSavepoint(of: database, files, work)) },
        settle: { failure in promise.fulfil(outcome.settled(failure)) }))
    if worker == nil { worker = Task { await drain() } }
    return try await promise.value().get()
  }

  private func drain() async {
    while !waiting.isEmpty {
      let parts = Array(waiting.prefix(GroupWriter.partsAtOnce))
      waiting.removeFirst(parts.count)
      let failure = await write(parts)
      for part in parts { part.settle(failure) }
    }
    worker = nil
  }

  private func write(_ parts: [Part]) async -> StoreFailure? {
    let start = ContinuousClock.now
    let failure = await transact(parts)
    let end = ContinuousClock.now
    lastSuccess = failure == nil ? end : nil
    observe(
      SQLiteStore.Transaction(
        writes: parts.count, duration: start.duration(to: end), flushes: durability == .full ? 1 : 0, failure: failure))
    return failure
  }

  private func transact(_ parts: [Part]) async -> StoreFailure? {
    if files.areAway { return .unavailable(reason: FileWatch.advice) }
    do {
      try await pool.write { database in
        for part in parts { try part.run(database) }
      }
      return files.areAway ? .uncertain(reason: FileWatch.advice) : nil
    } catch let error as DatabaseError where error.isOfWholeFile {
      return files.failure(of: error)
    } catch {
      return await transactApart(parts)
    }
  }

  /// Savepoints cost, and seldom does a part fail: so they are made where one has.
  private func transactApart(_ parts: [Part]) async -> StoreFailure? {
    do {
      try await pool.write { database in
        for part in parts {
          part.runApart(database)
          // A disk that is full may end the transaction for all: nobody may write on without one.
          guard database.isInsideTransaction else { throw StoreFailure.unavailable(reason: "The transaction was broken off") }
        }
      }
      return files.areAway ? .uncertain(reason: FileWatch.advice) : nil
    } catch {
      return files.failure(of: error)
    }
  }

  // MARK: Health

  /// Whether writes reach the disk: the newest did, a short while ago, or one that is made to see does.
  func isReady() async -> Bool {
    guard files.damageFound == nil else { return false }
    if let lastSuccess, lastSuccess.duration(to: .now) < GroupWriter.trust { return !files.areAway }
    let probe = self.probe ?? Task { await isProbeStored() }
    self.probe = probe
    return await probe.value
  }

  private func isProbeStored() async -> Bool {
    defer { probe = nil }
    do throws(StoreFailure) {
      try await write { database in try SQLiteSchema.probe(database) }
      return files.damageFound == nil
    } catch {
      return false
    }
  }
}

/// What a part came to, until its transaction is through.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, StoreFailure>>(.failure(.unavailable(reason: "The transaction did not come to it.")))

  func set(_ result: Result<Value, StoreFailure>) { self.result.withLock { $0 = result } }

  func settled(_ failure: StoreFailure?) -> Result<Value, StoreFailure> {
    failure.map { .failure($0) } ?? result.withLock { $0 }
  }
}

private func inSavepoint<Value>(
  of database: Database, _ files: FileWatch, _ work: (Database) throws -> Value
) -> Result<Value, StoreFailure> {
  do {
    var value: Value?
    try database.inSavepoint {
      value = try work(database)
      return .commit
    }
    guard let value else { return .failure(.unavailable(reason: "The savepoint was left early.")) }
    return .success(value)
  } catch {
    return .failure(files.failure(of: error))
  }
}
