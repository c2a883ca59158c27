import ArgumentParser
import Foundation
import MuseDefinition

/// `--store`: where conversations and calendars are kept.
enum StoreChoice {
  case memory
  case sqlite(path: String)

  static func read(_ text: String) throws -> StoreChoice {
    if text == "memory" { return .memory }
    guard text.hasPrefix("sqlite:"), text.count > "sqlite:".count else {
      throw ValidationError("Write memory, or sqlite: and the path of a file, like sqlite:talks.sqlite.")
    }
    return .sqlite(path: String(text.dropFirst("sqlite:".count)))
  }

  static let help: ArgumentHelp = ArgumentHelp(
    "Where conversations and calendars are kept.",
    discussion:
      "memory, or sqlite:PATH. Without it: sqlite, in a file named after the graph, in $MUSEGRAPH_DATA or your data folder.",
    valueName: "store")

  /// A file named after the graph in `$MUSEGRAPH_DATA`, else in the data folder of the user (XDG base directories).
  static func standard(for graph: GraphName) -> StoreChoice {
    .sqlite(path: GraphFiles.join(folder, "\(graph).sqlite"))
  }

  private static var folder: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["MUSEGRAPH_DATA"], !folder.isEmpty { return folder }
    if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") { return folder + "/musegraph" }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return GraphFiles.join(home, ".local/share/musegraph")
  }
}
