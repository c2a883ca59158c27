import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// What an earlier build has accepted goes on, whatever is found wrong with it since.
@Suite("A graph that was accepted before")
struct RebuildTests {
  private func sources(_ nodes: String) -> GraphSources {
    let text = """
      musegraph: 1
      name: shop
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
      \(nodes)
        z: {end: done}
      """
    return GraphSources(root: SourceFile(path: "graph.yaml", text: text))
  }

  @Test("is built again, though a finding says now what is wrong with it")
  func refused() throws {
    let sources = sources("  a: {say: \"{size}\", next: z}")
    let compilation = Compiler.compile(sources)
    #expect(compilation.graph == nil)
    #expect(compilation.diagnostics.map(\.id) == ["read-before-set"])
    let graph = try #require(Compiler.rebuild(sources))
    #expect(graph.nodeOrder == ["a", "z"])
    #expect(graph.fingerprint == sources.fingerprint)
  }

  @Test("is none where nothing can be built")
  func broken() {
    #expect(Compiler.rebuild(sources("  a: {say: \"Hello.\", next: nowhere}")) == nil)
    #expect(Compiler.rebuild(GraphSources(root: SourceFile(path: "graph.yaml", text: "nodes: ["))) == nil)
  }
}
