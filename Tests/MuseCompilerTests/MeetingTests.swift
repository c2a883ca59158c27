import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

struct MeetingTests {
  @Test("the meeting graph compiles with notes only")
  func meeting() throws {
    let compilation = Compiler.compile(try GraphFolder.meeting())
    #expect(compilation.diagnostics.filter { $0.severity != .note } == [])
    let graph = try #require(compilation.graph)
    #expect(graph.nodeOrder.count == 42)
  }
}
