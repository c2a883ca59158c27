import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

struct GraphSourcesTests {
  private let files = [
    "graphs/a/graph.yaml": "import: [tools.yaml, ../shared/people.yaml]",
    "graphs/a/tools.yaml": "import: ./more/types.yaml",
    "graphs/a/more/types.yaml": "import: [../tools.yaml]",
    "graphs/shared/people.yaml": "import: [../a/more/types.yaml, missing.yaml]",
  ]

  private func gathered(under prefix: String = "") throws -> GraphSources {
    let root = prefix + "graphs/a/graph.yaml"
    let read: (String) -> SourceFile? = { path in
      files[String(path.dropFirst(prefix.count))].map { SourceFile(path: path, text: $0) }
    }
    return GraphSources.gather(root: try #require(read(root)), read: read)
  }

  @Test("imports count from the file that imports; each file is read once")
  func collects() throws {
    let sources = try gathered()
    #expect(
      sources.files.map(\.path) == [
        "graphs/a/graph.yaml", "graphs/a/tools.yaml", "graphs/shared/people.yaml", "graphs/a/more/types.yaml",
      ])
  }

  @Test("the fingerprint does not depend on where the folder lies")
  func fingerprint() throws {
    let here = try gathered()
    let there = try gathered(under: "/elsewhere/")
    #expect(here.fingerprint == there.fingerprint)
    #expect(here.fingerprint.rawValue.count == 64)
  }

  @Test("the fingerprint changes with any text and any name")
  func fingerprintChanges() throws {
    let sources = try gathered()
    var otherText = sources
    otherText.imported[1] = SourceFile(path: sources.imported[1].path, text: sources.imported[1].text + "\n")
    var otherName = sources
    otherName.imported[1] = SourceFile(path: "graphs/shared/persons.yaml", text: sources.imported[1].text)
    var otherOrder = sources
    otherOrder.imported.reverse()
    #expect(Set([sources, otherText, otherName].map(\.fingerprint)).count == 3)
    #expect(otherOrder.fingerprint == sources.fingerprint)
  }

  @Test("sources are stored and read back whole")
  func coding() throws {
    let sources = try gathered()
    #expect(try JSONDecoder().decode(GraphSources.self, from: JSONEncoder().encode(sources)) == sources)
  }

  @Test("the fingerprint of the compiled graph is that of its sources")
  func compiled() throws {
    let sources = try GraphFolder.meeting()
    #expect(Compiler.compile(sources).graph?.fingerprint == sources.fingerprint)
  }

  @Test(
    "paths lose what does not matter",
    arguments: [
      ("a/./b//c", "a/b/c"), ("a/../b", "b"), ("../a", "../a"), ("/a/../b", "/b"), ("", ""), ("a/b/../../c", "c"),
    ])
  func paths(path: String, expected: String) {
    #expect(SourcePath(path).text == expected)
  }
}
