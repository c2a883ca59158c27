import Foundation
import MusegraphKit
import Testing

@Suite("Embedding a conversation")
struct EmbeddingTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

  @Test("the example of the documentation holds a conversation")
  func example() async throws {
    let file = Self.repository.appending(path: "Graphs/greeting/graph.yaml")
    // example
    let graph = try LoadedGraph(contentsOf: file)
    let host = try await ConversationHost(graph)
    let conversation = try await host.conversation("ann")

    let question = try await conversation.reply(to: "hi")
    let answer = try await conversation.reply(to: "Ann")
    // end of the example
    #expect(question == "Hello! What is your name?")
    #expect(answer == "Nice to meet you, Ann.")
  }

  @Test("the documentation shows exactly what the test above runs")
  func exampleIsShown() throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let example = lines.drop { $0 != "    // example" }.dropFirst().prefix { $0 != "    // end of the example" }
    let page = try String(
      contentsOf: Self.repository.appending(path: "Sources/MusegraphKit/MusegraphKit.docc/MusegraphKit.md"), encoding: .utf8)
    #expect(!example.isEmpty)
    #expect(page.contains(example.map { $0.dropFirst(4) }.joined(separator: "\n")))
  }

  @Test("a graph with errors, and one that is not there, say so")
  func failures() throws {
    let sources = GraphSources(root: SourceFile(path: "a.yaml", text: "musegraph: 1\nname: a\nbegin: b\nnodes: {c: {end: d}}\n"))
    #expect {
      try LoadedGraph(sources)
    } throws: { error in
      "\(error)".contains("a.yaml:3:8: error: There is no node 'b'. [unknown-node]")
    }
    #expect(throws: GraphLoadingFailure.unreadable(path: "/nowhere.yaml")) {
      try LoadedGraph(contentsOf: URL(filePath: "/nowhere.yaml"))
    }
  }

  @Test("a tool that nobody bound is named")
  func missingTools() async throws {
    let graph = try LoadedGraph(contentsOf: Self.repository.appending(path: "Graphs/meeting/graph.yaml"))
    await #expect {
      try await ConversationHost(graph)
    } throws: { error in
      guard case .missingTools(let tools)? = error as? ConversationHost.Refusal else { return false }
      return tools.contains("calendar.create")
    }
  }
}
