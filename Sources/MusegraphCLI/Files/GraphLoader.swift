import MuseCompiler
import MuseDefinition
import MuseSource

/// A graph that was compiled without an error.
struct SoundGraph: Sendable {
  let path: String
  let graph: ConversationGraph
  let sources: GraphSources

  /// Itself, where a conversation can begin with it.
  ///
  /// - Throws: `CommandFailure` for one that must be given something ("not-by-itself").
  func begun() throws -> SoundGraph {
    guard !graph.takes.isEmpty else { return self }
    let names = graph.takes.map { "'\($0)'" }.joined(separator: ", ")
    throw CommandFailure(
      .usage,
      "'\(path)' cannot be begun by itself: whoever runs it must give it \(names) ('takes'). Name a graph that runs it. [not-by-itself]"
    )
  }

  /// Where its people.csv and its scenarios are.
  var folder: String { GraphFiles.folder(of: path) }
}

/// Reads graphs and what they import.
enum GraphLoader {
  struct Loaded {
    let sound: SoundGraph?
    let report: FindingsReport
  }

  /// Compiles one file.
  ///
  /// - Throws: `CommandFailure` where the file itself cannot be read. A file that it imports is the compiler's finding.
  static func load(_ path: String) throws -> Loaded {
    // The compiler reports an import that cannot be read, at its place in the file. What is no YAML file by its name is never read:
    // a finding shows a line of it.
    let sources = GraphSources.gather(root: try TextFile.read(path)) { $0.hasSuffix(".yaml") ? try? TextFile.read($0) : nil }
    let compilation = Compiler.compile(sources)
    let report = FindingsReport(diagnostics: compilation.diagnostics, files: sources.files)
    let isBroken = compilation.diagnostics.contains { $0.severity == .error }
    let sound = isBroken ? nil : compilation.graph.map { SoundGraph(path: path, graph: $0, sources: sources) }
    return Loaded(sound: sound, report: report)
  }

  /// The one graph of a file or a folder, without errors. Warnings and notes are `validate`'s business.
  ///
  /// - Throws: `CommandFailure`; the report of errors has then been printed to stderr.
  static func sound(_ path: String) throws -> SoundGraph {
    let files = try GraphFiles.find(.graph, in: path)
    guard let file = GraphFiles.main(among: files, in: path) else {
      throw CommandFailure(.usage, "'\(path)' holds several graphs: \(files.joined(separator: ", ")). Name one of them.")
    }
    return try sound(file: file)
  }

  static func sound(file: String) throws -> SoundGraph {
    let loaded = try load(file)
    if let sound = loaded.sound { return sound }
    Console.complain(loaded.report.text(in: .stderr))
    throw CommandFailure(.findings, "'\(file)' has errors and cannot be run. Mend what is listed above.")
  }
}
