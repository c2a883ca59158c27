public import Foundation
import MuseCompiler
public import MuseDefinition
public import MuseSource

/// A graph that was read from its file, with everything it imports, and has no errors.
///
/// ```swift
/// let graph = try LoadedGraph(contentsOf: URL(filePath: "greeting/graph.yaml"))
/// ```
public struct LoadedGraph: Sendable {
  public let graph: ConversationGraph
  public let sources: GraphSources
  /// Warnings and notes.
  public let findings: [Diagnostic]

  /// - Throws: `GraphLoadingFailure`.
  public init(contentsOf url: URL) throws(GraphLoadingFailure) {
    let path = url.path(percentEncoded: false)
    guard let root = Self.file(at: path) else { throw .unreadable(path: path) }
    // What an import names and cannot be read is a finding at its place.
    try self.init(GraphSources.gather(root: root) { $0.hasSuffix(".yaml") ? Self.file(at: $0) : nil })
  }

  /// A graph whose text the program has already.
  public init(_ sources: GraphSources) throws(GraphLoadingFailure) {
    let compilation = Compiler.compile(sources)
    guard let graph = compilation.graph else {
      throw .findings(compilation.diagnostics, report: DiagnosticRenderer(files: sources.files).text(compilation.diagnostics))
    }
    self.graph = graph
    self.sources = sources
    self.findings = compilation.diagnostics
  }

  /// Nil: not there, or no UTF-8.
  private static func file(at path: String) -> SourceFile? {
    // Why it cannot be read does not matter to whoever hears that it cannot.
    guard let bytes = try? Data(contentsOf: URL(filePath: path)), let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    return SourceFile(path: path, text: text)
  }
}

/// Why there is no graph.
public enum GraphLoadingFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case unreadable(path: String)
  /// The graph has errors; the report shows all findings with their places, for people.
  case findings([Diagnostic], report: String)

  public var description: String {
    switch self {
    case .unreadable(let path): "'\(path)' cannot be read, or is not UTF-8 text."
    case .findings(_, let report): report
    }
  }
}
