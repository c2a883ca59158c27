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

  /// A file named after the graph in `$MUSEGRAPH_DATA`, else in the data folder of the user (XDG base directories).
  ///
  /// - Parameter folder: another than that.
  static func standard(for graph: GraphName, in folder: String? = nil) -> StoreChoice {
    .sqlite(path: GraphFiles.join(folder ?? standardFolder, "\(graph).sqlite"))
  }

  private static var standardFolder: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["MUSEGRAPH_DATA"], !folder.isEmpty { return folder }
    if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") { return folder + "/musegraph" }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return GraphFiles.join(home, ".local/share/musegraph")
  }
}
