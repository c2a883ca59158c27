import Foundation
import Testing

@Suite("musegraph fmt")
struct FmtTests {
  private static let loose = "name: x\nmusegraph: 1\nbegin: a   # where it begins\nnodes:\n    a: {say: Hi there, end: done}\n"
  private static let formed = """
    musegraph: 1
    name: x
    begin: a   # where it begins
    nodes:
      a: {end: done, say: "Hi there"}

    """

  @Test("files are written in their form, and named")
  func writes() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write(Self.loose, to: "graph.yaml")
      let tools = try folder.write("musegraph: 1\n", to: "some.tools.yaml")
      let first = try await BuiltMusegraph.run(["fmt", folder.url.path(percentEncoded: false)])
      #expect(first.status == 0, "\(first.complaints)")
      #expect(first.output == graph + "\n")
      #expect(try String(contentsOfFile: graph, encoding: .utf8) == Self.formed)
      let second = try await BuiltMusegraph.run(["fmt", graph, tools])
      #expect((second.status, second.output) == (0, ""))
    }
  }

  @Test("--check writes nothing and ends with 1 where something would change")
  func checks() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write(Self.loose, to: "graph.yaml")
      let outcome = try await BuiltMusegraph.run(["fmt", "--check", graph])
      #expect((outcome.status, outcome.output) == (1, graph + "\n"))
      #expect(try String(contentsOfFile: graph, encoding: .utf8) == Self.loose)
      _ = try folder.write(Self.formed, to: "graph.yaml")
      #expect(try await BuiltMusegraph.run(["fmt", "--check", graph]).status == 0)
    }
  }

  @Test("a file that is no YAML stays untouched, and its finding is printed; others are formatted")
  func refuses() async throws {
    try await ScratchFolder.with { folder in
      let broken = try folder.write("title: [a\n", to: "a.graph.yaml")
      let graph = try folder.write(Self.loose, to: "b.graph.yaml")
      let outcome = try await BuiltMusegraph.run(["fmt", broken, graph])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("a.graph.yaml:1:8: error: A list in brackets is not closed. [yaml-syntax]"))
      #expect(try String(contentsOfFile: broken, encoding: .utf8) == "title: [a\n")
      #expect(try String(contentsOfFile: graph, encoding: .utf8) == Self.formed)
    }
  }

  @Test("--tree prints what is read, every value a text")
  func tree() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write("name: 1.50\nlocales: [no, \"a\\u00e9\"]\n", to: "graph.yaml")
      let outcome = try await BuiltMusegraph.run(["fmt", "--tree", graph])
      #expect(
        outcome.output
          == "{\"file\": \"\(graph)\", \"tree\": {\"name\": \"1.50\", \"locales\": [\"no\", \"aé\"]}, "
          + "\"findings\": [\"2:11 yaml-meaning\"]}\n")
    }
  }
}

@Suite("musegraph schema")
struct SchemaCommandTests {
  @Test("it prints the schemas that lie beside the graphs", arguments: ["graph", "tools", "scenario"])
  func prints(kind: String) async throws {
    let file = BuiltMusegraph.repository.appending(path: "Graphs/\(kind).schema.json")
    let outcome = try await BuiltMusegraph.run(["schema", kind])
    #expect(outcome.status == 0)
    #expect(outcome.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("a kind that is not there is wrong usage")
  func unknown() async throws {
    #expect(try await BuiltMusegraph.run(["schema", "poem"]).status == 2)
  }
}
