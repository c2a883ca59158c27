import MuseDefinition
import MuseStoreSQLite

/// `--durability`: what is left of what was said, when the process or the machine ends.
enum Durability: String {
  /// All of it.
  case full
  /// All of it where the process is killed; where the machine loses power, not what was said in the last seconds.
  case normal
  /// Nothing.
  case memory

  /// Where conversations are kept, and how; a store in a file and none at all contradict each other.
  static func store(
    _ store: StoreChoice?, _ durability: Durability?, for graph: GraphName, in folder: String?
  ) throws -> (StoreChoice, SQLiteStore.Durability) {
    switch (store, durability) {
    case (nil, .memory): (.memory, .full)
    case (.sqlite?, .memory):
      throw CommandFailure(
        .usage, "--durability memory keeps nothing, and --store names a file. Leave out the one that you do not mean.")
    case (.memory?, .full), (.memory?, .normal):
      throw CommandFailure(
        .usage, "--store memory keeps nothing, whatever --durability says. Leave out the one that you do not mean.")
    case (let store, .normal): (store ?? .standard(for: graph, in: folder), .normal)
    case (let store, .full), (let store, nil), (let store, .memory): (store ?? .standard(for: graph, in: folder), .full)
    }
  }
}
