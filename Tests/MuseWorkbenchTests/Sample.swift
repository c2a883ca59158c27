import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseRuntime
import MuseSource
import MuseWorkbench
import Synchronization
import Testing

/// A small graph with a tool that reads and one that writes, and what the tests play it with.
struct Sample {
  static let text = """
    musegraph: 1
    name: notes
    title: "Keeps notes"
    locales: [en]
    timezone: Europe/London
    tools:
      notes.count:
        effect: reads
        takes: {}
        outcomes: {counted: {total: integer}}
      notes.add:
        effect: writes
        repeat: same_key
        takes: {note: text, due: datetime}
        outcomes: {added: {}, full: {}}
    slots:
      note:
        type: text
        ask: "What shall I note?"
      due:
        type: datetime
        ask: "When is it due?"
    facts:
      total: integer
    intents:
      add: ["add a note", "note something"]
      hint: ["what can you do", "who are you"]
    begin: look
    nodes:
      look:
        call: notes.count
        set: {total: counted.total}
        next: {counted: size}
      size:
        when:
          - {if: "total > 99", to: full}
        else: details
      details:
        ask: [note, due]
        next: {done: sure}
      sure:
        confirm: 'Note "{note}" & go?'
        covers: [note, due]
        next: {agreed: add, refused: bye, changed: details}
      add:
        call: notes.add
        with: [note, due]
        next: {added: added, full: full}
      added:
        say: "Noted."
        next: bye
      full:
        say: "There are too many notes."
        next: bye
      about:
        say: "I keep notes."
        next: back
      bye:
        end: finished
        say: "Bye."
    otherwise:
      exhausted: bye
      failed: bye
      unsure: bye
    policy:
      cancel: bye
      digress: {hint: about}
    """

  let graph: ConversationGraph
  let sources: GraphSources

  init(_ text: String = Self.text) throws {
    sources = GraphSources(root: SourceFile(path: "notes.graph.yaml", text: text))
    let compilation = Compiler.compile(sources)
    graph = try #require(compilation.graph, "\(compilation.diagnostics.filter { $0.severity == .error })")
  }

  func runner() -> ScenarioRunner {
    ScenarioRunner(graph: graph, sources: sources) {
      ScenarioRunner.World(tools: [CountTool(), AddTool()], calendars: ListedCalendar())
    }
  }

  /// A scenario of which the tests only write the talk.
  static func file(_ talk: String) -> SourceFile {
    SourceFile(path: "sample.scenario.yaml", text: "scenario: \"A sample\"\nnow: \"2026-03-02 09:00\"\n" + talk)
  }

  func scenario(_ talk: String) throws -> Scenario {
    let (scenario, diagnostics) = ScenarioReader.read(Self.file(talk))
    return try #require(scenario, "\(diagnostics)")
  }

  /// What differs, each as `line subject: expected ≠ found`.
  func mismatches(_ talk: String) async throws -> [String] {
    let result = await runner().run(try scenario(talk))
    #expect(result.findings == [])
    return result.mismatches.map {
      "\($0.location.range.start.line) \($0.subject.rawValue): \($0.expected ?? "–") ≠ \($0.found ?? "–")"
    }
  }
}

struct CountTool: Tool {
  let id: ToolID = "notes.count"

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer { ToolAnswer("counted", ["total": .int(3)]) }
}

struct AddTool: Tool {
  let id: ToolID = "notes.add"

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer { ToolAnswer("added") }
}

/// A calendar store as plain as can be.
final class ListedCalendar: CalendarStore {
  private let listed = Mutex<[CalendarEvent]>([])

  func events(of owner: OwnerID) async throws(StoreFailure) -> [CalendarEvent] { listed.withLock { $0 } }

  func update(
    _ owner: OwnerID, key: String, change: @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(StoreFailure) -> CalendarReceipt {
    listed.withLock { change(&$0) }
  }
}
