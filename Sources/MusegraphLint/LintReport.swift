import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource

/// What was found in some graphs, ready to be printed.
struct LintReport {
  /// A graph has a fraction of it.
  private static let largest = 16 << 20

  /// Empty if there are no findings.
  let text: String
  let hasErrors: Bool

  /// - Throws: `LintFailure` where a graph itself cannot be read. A file that it imports is a finding.
  init(of graphs: [String]) throws(LintFailure) {
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for graph in graphs {
      let root = try Self.read(graph)
      // What is no YAML file by its name is never read: a finding shows a line of it.
      let sources = GraphSources.gather(root: root) { $0.hasSuffix(".yaml") ? try? Self.read($0) : nil }
      files += sources.files
      // What two graphs import is found twice and said once.
      diagnostics += Compiler.compile(sources).diagnostics.filter { !diagnostics.contains($0) }
    }
    text = DiagnosticRenderer(files: files).text(diagnostics.sorted { $0.location < $1.location })
    hasErrors = diagnostics.contains { $0.severity == .error }
  }

  private static func read(_ path: String) throws(LintFailure) -> SourceFile {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw LintFailure("'\(path)' cannot be read: \(error.localizedDescription)")
    }
    guard bytes.count <= largest else { throw LintFailure("'\(path)' is larger than \(largest >> 20) MiB.") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LintFailure("'\(path)' is not UTF-8 text. Save it as UTF-8.")
    }
    return SourceFile(path: path, text: text)
  }
}
