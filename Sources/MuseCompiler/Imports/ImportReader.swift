import MuseDefinition
import MuseSource

/// Reads a graph's own file and all the tools and types that it imports, each once, and checks their form. The graphs among its
/// imports are named, and read by themselves.
struct ImportReader {
  struct File {
    var document: GraphDocument
    /// False where the file is no YAML, or no map.
    var isReadable: Bool
  }

  /// A graph that is imported, and where.
  struct GraphImport {
    var name: WrittenText
    var path: SourcePath
    var file: SourceFile
  }

  private(set) var diagnostics: [Diagnostic] = []
  /// Some file could not be read: what it declares is not known.
  private(set) var isIncomplete = false
  /// In the order of the imports, each once.
  private(set) var graphs: [GraphImport] = []

  private let sources: GraphSources
  private let root: SourceFile
  private var seen: Set<String> = []
  /// The files that import each other down to the one being read.
  private var chain: [String]

  /// - Parameter chain: the graphs that import each other down to this one.
  init(_ root: SourceFile, of sources: GraphSources, chain: [SourcePath] = []) {
    self.sources = sources
    self.root = root
    self.chain = chain.map(\.text)
  }

  /// The graph's own file first.
  mutating func read() -> [File] { read(root, isRoot: true) }

  private mutating func read(_ source: SourceFile, isRoot: Bool) -> [File] {
    let path = SourcePath(source.path).text
    seen.insert(path)
    chain.append(path)
    defer { chain.removeLast() }
    let reading = YAMLReader.read(source)
    diagnostics += reading.diagnostics
    let isReadable = reading.root?.mapping != nil || (reading.root == nil && reading.diagnostics.isEmpty)
    if !isReadable || !reading.diagnostics.isEmpty, !isRoot { isIncomplete = true }
    if reading.root != nil || reading.diagnostics.isEmpty {
      diagnostics += FormChecker.check(reading.root, of: source, isRoot: isRoot)
    }
    let document = GraphDocument(reading.root, of: source)
    return [File(document: document, isReadable: isReadable)] + document.imports.flatMap { follow($0, from: source) }
  }

  private mutating func follow(_ name: WrittenText, from source: SourceFile) -> [File] {
    let path = SourcePath(source.path).resolving(name.value)
    if chain.contains(path.text) {
      diagnostics.append(
        Rule.importCircle.finding("'\(name.value)' imports this file again, directly or not.", at: name.location))
      return []
    }
    guard !seen.contains(path.text) else { return [] }
    guard let file = sources.files.first(where: { SourcePath($0.path) == path }) else {
      isIncomplete = true
      diagnostics.append(Rule.missingImport.finding("There is no file '\(name.value)'.", at: name.location))
      return []
    }
    guard file.holdsGraph else { return read(file, isRoot: false) }
    seen.insert(path.text)
    graphs.append(GraphImport(name: name, path: path, file: file))
    return []
  }
}

extension SourceFile {
  /// A file with nodes, or one whose name says so.
  fileprivate var holdsGraph: Bool {
    if path.hasSuffix(".graph.yaml") || path.hasSuffix("/graph.yaml") || path == "graph.yaml" { return true }
    return YAMLReader.read(self).root?.mapping?.contains { $0.key.value == "nodes" } ?? false
  }
}
