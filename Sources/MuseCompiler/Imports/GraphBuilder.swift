import MuseDefinition
import MuseSource

/// Builds a graph and all the graphs that it runs, each once, the innermost first.
struct GraphBuilder {
  let sources: GraphSources
  private(set) var diagnostics: [Diagnostic] = []
  private var built: [SourcePath: Built] = [:]

  private struct Built {
    var name: WrittenText?
    /// Nil where it has an error.
    var outline: GraphOutline?
  }

  /// An earlier build has found no error.
  private let isAccepted: Bool

  init(_ sources: GraphSources, isAccepted: Bool = false) {
    self.sources = sources
    self.isAccepted = isAccepted
  }

  private static func notByItself(_ document: GraphDocument, at given: WrittenText) -> Diagnostic {
    let names = document.takes.map { "'\($0.value)'" }.joined(separator: ", ")
    return Rule.notByItself.finding("This graph must be given \(names) and is not begun by itself.", at: given.location)
  }

  /// Nil where some file has an error.
  mutating func build() -> ConversationGraph? { build(sources.root, chain: []).outline?.graph }

  private mutating func build(_ file: SourceFile, chain: [SourcePath]) -> Built {
    let path = SourcePath(file.path)
    if let earlier = built[path] { return earlier }
    var reader = ImportReader(file, of: sources, chain: chain)
    let files = reader.read()
    guard let own = files.first, own.isReadable else {
      diagnostics += reader.diagnostics
      built[path] = Built()
      return Built()
    }
    let others = reader.graphs.map { ($0, build($0.file, chain: chain + [path])) }
    var checker = GraphChecker(
      own.document, imported: files.dropFirst().map(\.document), isIncomplete: reader.isIncomplete, isAccepted: isAccepted)
    checker.declareGraphs(others.map { (imported: $0.0.name, name: $0.1.name, outline: $0.1.outline) })
    let outline = checker.check(fingerprint: sources.fingerprint)
    diagnostics += reader.diagnostics + checker.diagnostics
    if chain.isEmpty, let given = own.document.takes.first { diagnostics.append(Self.notByItself(own.document, at: given)) }
    let result = Built(name: own.document.name, outline: outline)
    built[path] = result
    return result
  }
}
