import Foundation
import MuseRuntime
import MuseStoreSQLite
import Testing

/// The stores that the conformance suite holds to the ports.
enum StoreUnderTest: String, CaseIterable, CustomTestStringConvertible {
  case inMemory = "in memory"
  case sqlite = "SQLite"

  var testDescription: String { rawValue }

  func make() throws -> any CheckpointStore & ThreadArchive & ThreadRetention {
    switch self {
    case .inMemory: InMemoryCheckpointStore()
    case .sqlite: try SQLiteStore(path: TemporaryFile().path)
    }
  }
}

/// A path that nothing lies at yet, in a folder of its own.
struct TemporaryFile {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("musegraph-\(UUID())/store.sqlite").path
  }

  var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
}
