import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource

/// `Graphs/meeting`, as it stands in the repository.
struct MeetingGraph {
  let sources: GraphSources
  let graph: ConversationGraph

  /// - Parameter folder: with `graph.yaml` in it.
  init(in folder: String) throws {
    sources = GraphSources.gather(root: try Self.file(folder + "/graph.yaml")) { path in
      // The compiler says what is missing.
      try? Self.file(path)
    }
    let compilation = Compiler.compile(sources)
    guard let graph = compilation.graph else { throw WrongCourse(description: "\(compilation.diagnostics)") }
    self.graph = graph
  }

  private static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
  }
}
