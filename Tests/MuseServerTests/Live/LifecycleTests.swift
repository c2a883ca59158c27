import MuseRuntime
import MuseServer
import Testing

@Suite("Starting and stopping", .timeLimit(.minutes(1)))
struct LifecycleTests {
  @Test("a shutdown refuses newcomers, finishes the running turn, sends its reply and closes everybody for a restart")
  func drains() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      let bob = try await WireClient.talk(server.port, "/ws/bob-1")
      try await ann.send(
        .text(#"{"type":"user_message","content":"hold on"}"#), .text(#"{"type":"user_message","content":"queued"}"#))
      await server.gate.someoneIsHeld()
      await server.beginShutdown()
      try await Self.untilReadinessIsRed(server.port)
      await #expect {
        _ = try await WireClient.open(server.port, "/ws/eve-1")
      } throws: {
        ($0 as? WireClient.Refused)?.status == 503
      }
      await server.gate.open()
      #expect(try await ann.content() == "You said: hold on\\n\\nWhat shall I say?")
      #expect(try await ann.content() == "SERVER_DRAINING")
      #expect(try await ann.next() == .close(1012))
      try await ann.send(.close(1012))
      #expect(try await ann.next() == .end)
      #expect(try await bob.next() == .close(1012))
      try await bob.send(.close(1012))
      #expect(try await bob.next() == .end)
    }
  }

  @Test("a turn that does not end is not waited for longer than the time to drain, and clients that do not answer neither")
  func impatient() async throws {
    try await LiveServer.run(
      .with {
        $0.settings.timeouts.drain = .milliseconds(30)
        $0.settings.timeouts.close = .milliseconds(30)
      }
    ) { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.say("hold on")
      await server.gate.someoneIsHeld()
      await server.beginShutdown()
      #expect(try await ann.next() == .close(1012))
      #expect(try await ann.next() == .end)
    }
  }

  private static func untilReadinessIsRed(_ port: Int) async throws {
    while true {
      let client = try await WireClient.connect(port)
      try await client.send(Array("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8))
      if try await client.head()?.hasPrefix("HTTP/1.1 503") == true { return }
    }
  }

  @Test("a host that others can reach is refused, unless somebody says that it is meant")
  func reachableByAnyone() throws {
    var settings = ServerSettings()
    settings.host = "0.0.0.0"
    #expect(throws: ServerSettings.Refusal.reachableByAnyone(host: "0.0.0.0")) { try settings.check() }
    #expect("\(ServerSettings.Refusal.reachableByAnyone(host: "0.0.0.0"))".contains("--allow-anyone"))
    settings.allowsAnyone = true
    try settings.check()
    settings = ServerSettings()
    settings.host = "localhost"
    try settings.check()
  }
}
