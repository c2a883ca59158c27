import MuseCompiler
import MuseSource
import MuseWorkbench
import Testing

@Suite("Graphs")
struct GraphsTests {
  @Test("there are graphs to read")
  func thereAreGraphs() {
    #expect(
      Set(GraphFolder.all.map(\.name)).isSuperset(of: [
        "greeting", "meeting", "table-booking", "support-desk", "insurance-claim", "standup",
      ]))
  }

  @Test("a graph has no errors and no warnings", arguments: GraphFolder.all)
  func isSound(folder: GraphFolder) throws {
    let compilation = try folder.compile().compilation
    let findings = compilation.diagnostics.filter { $0.severity > .note }
    #expect(findings.map { "\($0.location.range.start.line) \($0.id): \($0.message)" } == [])
    #expect(compilation.graph != nil)
  }

  @Test("a graph has a README, scenarios and a drawing", arguments: GraphFolder.all)
  func isWhole(folder: GraphFolder) {
    #expect(folder.has("README.md"))
    #expect(folder.has("expected.mmd"))
    #expect(!folder.scenarioFiles.isEmpty)
  }

  @Test("the drawing is the one in the folder", arguments: GraphFolder.all)
  func isDrawn(folder: GraphFolder) throws {
    let graph = try #require(try folder.compile().compilation.graph)
    let expected = try folder.file("expected.mmd").text
    #expect(
      MermaidDrawing(of: graph).text == expected,
      "If the graph was meant to change: musegraph render Graphs/\(folder.name) > Graphs/\(folder.name)/expected.mmd")
  }

  @Test("every scenario passes", arguments: GraphFolder.all)
  func scenariosPass(folder: GraphFolder) async throws {
    let runner = try folder.runner()
    for path in folder.scenarioFiles {
      let (scenario, diagnostics) = ScenarioReader.read(try folder.file(path))
      #expect(diagnostics == [], "\(path)")
      guard let scenario else { continue }
      let result = await runner.run(scenario)
      #expect(result.findings == [], "\(path)")
      #expect(result.hasPassed, "\(path)\n\(Transcript.text(of: result))")
    }
  }
}
