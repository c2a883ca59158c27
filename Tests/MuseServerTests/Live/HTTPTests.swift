import MuseServer
import Testing

@Suite("HTTP", .timeLimit(.minutes(1)))
struct HTTPTests {
  /// The status and the body of a request, which may be garbage.
  static func ask(_ port: Int, _ request: String) async throws -> (status: Int, head: String, body: String) {
    let client = try await WireClient.connect(port)
    try await client.send(Array(request.utf8))
    let head = try await client.head() ?? ""
    let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return (status, head, await client.rest())
  }

  static func get(_ port: Int, _ path: String, method: String = "GET", _ fields: String...) async throws -> (
    status: Int, head: String, body: String
  ) {
    let head = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + fields
    return try await ask(port, head.joined(separator: "\r\n") + "\r\n\r\n")
  }

  @Test("health tells how it is, and how many are here")
  func health() async throws {
    try await LiveServer.run { server in
      _ = try await WireClient.talk(server.port)
      let health = try await Self.get(server.port, "/health")
      #expect(health.body == #"{"status":"healthy","timestamp":"\#(LiveServer.timestamp)","active_connections":1}"#)
      #expect(try await Self.get(server.port, "/health/live").body == #"{"status":"alive"}"#)
      #expect(try await Self.get(server.port, "/health/ready").body == #"{"status":"ready"}"#)
    }
  }

  @Test("readiness is red while the store cannot be reached")
  func notReady() async throws {
    try await LiveServer.run(.with { $0.isStoreReady = { false } }) { server in
      let ready = try await Self.get(server.port, "/health/ready")
      #expect(ready.status == 503)
      #expect(ready.body == #"{"status":"store_unavailable"}"#)
    }
  }

  @Test("the page comes with a policy that lets only its own script run")
  func page() async throws {
    try await LiveServer.run(.with { $0.settings.title = "Tea & <Biscuits>" }) { server in
      let page = try await Self.get(server.port, "/")
      #expect(page.status == 200)
      #expect(page.body.contains("<title>Tea &amp; &lt;Biscuits&gt;</title>"))
      #expect(!page.body.contains("{{"))
      let nonce = try #require(page.head.firstMatch(of: /script-src 'nonce-([a-z0-9]+)'/)?.1)
      #expect(page.body.contains("<script type=\"module\" nonce=\"\(nonce)\">"))
      #expect(try await !Self.get(server.port, "/").head.contains(nonce))
      for field in [
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "frame-ancestors 'none'", "default-src 'none'",
      ] {
        #expect(page.head.contains(field))
      }
      #expect(page.body.firstMatch(of: /(src|href)="http/) == nil)
      let head = try await Self.get(server.port, "/", method: "HEAD")
      #expect(head.status == 200)
      #expect(head.body == "")
    }
  }

  @Test("a calendar is given to this machine, and to no proxy on it")
  func calendar() async throws {
    let calendar: MuseServer.CalendarProvider = { $0.rawValue == "ann-1" ? "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" : nil }
    try await LiveServer.run(.with { $0.calendar = calendar }) { server in
      let calendar = try await Self.get(server.port, "/calendar/ann-1.ics")
      #expect(calendar.body == "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
      #expect(calendar.head.contains("Content-Type: text/calendar; charset=utf-8"))
      #expect(try await Self.get(server.port, "/calendar/bob-1.ics").status == 404)
      #expect(try await Self.get(server.port, "/calendar/x.ics").status == 400)
      #expect(try await Self.get(server.port, "/calendar/ann-1.ics", "X-Forwarded-For: 10.0.0.1").status == 403)
    }
  }

  @Test(
    "what is not there, or not like this, is refused as JSON",
    arguments: [
      ("GET", "/nothing", 404, "NOT_FOUND"), ("GET", "/calendar/ann-1.ics", 404, "NOT_FOUND"),
      ("POST", "/health", 405, "METHOD_NOT_ALLOWED"),
      ("DELETE", "/", 405, "METHOD_NOT_ALLOWED"), ("GET", "/ws/ann-1", 426, "UPGRADE_REQUIRED"),
      ("GET", "/ws/a", 400, "BAD_CLIENT_ID"),
      ("GET", "/../etc/passwd", 404, "NOT_FOUND"), ("GET", "/%2e%2e/", 404, "NOT_FOUND"),
    ])
  func refused(method: String, path: String, status: Int, code: String) async throws {
    try await LiveServer.run { server in
      let answer = try await Self.get(server.port, path, method: method)
      #expect(answer.status == status)
      #expect(answer.body.hasPrefix(#"{"error_code":"\#(code)","message":""#))
    }
  }

  @Test("what is no HTTP is refused, and the server goes on")
  func garbage() async throws {
    try await LiveServer.run { server in
      let requests: [(String, Int)] = [
        ("hello\r\n\r\n", 400), ("GET / HTTP/9.9\r\n\r\n", 400), ("GET  HTTP/1.1\r\n\r\n", 400), ("\u{0}\u{1}\u{2}\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "x", count: 9000))\r\n\r\n", 431),
        ("GET /\(String(repeating: "x", count: 9000)) HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\nHost: localhost\r\n\(String(repeating: "X: y\r\n", count: 200))\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421),
      ]
      for (request, status) in requests {
        let answer = try await Self.ask(server.port, request)
        #expect(answer.status == status, "\(request.prefix(60))")
        #expect(try await Self.get(server.port, "/health").status == 200)
      }
    }
  }

  @Test("a WebSocket is refused before the upgrade, with a status and a reason")
  func admission() async throws {
    try await LiveServer.run { server in
      let talking = try await WireClient.talk(server.port, "/ws/busy-1")
      try await talking.say("hi")
      _ = try await talking.content()
      let refusals: [(String, [String], Int, String)] = [
        ("/ws/ab", [], 400, "BAD_CLIENT_ID"), ("/ws/", [], 400, "BAD_CLIENT_ID"), ("/ws/ann%20b", [], 400, "BAD_CLIENT_ID"),
        ("/ws/ann/b", [], 400, "BAD_CLIENT_ID"), ("/ws/\(String(repeating: "a", count: 101))", [], 400, "BAD_CLIENT_ID"),
        ("/ws/ann-1", ["Origin: http://evil.example"], 403, "ORIGIN_NOT_ALLOWED"),
        ("/ws/ann-1", ["Origin: null"], 403, "ORIGIN_NOT_ALLOWED"),
        ("/ws/ann-1?graph=nobody", [], 404, "UNKNOWN_GRAPH"), ("/ws/busy-1?graph=counter", [], 409, "ANOTHER_GRAPH_RUNS"),
        ("/ws/ann-1?zone=Atlantis", [], 400, "UNKNOWN_ZONE"),
      ]
      for (path, fields, status, code) in refusals {
        do {
          _ = try await WireClient.open(server.port, path, fields: fields)
          Issue.record("\(path) was let in")
        } catch let refused as WireClient.Refused {
          #expect(refused.status == status, "\(path) \(fields)")
          #expect(refused.body.hasPrefix(#"{"error_code":"\#(code)","#), "\(path) \(fields)")
        }
      }
      #expect(server.connections.connectionCount == 1)
      _ = try await WireClient.talk(
        server.port, "/ws/ann-1?graph=counter&zone=Europe%2FBerlin", fields: ["Origin: http://127.0.0.1"])
    }
  }

  @Test("half a handshake is not waited for")
  func halfHandshake() async throws {
    try await LiveServer.run(.with { $0.settings.timeouts.handshake = .milliseconds(30) }) { server in
      let silent = try await WireClient.connect(server.port)
      let half = try await WireClient.connect(server.port)
      try await half.send(Array("GET /ws/ann-1 HTTP/1.1\r\nHost: local".utf8))
      #expect(await silent.rest() == "")
      #expect(await half.rest() == "")
    }
    #expect(ServerSettings().timeouts.handshake <= .seconds(10))
  }

  @Test(
    "a handshake that is not one is no WebSocket",
    arguments: [
      (["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"], 426),
      (
        ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 8", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="],
        426
      ),
      (["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: short"], 426),
      (["Upgrade: h2c", "Connection: Upgrade"], 426), (["Connection: close"], 426),
    ])
  func handshakes(fields: [String], status: Int) async throws {
    try await LiveServer.run { server in
      let client = try await WireClient.connect(server.port)
      let head = (["GET /ws/ann-1 HTTP/1.1", "Host: localhost"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
      try await client.send(Array(head.utf8))
      #expect(try await client.head()?.hasPrefix("HTTP/1.1 \(status) ") == true)
    }
  }

  @Test("a full server says so, until somebody leaves")
  func full() async throws {
    try await LiveServer.run(.with { $0.settings.limits.connections = 1 }) { server in
      let ann = try await WireClient.talk(server.port)
      await #expect {
        _ = try await WireClient.open(server.port, "/ws/bob-1")
      } throws: {
        ($0 as? WireClient.Refused)?.status == 503
      }
      try await ann.close()
      try await server.until(connections: 0)
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
    }
  }
}
