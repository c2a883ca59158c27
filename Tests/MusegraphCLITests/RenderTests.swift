import Foundation
import Testing

@Suite("musegraph render")
struct RenderTests {
  @Test("the drawing is the one in the graph's folder, in every run", arguments: ["meeting", "greeting"])
  func render(name: String) async throws {
    let outcome = try await BuiltMusegraph.run(["render", "Graphs/\(name)"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let expected = BuiltMusegraph.repository.appending(path: "Graphs/\(name)/expected.mmd")
    #expect(outcome.output == (try String(contentsOf: expected, encoding: .utf8)))
  }
}
