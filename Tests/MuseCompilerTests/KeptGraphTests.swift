import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// Rules grow stricter; threads that began before go on in the graph that they began in.
struct KeptGraphTests {
  private static func sources(_ next: String) -> GraphSources {
    MarkedGraph(
      Rule.Example(
        """
        slots: {size: {type: integer, ask: "How large?"}}
        begin: a
        nodes:
          a: {ask: size, next: {done: b, exhausted: \(next)}}
          b: {say: "So {size}.", next: c}
          c: {end: done}
        """)
    ).sources
  }

  @Test("what some build has accepted is built, whatever this one finds in its flow")
  func flow() {
    #expect(Compiler.compile(Self.sources("b")).graph == nil)
    #expect(Compiler.graph(ofKept: Self.sources("b"))?.nodeOrder.count == 3)
    #expect(Compiler.graph(ofKept: Self.sources("c"))?.fingerprint == Compiler.compile(Self.sources("c")).graph?.fingerprint)
  }

  @Test("what cannot be built is not")
  func broken() {
    #expect(Compiler.graph(ofKept: Self.sources("nowhere")) == nil)
  }
}
