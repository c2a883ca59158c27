import Foundation
import MuseCalendars
import MuseCompiler
import MuseDefinition
import MuseSource
import MuseWorkbench
import Testing

@Suite("The README")
struct ReadmeTests {
  /// The YAML that stands in it, in order.
  private func examples() throws -> [String] {
    let readme = try String(contentsOf: GraphFolder.repository.appending(path: "README.md"), encoding: .utf8)
    return readme.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test("its graph has no errors, and its scenario passes")
  func examplesWork() async throws {
    let examples = try examples()
    #expect(examples.count == 2)
    let sources = GraphSources(root: SourceFile(path: "hello.graph.yaml", text: examples[0]))
    let compilation = Compiler.compile(sources)
    #expect(compilation.diagnostics.filter { $0.severity > .note } == [])
    let (scenario, findings) = ScenarioReader.read(SourceFile(path: "hello.scenario.yaml", text: examples[1]))
    #expect(findings == [])
    let runner = ScenarioRunner(graph: try #require(compilation.graph), sources: sources) {
      .init(tools: [], calendars: InMemoryCalendarStore())
    }
    let result = await runner.run(try #require(scenario))
    #expect(result.hasPassed, "\(Transcript.text(of: result))")
  }
}
