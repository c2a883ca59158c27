import Foundation
import MuseCalendars
import MuseCompiler
import MuseDefinition
import MuseRuntime
import MuseSource
import MuseWorkbench
import Testing

/// One folder of `Graphs`: a graph with its people, scenarios and drawing.
struct GraphFolder: CustomTestStringConvertible {
  let name: String

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let root = repository.appending(path: "Graphs")

  static let all: [GraphFolder] = {
    // A folder that is not there shows as a test without cases.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.contains(".") }.sorted().map(GraphFolder.init)
  }()

  var testDescription: String { name }

  /// The whole text of a file of the folder.
  func file(_ path: String) throws -> SourceFile {
    let text = try String(contentsOf: Self.root.appending(path: name).appending(path: path), encoding: .utf8)
    return SourceFile(path: "Graphs/\(name)/\(path)", text: text)
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Self.root.appending(path: name).appending(path: path).path(percentEncoded: false))
  }

  var scenarioFiles: [String] {
    let folder = Self.root.appending(path: name).appending(path: "scenarios").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".scenario.yaml") }.sorted().map { "scenarios/" + $0 }
  }

  func compile() throws -> (sources: GraphSources, compilation: Compilation) {
    let prefix = "Graphs/\(name)/"
    let sources = GraphSources.gather(root: try file("graph.yaml")) { path in
      path.hasPrefix(prefix) ? try? file(String(path.dropFirst(prefix.count))) : nil
    }
    return (sources, Compiler.compile(sources))
  }

  func runner() throws -> ScenarioRunner {
    let (sources, compilation) = try compile()
    let graph = try #require(compilation.graph)
    let people = has("people.csv") ? try AddressBook(parsing: try file("people.csv")) : AddressBook()
    return ScenarioRunner(graph: graph, sources: sources) {
      let calendars = InMemoryCalendarStore()
      return .init(tools: CalendarTools.all(store: calendars, people: people), calendars: calendars)
    }
  }
}
