import Logging
import MuseCalendars
import MuseRuntime
import MuseStoreSQLite

/// The stores that a command works on, opened.
struct Stores: Sendable {
  let checkpoints: any CheckpointStore
  let archive: any ThreadArchive
  let retention: any ThreadRetention
  let calendars: any CalendarStore
  /// Whether what is said now would be kept.
  var isReady: @Sendable () async -> Bool = { true }
  var close: @Sendable () -> Void = {}

  /// Opens a store to serve from: a damaged file is mended first, and one that cannot be written to is refused.
  ///
  /// - Throws: `CommandFailure` in one sentence.
  static func serving(
    _ choice: StoreChoice, durability: SQLiteStore.Durability, watch: StoreWatch, logger: Logger
  ) async throws -> Stores {
    guard case .sqlite(let path) = choice else { return try await open(choice) }
    do throws(SQLiteStoreError) {
      if let mending = try SQLiteStore.mend(path: path) {
        logger.critical(
          "The store was damaged: what could be read of it was saved, and the damaged file set aside",
          metadata: [
            "damage": "\(mending.damage)", "aside": "\(mending.aside)", "lossesIn": "\(mending.torn.joined(separator: ", "))",
          ])
      }
      let store = try SQLiteStore(path: path, durability: durability, observe: { watch.note($0) })
      try store.probe()
      return Stores(
        checkpoints: store, archive: store, retention: store, calendars: store, isReady: { await store.isReady() },
        // What is left of the WAL is read at the next start.
        close: { try? store.close() })
    } catch {
      throw CommandFailure(.environment, "\(error)")
    }
  }

  /// Opens a store, and makes it where it is not there yet.
  ///
  /// - Throws: `CommandFailure` in one sentence.
  static func open(_ choice: StoreChoice) async throws -> Stores {
    switch choice {
    case .memory:
      let store = InMemoryCheckpointStore()
      return Stores(checkpoints: store, archive: store, retention: store, calendars: InMemoryCalendarStore())
    case .sqlite(let path):
      do throws(SQLiteStoreError) {
        let store = try SQLiteStore(path: path)
        return Stores(checkpoints: store, archive: store, retention: store, calendars: store)
      } catch {
        throw CommandFailure(.environment, "\(error)")
      }
    }
  }

  /// Opens a store that must be there: reading must not leave an empty file behind.
  static func open(existing choice: StoreChoice) async throws -> Stores {
    switch choice {
    case .memory: throw CommandFailure(.usage, "A store in memory ends with its process. Name a file: --store sqlite:PATH.")
    case .sqlite(let path):
      guard GraphFiles.isFolder(path) == false else { throw CommandFailure(.usage, "There is no store '\(path)'.") }
      return try await open(choice)
    }
  }

  /// Turns the failure of a store into one of the command.
  func reading<Result>(_ work: (Stores) async throws -> Result) async throws -> Result {
    do {
      return try await work(self)
    } catch let failure as StoreFailure {
      throw CommandFailure(.environment, "The store cannot be read: \(Self.sentence(for: failure))")
    }
  }

  private static func sentence(for failure: StoreFailure) -> String {
    switch failure {
    case .unavailable(let reason), .uncertain(let reason), .unreadable(let reason): reason
    }
  }
}
