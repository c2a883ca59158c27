import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource
import MuseWorkbench
import Testing

@Suite("The documentation's YAML")
struct DocumentationTests {
  struct Block: Sendable, CustomTestStringConvertible {
    let place: String
    let text: String
    var testDescription: String { place }

    /// Of a whole file; nil for a piece of one.
    var kind: FileKind? {
      if text.hasPrefix("scenario:") { return .scenario }
      guard text.hasPrefix("musegraph: 1") else { return nil }
      return text.contains("\nbegin:") ? .graph : .tools
    }
  }

  /// Of the pages that people wrote; the reference is written by the code. What the tutorial leads to has a test of its own, and so have
  /// the settings of a server.
  static let blocks = written.filter { block in !elsewhere.contains { block.place.hasPrefix($0) } }

  private static let elsewhere = ["YourFirstConversation", "RunningAServer"].map {
    "Sources/MusegraphKit/MusegraphKit.docc/\($0).md"
  }

  private static let written: [Block] = {
    let graphs = files(in: "Graphs").filter { !$0.contains(".") }.map { "Graphs/\($0)/README.md" }
    let pages = files(in: "Sources/MusegraphKit/MusegraphKit.docc").filter { $0.hasSuffix(".md") }
      .map { "Sources/MusegraphKit/MusegraphKit.docc/" + $0 }
    return (["README.md", "Graphs/README.md"] + graphs + pages).flatMap { path -> [Block] in
      let page = (try? String(contentsOf: GraphFolder.repository.appending(path: path), encoding: .utf8)) ?? ""
      let texts = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
      return texts.enumerated().map { Block(place: "\(path) \($0.offset + 1)", text: $0.element) }
    }
  }()

  private static func files(in folder: String) -> [String] {
    let path = GraphFolder.repository.appending(path: folder).path(percentEncoded: false)
    // Without the folder there are no blocks, which the first test notices.
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// What can be wrong with a piece of a graph, whatever the rest of it is.
  private static let ofForm: Set<DiagnosticID> = [
    "yaml-syntax", "yaml-key", "yaml-meaning", "yaml-tag", "repeated-key", "unquoted-comment", "broken-key", "unknown-key",
    "missing-value", "wrong-kind", "no-verb", "several-verbs", "bad-id", "reserved-id", "bad-type", "malformed-mark",
    "expression-syntax", "confirm-variants",
  ]

  @Test("there is some")
  func thereAreBlocks() {
    #expect(Self.blocks.count > 15)
    #expect(Self.written.filter { $0.kind == .graph }.count >= 8)
  }

  @Test("whole files stand there as 'fmt' writes them", arguments: written.filter { $0.kind != nil })
  func isFormatted(block: Block) throws {
    let kind = try #require(block.kind)
    #expect(FileFormatter.format(SourceFile(path: block.place, text: block.text), as: kind.form) == .unchanged)
  }

  @Test("whole graphs and scenarios have no findings, and pieces are well formed", arguments: blocks)
  func isSound(block: Block) {
    if block.kind == .scenario {
      #expect(ScenarioReader.read(SourceFile(path: "a.scenario.yaml", text: block.text)).1 == [])
      return
    }
    let (isWhole, isTools) = (block.kind == .graph, block.kind == .tools)
    let example =
      isTools ? Rule.Example("import: [a.tools.yaml]\n", files: ["a.tools.yaml": block.text]) : Rule.Example(block.text)
    let sources = ExampleFiles(example).sources
    let all = Compiler.compile(sources).diagnostics.filter { $0.severity > .note && $0.id != "unused" }
    let findings = isWhole || isTools ? all : all.filter { Self.ofForm.contains($0.id) }
    #expect(findings == [], "\(DiagnosticRenderer(files: sources.files).text(findings))")
  }
}
