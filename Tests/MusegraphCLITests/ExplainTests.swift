import Foundation
import Testing

@Suite("musegraph explain")
struct ExplainTests {
  @Test("without a name it lists every finding, error code and exit status")
  func list() async throws {
    let outcome = try await BuiltMusegraph.run(["explain"])
    #expect(outcome.status == 0)
    for id in ["unknown-node", "write-without-confirm", "INVALID_JSON", "CONVERSATION_BUSY", "exit-0", "exit-3"] {
      #expect(outcome.output.contains("\n  \(id) "), "\(id)")
    }
  }

  @Test("a finding is told with what is wrong, what is right and what to do")
  func finding() async throws {
    let outcome = try await BuiltMusegraph.run(["explain", "unknown-intent"])
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, in: "explain-unknown-intent.txt")
  }

  @Test(
    "error codes and exit statuses are found however they are written",
    arguments: [("invalid_json", "INVALID_JSON"), ("TURN_TIMEOUT", "TURN_TIMEOUT"), ("2", "exit-2"), ("exit-1", "exit-1")])
  func codes(name: String, id: String) async throws {
    let outcome = try await BuiltMusegraph.run(["explain", name])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix(id + " ("))
    #expect(outcome.output.contains("What to do: "))
  }

  @Test("every code that stands in the server's sources can be explained")
  func everyCode() async throws {
    let list = try await BuiltMusegraph.run(["explain"]).output
    let codes = try ["Sources/MuseServer", "Sources/MuseRuntime"].flatMap(Self.codes)
    #expect(Set(codes).isSuperset(of: ["INVALID_JSON", "TURN_TIMEOUT", "UNKNOWN_GRAPH"]))
    for code in Set(codes).sorted() { #expect(list.contains("\n  \(code) "), "\(code)") }
  }

  @Test("every finding that is made can be explained, those of scenarios and address files among them")
  func everyFinding() async throws {
    let list = try await BuiltMusegraph.run(["explain"]).output
    let ids = try ["Sources/MuseWorkbench/Scenarios", "Sources/MuseCalendars/People", "Sources/MuseCompiler/Formatting"]
      .flatMap { try Self.matches(of: /(?:report\(|id: |^ +)"([a-z]+(?:-[a-z]+)+)",/.anchorsMatchLineEndings(), in: $0) }
    #expect(Set(ids).isSuperset(of: ["bad-value", "unknown-parameter", "address-header", "address-id", "not-formatted"]))
    for id in Set(ids).sorted() { #expect(list.contains("\n  \(id) "), "\(id)") }
  }

  /// What looks like an error code in the sources of a folder.
  private static func codes(in folder: String) throws -> [String] { try matches(of: /"([A-Z]+(?:_[A-Z]+)+)"/, in: folder) }

  private static func matches(of pattern: Regex<(Substring, Substring)>, in folder: String) throws -> [String] {
    let files = FileManager.default.enumerator(
      at: BuiltMusegraph.repository.appending(path: folder), includingPropertiesForKeys: nil)
    let sources = try #require(files).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    return try sources.flatMap { source in
      try String(contentsOf: source, encoding: .utf8).matches(of: pattern).map { String($0.output.1) }
    }
  }

  @Test("a graph is told by its file, and by its folder")
  func graph() async throws {
    let file = try await BuiltMusegraph.run(["explain", "Graphs/greeting/graph.yaml"])
    #expect(file.status == 0)
    let folder = try await BuiltMusegraph.shell("cd Graphs && \"$musegraph\" explain greeting")
    #expect(folder.status == 0, "\(folder.complaints)")
    #expect(folder.output == file.output)
  }

  @Test("for a name that there is not, the nearest one is suggested")
  func nearMiss() async throws {
    let finding = try await BuiltMusegraph.run(["explain", "unknown-nod"])
    #expect(finding.status == 2)
    #expect(finding.complaints.contains("Did you mean 'unknown-node'?"))
    let code = try await BuiltMusegraph.run(["explain", "INVALID_JASON"])
    #expect(code.complaints.contains("Did you mean 'INVALID_JSON'?"))
    let nothing = try await BuiltMusegraph.run(["explain", "porridge"])
    #expect(nothing.status == 2)
    #expect(!nothing.complaints.contains("Did you mean"))
  }
}
