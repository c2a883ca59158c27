import MuseCompiler
import MuseDefinition
import MuseSource
import MuseWorkbench
import Testing

@Suite("Talks of a graph")
struct TalkTests {
  private static let talks = """

    talks:
      asks-for-the-note:
        - user: "hi"
          bot: "What shall I note?"
      later-that-day:
        now: "2026-03-02 18:00"
        talk:
          - {user: "hi"}
          - {user: "milk", at: sure}
    """

  @Test("are scenarios by their names, with the place of each")
  func read() async throws {
    let sample = try Sample(Sample.text + Self.talks)
    let talks = ScenarioReader.talks(in: sample.sources.root)
    #expect(talks.map(\.name) == ["asks-for-the-note", "later-that-day"])
    #expect(talks.flatMap(\.diagnostics) == [])
    var results: [ScenarioResult] = []
    for talk in talks { results.append(await sample.runner().run(try #require(talk.scenario))) }
    #expect(results.map(\.hasPassed) == [true, false])
    #expect(results[1].mismatches.map { "\($0.location.file):\($0.location.range.start.line)" } == ["notes.graph.yaml:76"])
  }

  @Test(
    "their form is checked with the graph's, at the right column",
    arguments: [
      ("talks: {x: [{usr: \"hi\"}]}", ["1:14 unknown-key"]),
      ("talks: {x: {now: \"2026-03-02 09:00\"}}", ["1:12 missing-key"]),
      ("talks: {x: hi}", ["1:12 wrong-kind"]),
      ("talks: {x: [{user: \"hi\", slots: {when: 12:30}}]}", ["1:40 yaml-meaning"]),
    ])
  func form(line: String, expected: [String]) {
    let lines = Sample.text.split(separator: "\n").count
    let sources = GraphSources(root: SourceFile(path: "notes.graph.yaml", text: Sample.text + "\n" + line))
    let findings = Compiler.compile(sources).diagnostics.filter { $0.location.range.start.line > lines }
    #expect(
      findings.map { "\($0.location.range.start.line - lines):\($0.location.range.start.column) \($0.id)" } == expected)
  }
}
