import MuseDefinition
import MuseSource

/// Reads a graph's own file and all that it imports, each once, and checks their form.
struct ImportReader {
  struct File {
    var document: GraphDocument
    /// False where the file is no YAML, or no map.
    var isReadable: Bool
  }

  private(set) var diagnostics: [Diagnostic] = []
  /// Some file could not be read: what it declares is not known.
  private(set) var isIncomplete = false

  private let sources: GraphSources
  private var seen: Set<String> = []
  /// The files that import each other down to the one being read.
  private var chain: [String] = []

  init(_ sources: GraphSources) { self.sources = sources }

  /// The graph's own file first.
  mutating func read() -> [File] { read(sources.root) }

  private mutating func read(_ source: SourceFile) -> [File] {
    let path = SourcePath(source.path).text
    seen.insert(path)
    chain.append(path)
    defer { chain.removeLast() }
    let reading = YAMLReader.read(source)
    diagnostics += reading.diagnostics
    let isReadable = reading.root?.mapping != nil || (reading.root == nil && reading.diagnostics.isEmpty)
    if !isReadable || !reading.diagnostics.isEmpty, chain.count > 1 { isIncomplete = true }
    if reading.root != nil || reading.diagnostics.isEmpty {
      diagnostics += FormChecker.check(reading.root, of: source, isRoot: chain.count == 1)
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
    return read(file)
  }
}
