import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource

/// Reads graphs from the repository's folders.
enum GraphFolder {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

  static func meeting() throws -> GraphSources { try sources(at: repository.appending(path: "Graphs/meeting/graph.yaml")) }

  /// Paths count from the folder of the graph's own file.
  static func sources(at url: URL) throws -> GraphSources {
    let folder = url.deletingLastPathComponent()
    let root = SourceFile(path: url.lastPathComponent, text: try String(contentsOf: url, encoding: .utf8))
    return GraphSources.gather(root: root) { path in
      let file = folder.appending(path: path)
      return (try? String(contentsOf: file, encoding: .utf8)).map { SourceFile(path: path, text: $0) }
    }
  }
}
