import MuseAccess
import MuseServer
import Testing

@Suite("Several tenants", .timeLimit(.minutes(1)))
struct TenantTests {
  private static func bearer(_ key: String) -> String { "Authorization: Bearer \(key)" }

  private static func get(_ server: LiveServer, _ path: String, _ key: String) async throws -> (
    status: Int, head: String, body: String
  ) {
    try await HTTPTests.ask(
      server.adminPort, "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(bearer(key))\r\n\r\n")
  }

  private static func post(_ server: LiveServer, _ path: String, _ key: String, _ body: String) async throws -> (
    status: Int, head: String, body: String
  ) {
    let head = [
      "POST \(path) HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: \(body.utf8.count)", bearer(key),
    ]
    return try await HTTPTests.ask(server.adminPort, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  @Test("clients of one name have nothing to do with each other")
  func threads() async throws {
    var keys = TestKeys()
    let (acme, other, none) = (keys.key("acme"), keys.key("other"), keys.key())
    try await LiveServer.run(.asking(keys)) { server in
      var clients: [WireClient] = []
      for key in [acme, other, none] { clients.append(try await WireClient.talk(server.port, fields: [Self.bearer(key)])) }
      // One message id in each: none is taken for a repetition, nobody hears of the others, and each counts from one.
      for (index, client) in clients.enumerated() {
        try await client.say("word \(index)", #""message_id":"m-1""#)
        #expect(
          try await client.next()
            == .text(
              #"{"content":"You said: word \#(index)\n\nWhat shall I say?","timestamp":"\#(LiveServer.timestamp)","message_id":"reply-1","reply_to":"m-1"}"#
            ))
      }
      let again = try await WireClient.talk(server.port, fields: [Self.bearer(acme)])
      try await clients[0].say("to myself")
      _ = try await clients[0].content()
      #expect(try await again.content() == "to myself")
      let connected = ["ann-1", "acme:ann-1", "third:ann-1"].map { text in
        ClientID(qualified: text).map { server.connections.connectionCount(of: $0) }
      }
      #expect(connected == [1, 2, 0])
      // What is sent to one of them, or to all of a tenant, reaches no other.
      let acmes = try #require(Tenant("acme").map(Domain.tenant))
      #expect(server.connections.broadcast("for acme", to: acmes) == 2)
      let other = try #require(ClientID("ann-1", tenant: Tenant("other")))
      #expect(server.connections.sendPersonalMessage("for the other", to: other) == 1)
      #expect(server.connections.broadcast("for all") == 4)
      #expect(try await [clients[0].content(), clients[0].content()] == ["for acme", "for all"])
      #expect(try await [clients[1].content(), clients[1].content()] == ["for the other", "for all"])
      #expect(try await clients[2].content() == "for all")
    }
  }

  @Test("an administrator of a tenant sees and does what is its own, and one of the server all")
  func administration() async throws {
    var keys = TestKeys()
    let (acme, other) = (keys.key("acme"), keys.key("other"))
    let (acmeAdmin, otherAdmin, root) = (keys.key("acme", admin: true), keys.key("other", admin: true), keys.key(admin: true))
    try await LiveServer.run(.asking(keys)) { server in
      #expect(try await Self.post(server, "/admin/queues/door", root, #"{"staffed":true}"#).status == 200)
      for key in [acme, other] {
        let ann = try await WireClient.talk(server.port, "/ws/ann-1?graph=desk", fields: [Self.bearer(key)])
        try await ann.say("nothing")
        _ = try await ann.content()
        try await ann.say("a letter")
        #expect(try await ann.content() == "I wait for it.")
      }
      let arrived = #"{"name":"arrived","fields":{"place":"the door"},"id":"e1"}"#
      #expect(try await Self.post(server, "/v1/threads/ann-1/events", acmeAdmin, arrived).body == #"{"status":"taken"}"#)
      #expect(try await Self.post(server, "/v1/threads/other:ann-1/events", acmeAdmin, arrived).status == 400)
      #expect(try await Self.post(server, "/v1/threads/ann-1/events", acme, arrived).status == 403)
      let handoffs = "/admin/handoffs"
      #expect(try await Self.get(server, handoffs, acmeAdmin).body == #"{"handoffs":[{"queue":"door","thread":"ann-1"}]}"#)
      #expect(try await Self.get(server, handoffs, otherAdmin).body == #"{"handoffs":[]}"#)
      #expect(try await Self.get(server, handoffs, root).body == #"{"handoffs":[{"queue":"door","thread":"acme:ann-1"}]}"#)
      #expect(try await Self.get(server, handoffs, acme).status == 403)
      #expect(try await Self.get(server, "\(handoffs)/ann-1", acmeAdmin).status == 200)
      #expect(try await Self.get(server, "\(handoffs)/ann-1", otherAdmin).status == 404)
      #expect(try await Self.get(server, "\(handoffs)/acme:ann-1", otherAdmin).status == 400)
      #expect(try await Self.get(server, "\(handoffs)/acme:ann-1", root).status == 200)
      #expect(try await Self.get(server, "\(handoffs)/ann-1", root).status == 404)
      #expect(
        try await Self.post(server, "/admin/handoffs/ann-1/say", otherAdmin, #"{"text":"Hi."}"#).body != #"{"status":"taken"}"#)
      // Queues are the whole server's.
      for key in [acmeAdmin, otherAdmin] {
        #expect(try await Self.get(server, "/admin/queues", key).status == 403)
        #expect(try await Self.post(server, "/admin/queues/door", key, #"{"staffed":false}"#).status == 403)
      }
    }
  }

  @Test("a calendar is its owner's and its administrator's")
  func calendars() async throws {
    var keys = TestKeys()
    let (ann, acme, admin, otherAdmin) = (
      keys.key("acme", client: "ann-1"), keys.key("acme"), keys.key("acme", admin: true), keys.key("other", admin: true)
    )
    try await LiveServer.run(.asking(keys) { $0.calendar = { "calendar of \($0)" } }) { server in
      for (key, path, body) in [
        (ann, "ann-1", "calendar of acme:ann-1"), (acme, "bob-1", "calendar of acme:bob-1"),
        (admin, "ann-1", "calendar of acme:ann-1"),
        (otherAdmin, "ann-1", "calendar of other:ann-1"),
      ] {
        #expect(try await Self.get(server, "/calendar/\(path).ics", key).body == body)
      }
      #expect(try await Self.get(server, "/calendar/bob-1.ics", ann).status == 403)
      let unknown = try await HTTPTests.get(server.port, "/calendar/ann-1.ics")
      #expect(unknown.status == 401)
      #expect(unknown.head.lowercased().contains("\r\nwww-authenticate: bearer realm=\"musegraph\""))
    }
  }

  @Test("over HTTP, too, somebody talks as themselves only; who looks after a thread may look at it")
  func talkingOverHTTP() async throws {
    var keys = TestKeys()
    let (ann, acme, other, admin) = (
      keys.key("acme", client: "ann-1"), keys.key("acme"), keys.key("other"), keys.key("acme", admin: true)
    )
    try await LiveServer.run(.asking(keys)) { server in
      let hello = #"{"content":"hello"}"#
      let path = "/v1/threads/ann-1"
      let own = try await Self.post(server, path + "/messages", ann, hello)
      #expect(own.status == 200)
      #expect(try await Self.post(server, "/v1/threads/bob-1/messages", ann, hello).status == 403)
      #expect(try await Self.post(server, path + "/messages", admin, hello).status == 403)
      #expect(try await Self.post(server, "/v1/threads/acme:ann-1/messages", other, hello).status == 400)
      for (key, status) in [(ann, 200), (acme, 200), (admin, 200), (other, 404)] {
        #expect(try await Self.get(server, path, key).status == status)
      }
      #expect(try await HTTPTests.get(server.port, path).status == 401)
      #expect(try await HTTPTests.get(server.port, "/v1/graphs").status == 401)
    }
  }

  @Test("what is for whoever runs the server can have a port of its own")
  func ownPort() async throws {
    var keys = TestKeys()
    let (key, root) = (keys.key(), keys.key(admin: true))
    let setup = LiveServer.Setup.asking(keys) { $0.settings.adminPort = 0 }
    try await LiveServer.run(setup) { server in
      #expect(server.adminPort != server.port)
      #expect(try await HTTPTests.get(server.port, "/admin/queues").status == 404)
      #expect(try await HTTPTests.get(server.port, "/v1/threads/ann-1/events").status == 404)
      #expect(try await Self.get(server, "/admin/queues", root).status == 200)
      #expect(try await HTTPTests.get(server.adminPort, "/admin/queues").status == 401)
      #expect(try await Self.get(server, "/", root).status == 404)
      #expect(try await Self.get(server, "/calendar/ann-1.ics", root).status == 404)
      #expect(try await HTTPTests.get(server.adminPort, "/health/ready").status == 200)
      let client = try await WireClient.connect(server.adminPort)
      try await client.send(Array(WireClient.handshake("/ws/ann-1", fields: [Self.bearer(key)]).utf8))
      #expect(try await client.head()?.hasPrefix("HTTP/1.1 404 ") == true)
    }
  }
}
