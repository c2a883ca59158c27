import Foundation
import Testing

@Suite("musegraph serve")
struct ServeTests {
  private func expectRefusal(_ arguments: [String], status: Int32, saying words: String) async throws {
    let outcome = try await BuiltMusegraph.run(["serve"] + arguments)
    #expect(outcome.status == status, "\(outcome.complaints)")
    #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
    #expect(outcome.output.isEmpty)
  }

  @Test("it says where it listens, and ends well when it is told to stop")
  func listens() async throws {
    try await RunningServer.with(["Graphs/meeting", "--store", "memory"]) { server in
      #expect(server.greeting == "Listening on http://127.0.0.1:\(server.port) (stop with Ctrl-C)\n")
    }
  }

  @Test("a port in use is one sentence")
  func portInUse() async throws {
    try await RunningServer.with(["Graphs/greeting", "--store", "memory"]) { server in
      try await expectRefusal(
        ["Graphs/greeting", "--store", "memory", "--port", "\(server.port)"], status: 3,
        saying: "The port \(server.port) is in use")
    }
  }

  @Test("a graph with errors is not served")
  func brokenGraph() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write(
        "musegraph: 1\nname: broken\nbegin: nowhere\nnodes: {bye: {end: done}}\n", to: "broken.graph.yaml")
      try await expectRefusal([path, "--store", "memory"], status: 1, saying: "unknown-node")
    }
  }

  @Test("a tool that nothing runs is named")
  func unboundTool() async throws {
    try await ScratchFolder.with { folder in
      let graph = """
        musegraph: 1
        name: weather
        tools:
          weather.look: {effect: reads, takes: {}, outcomes: {looked: {}}}
        begin: look
        nodes:
          look: {call: weather.look, next: {looked: bye, failed: bye}}
          bye: {end: done, say: "Bye."}
        """
      let path = try folder.write(graph, to: "weather.graph.yaml")
      try await expectRefusal([path, "--store", "memory"], status: 3, saying: "'weather.look'")
      try await expectRefusal([path, "--store", "memory"], status: 3, saying: "talk with it by 'musegraph chat'")
    }
  }

  @Test("a file that is no store is left as it is")
  func unreadableStore() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write("no database\n", to: "store.sqlite")
      try await expectRefusal(["Graphs/greeting", "--store", "sqlite:\(path)"], status: 3, saying: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "no database\n")
    }
  }

  @Test("another graph than there is, a wrong store and a wrong port are wrong usage")
  func usage() async throws {
    try await expectRefusal(["Graphs", "--store", "memory"], status: 2, saying: "--graph")
    try await expectRefusal(["Graphs", "--graph", "nope", "--store", "memory"], status: 2, saying: "nope")
    try await expectRefusal(["Graphs/greeting", "--store", "paper"], status: 2, saying: "paper")
    try await expectRefusal(["Graphs/greeting", "--port", "70000"], status: 2, saying: "65535")
  }

  @Test("a durability that the store contradicts is wrong usage, and so is a test's option beyond loopback")
  func durability() async throws {
    let graph = "Graphs/greeting"
    try await expectRefusal(
      [graph, "--store", "sqlite:x.sqlite", "--durability", "memory"], status: 2, saying: "--durability memory")
    try await expectRefusal([graph, "--store", "memory", "--durability", "full"], status: 2, saying: "--store memory")
    try await expectRefusal([graph, "--durability", "some"], status: 2, saying: "full")
    try await expectRefusal([graph, "--host", "0.0.0.0", "--test-stop-at-store-call", "3"], status: 2, saying: "127.0.0.1")
    try await RunningServer.with([graph, "--durability", "memory"]) { _ in }
  }

  @Test("beyond loopback it does not listen without being told so")
  func loopback() async throws {
    try await expectRefusal(["Graphs/greeting", "--store", "memory", "--host", "0.0.0.0"], status: 3, saying: "--allow-anyone")
  }

  @Test("the echo is served on loopback only, whatever else is meant")
  func echo() async throws {
    try await expectRefusal(
      ["Graphs/greeting", "--store", "memory", "--host", "0.0.0.0", "--allow-anyone", "--test-echo"], status: 3,
      saying: "leave out --test-echo")
    try await expectRefusal(
      ["Graphs/greeting", "--store", "memory", "--compression", "much"], status: 2,
      saying: "It takes one of off, message, context.")
  }
}
