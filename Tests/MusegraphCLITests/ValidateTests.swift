import Foundation
import Testing

@Suite("musegraph validate")
struct ValidateTests {
  private static let broken = """
    musegraph: 1
    name: broken
    begin: hello
    nodes:
      hello:
        say: "Hello {nam}."
        next: bey
      bye:
        end: done

    """

  private struct Report: Decodable {
    struct Finding: Decodable {
      let id, severity, message, file: String
      let line, column: Int
    }

    let findings: [Finding]
    let errors: Int
  }

  @Test("what is no YAML file by its name is not read, let alone shown")
  func importsOnlyYAML() async throws {
    try await ScratchFolder.with { folder in
      _ = try folder.write("a secret line\n", to: "notes.txt")
      let graph = try folder.write(
        "musegraph: 1\nname: a\nimport: [notes.txt]\nbegin: b\nnodes:\n  b: {end: done}\n", to: "graph.yaml")
      let outcome = try await BuiltMusegraph.run(["validate", graph])
      #expect(outcome.status == 1)
      #expect(!outcome.output.contains("secret"))
    }
  }

  @Test("the graphs of this repository have nothing to find fault with", arguments: ["Graphs", "Graphs/greeting/graph.yaml"])
  func sound(path: String) async throws {
    let outcome = try await BuiltMusegraph.run(["validate", path])
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test("findings are shown whole, and the status is 1")
  func findings() async throws {
    try await ScratchFolder.with { folder in
      _ = try folder.write(Self.broken, to: "broken.graph.yaml")
      let outcome = try await BuiltMusegraph.shell("cd '\(folder.path(""))' && \"$musegraph\" validate broken.graph.yaml")
      #expect(outcome.status == 1)
      try Golden.expect(outcome.output, in: "validate-broken.txt")
      #expect(!outcome.output.contains("\u{1B}"), "a file gets no colours")
    }
  }

  @Test("JSON has every finding with its place")
  func json() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write(Self.broken, to: "broken.graph.yaml")
      let outcome = try await BuiltMusegraph.run(["validate", "--format", "json", path])
      #expect(outcome.status == 1)
      let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
      #expect(report.errors == report.findings.count { $0.severity == "error" })
      #expect(report.findings.contains { $0.id == "unknown-node" && $0.file == path && $0.line == 7 && $0.column == 11 })
    }
  }

  @Test(
    "what cannot be read is one sentence, and the status is 2",
    arguments: [
      ["validate", "no-such-file.yaml"], ["validate", "Sources"], ["validate"], ["validate", "--format", "xml", "Graphs"],
      ["validate", "--nope", "Graphs"], ["nope"],
    ])
  func usage(arguments: [String]) async throws {
    let outcome = try await BuiltMusegraph.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.complaints.isEmpty)
  }

  @Test("a file that is no UTF-8, or is a folder, is said to be so")
  func unreadable() async throws {
    try await ScratchFolder.with { folder in
      let path = folder.path("latin.graph.yaml")
      try Data([0x6E, 0xE4, 0x6D, 0x65]).write(to: URL(filePath: path))
      let outcome = try await BuiltMusegraph.run(["validate", path])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.contains("not UTF-8"))
    }
  }

  @Test("10 MB of YAML do not hang")
  func large() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write(String(repeating: "a: [b, c, d, e, f]\n", count: 550_000), to: "large.graph.yaml")
      let outcome = try await BuiltMusegraph.run(["validate", path])
      #expect(outcome.status == 1 || outcome.status == 2)
    }
  }
}
