import MuseCalendars
import MuseRuntime
import MuseStoreSQLite

/// The stores that a command works on, opened.
struct Stores: Sendable {
  let checkpoints: any CheckpointStore
  let archive: any ThreadArchive
  let retention: any ThreadRetention
  let calendars: any CalendarStore

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
    case .unavailable(let reason), .unreadable(let reason): reason
    }
  }
}
