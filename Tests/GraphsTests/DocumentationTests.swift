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
  }

  /// Of the pages that people wrote. The tutorial has a test of its own, and the reference is written by the code.
  static let blocks: [Block] = {
    let folder = GraphFolder.repository.appending(path: "Sources/MusegraphKit/MusegraphKit.docc")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "YourFirstConversation.md" }.sorted().flatMap { name -> [Block] in
      let page = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      let texts = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
      return texts.enumerated().map { Block(place: "\(name) \($0.offset + 1)", text: $0.element) }
    }
  }()

  /// What can be wrong with a piece of a graph, whatever the rest of it is.
  private static let ofForm: Set<DiagnosticID> = [
    "yaml-syntax", "yaml-key", "yaml-meaning", "yaml-tag", "repeated-key", "unquoted-comment", "broken-key", "unknown-key",
    "missing-value", "wrong-kind", "no-verb", "several-verbs", "bad-id", "reserved-id", "bad-type", "malformed-mark",
    "expression-syntax", "confirm-variants",
  ]

  @Test("there is some")
  func thereAreBlocks() { #expect(Self.blocks.count > 15) }

  @Test("whole graphs and scenarios have no findings, and pieces are well formed", arguments: blocks)
  func isSound(block: Block) {
    if block.text.hasPrefix("scenario:") {
      #expect(ScenarioReader.read(SourceFile(path: "a.scenario.yaml", text: block.text)).1 == [])
      return
    }
    let isWhole = block.text.hasPrefix("musegraph: 1") && block.text.contains("\nbegin:")
    let isTools = block.text.hasPrefix("musegraph: 1") && !isWhole
    let example =
      isTools ? Rule.Example("import: [a.tools.yaml]\n", files: ["a.tools.yaml": block.text]) : Rule.Example(block.text)
    let sources = ExampleFiles(example).sources
    let all = Compiler.compile(sources).diagnostics.filter { $0.severity > .note && $0.id != "unused" }
    let findings = isWhole || isTools ? all : all.filter { Self.ofForm.contains($0.id) }
    #expect(findings == [], "\(DiagnosticRenderer(files: sources.files).text(findings))")
  }
}
