import GRDB
import MuseRuntime
import Synchronization

/// Writes in the order of the calls. Those that wait while a transaction runs share the next one, and with it one flush to the
/// disk.
actor GroupWriter {
  private struct Part: Sendable {
    let run: @Sendable (Database) -> Void
    /// Called when the transaction is through, or has failed.
    let settle: @Sendable (StoreFailure?) -> Void
  }

  private static let partsAtOnce = 256

  private let pool: DatabasePool
  private var waiting: [Part] = []
  private var worker: Task<Void, Never>?

  init(pool: DatabasePool) { self.pool = pool }

  /// Runs `work` in a savepoint of its own, so that it fails alone. Returns when it is on the disk.
  func write<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreFailure) -> Value {
    let promise = Promise<Result<Value, StoreFailure>>()
    let outcome = Outcome<Value>()
    waiting.append(
      Part(
        run: { database in outcome.set(inSavepoint(of: database, work)) },
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
    do {
      try await pool.write { database in
        for part in parts { part.run(database) }
      }
      return nil
    } catch {
      return storeFailure(error)
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
  of database: Database, _ work: (Database) throws -> Value
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
    return .failure(storeFailure(error))
  }
}
