import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// The meeting graph, broken in one way each, with the whole report that its author gets.
///
/// `RECORD_REPORTS=1 swift test --filter BrokenGraphTests` writes the reports anew, and fails so that no one forgets to read them.
struct BrokenGraphTests {
  static let folder = GraphFolder.tests.appending(path: "Broken")
  static let names = [
    "bad-default", "bad-yaml", "import-circle", "missing-outcome", "misspelt-node", "read-before-set", "repeated-key",
    "several-at-once", "turn-without-end", "unknown-key", "unknown-slot-in-text", "unreachable-node", "wrong-type",
  ]

  @Test("a broken graph gives the recorded report", arguments: names)
  func report(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let sources = try GraphFolder.sources(at: folder.appending(path: "graph.yaml"))
    let compilation = Compiler.compile(sources)
    #expect(compilation.graph == nil)
    let report = DiagnosticRenderer(files: sources.files).text(compilation.diagnostics)
    let golden = folder.appending(path: "report.txt")
    if ProcessInfo.processInfo.environment["RECORD_REPORTS"] != nil {
      try report.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    }
    #expect(report == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test("every broken graph is tested")
  func everyFolder() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(folders == Self.names)
  }
}
