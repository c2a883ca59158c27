import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseServer
import Testing

@Suite("Who is connected, and what they are told", .timeLimit(.minutes(1)))
struct PresenceTests {
  private static func post(_ port: Int, _ path: String, _ body: String, method: String = "POST") async throws -> (
    status: Int, head: String, body: String
  ) {
    let head = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: \(body.utf8.count)"]
    return try await HTTPTests.ask(port, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  @Test("broadcasts go to everybody, personal messages to one client, in either form")
  func broadcasting() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      let second = try await WireClient.open(server.port, fields: ["Sec-WebSocket-Protocol: musegraph.v1"])
      _ = try await second.next()
      let bob = try await WireClient.talk(server.port, "/ws/bob-1")
      #expect(try await Self.post(server.port, "/admin/broadcast", #"{"content":"Soon."}"#).body == #"{"connections":3}"#)
      #expect(
        try await Self.post(server.port, "/admin/clients/ann-1/messages", #"{"content":"For Ann."}"#).body
          == #"{"connections":2}"#)
      #expect(
        try await Self.post(server.port, "/admin/clients/nobody/messages", #"{"content":"For none."}"#).body
          == #"{"connections":0}"#)
      for client in [ann, second, bob] { #expect(try await client.content() == "Soon.") }
      for client in [ann, second] { #expect(try await client.content() == "For Ann.") }
      try await bob.say("hi")
      #expect(try await bob.content() == "You said: hi\\n\\nWhat shall I say?")
    }
  }

  @Test("who is here is told by client, and each connection by itself")
  func presence() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      let full = try await WireClient.open(server.port, fields: ["Sec-WebSocket-Protocol: musegraph.v1"])
      _ = try await full.next()
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
      #expect(
        try await HTTPTests.get(server.port, "/health/clients").body
          == #"{"active_connections":3,"active_clients":2,"clients":[{"client_id":"ann-1","connections":2},{"client_id":"bob-1","connections":1}]}"#
      )
      let list = try await HTTPTests.get(server.port, "/admin/connections").body
      #expect(list.contains(#""client_id":"ann-1","form":"musegraph.v1","since":"\#(LiveServer.timestamp)""#))
      #expect(list.matches(of: /"form":"plain"/).count == 2)
      try await ann.close()
      try await server.until(connections: 2)
      #expect(try await HTTPTests.get(server.port, "/health/clients").body.contains(#"{"client_id":"ann-1","connections":1}"#))
    }
  }

  @Test("a person's thread is exported whole, and deleted")
  func exportAndErase() async throws {
    let store = InMemoryCheckpointStore()
    try await LiveServer.run(.with { $0.store = store }) { server in
      #expect(try await HTTPTests.get(server.port, "/admin/threads/ann-1/export").status == 404)
      let ann = try await WireClient.talk(server.port)
      try await ann.say("hi", #""message_id":"m-1""#)
      _ = try await ann.next()
      let exported = try await HTTPTests.get(server.port, "/admin/threads/ann-1/export")
      #expect(Replay.run(try JournalFile(lines: exported.body)).turns == 1)
      try await ann.close()
      try await server.until(connections: 0)
      #expect(
        try await Self.post(server.port, "/admin/threads/ann-1", "", method: "DELETE").body == #"{"status":"erased"}"#)
      #expect(try await Self.post(server.port, "/admin/threads/ann-1", "", method: "DELETE").status == 404)
      #expect(try await HTTPTests.get(server.port, "/v1/threads/ann-1").status == 404)
    }
  }

  @Test("a server is told to drain from outside: its clients are closed for a restart")
  func drain() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      #expect(try await Self.post(server.port, "/admin/drain", "").status == 202)
      #expect(try await ann.next() == .close(1012))
    }
  }
}
