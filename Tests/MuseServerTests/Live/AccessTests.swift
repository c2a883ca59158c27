import Foundation
import MuseAccess
import MuseExpression
import MuseRuntime
import MuseServer
import Testing

@Suite("Who may come in", .timeLimit(.minutes(1)))
struct AccessTests {
  private static func error(_ code: String, _ sentence: String) -> WireClient.Frame {
    .text(
      #"{"type":"error","error_code":"\#(code)","message":"\#(sentence)","timestamp":"\#(LiveServer.timestamp)","retry_suggested":false}"#
    )
  }

  /// What somebody hears who is sent away.
  private static func farewell(_ client: WireClient) async throws -> [WireClient.Frame] {
    var frames: [WireClient.Frame] = []
    while true {
      let frame = try await client.next()
      guard frame != .end else { return frames }
      frames.append(frame)
      if case .close(let code) = frame, let code { try await client.send(.close(code)) }
    }
  }

  private static let refused = [
    error("AUTHENTICATION_FAILED", "The credentials are not accepted."), WireClient.Frame.close(4401),
  ]
  private static let missing = [
    error("AUTHENTICATION_FAILED", "This server asks for credentials: an API key or a token."), WireClient.Frame.close(4401),
  ]
  private static let notTheirs = [
    error("AUTHORIZATION_FAILED", "This is not your conversation."), WireClient.Frame.close(4403),
  ]

  @Test("a key is taken as a header, as a subprotocol and in the address")
  func places() async throws {
    var keys = TestKeys()
    let key = keys.key()
    try await LiveServer.run(.asking(keys)) { server in
      for fields in [["Authorization: Bearer \(key)"], ["Sec-WebSocket-Protocol: bearer.\(key)"]] {
        let ann = try await WireClient.talk(server.port, fields: fields)
        try await ann.say("hello")
        #expect(try await ann.content() == "You said: hello\\n\\nWhat shall I say?")
        try await ann.close()
      }
      _ = try await WireClient.talk(server.port, "/ws/bob-1?access_token=\(key)")
    }
  }

  @Test("whoever brings none, a wrong one or several is told so after the upgrade, and nothing of them is kept")
  func refusals() async throws {
    var keys = TestKeys()
    let (key, other) = (keys.key(), keys.key())
    try await LiveServer.run(.asking(keys) { $0.settings.failures.free = 100 }) { server in
      let silent = try await WireClient.open(server.port)
      #expect(try await Self.farewell(silent) == Self.missing)
      let wrong = [
        ["Authorization: Bearer \(TestKeys.wrong)"], ["Authorization: Bearer \(key)x"], ["Authorization: Bearer \(key) \(key)"],
        ["Sec-WebSocket-Protocol: bearer.x"], ["Authorization: Bearer eyJhbGciOiJub25lIn0.e30."],
      ]
      for fields in wrong {
        #expect(try await Self.farewell(WireClient.open(server.port, fields: fields)) == Self.refused)
      }
      let both = try await WireClient.open(
        server.port, "/ws/ann-1?access_token=\(other)", fields: ["Authorization: Bearer \(key)"])
      let several = Self.error("AUTHENTICATION_FAILED", "There are several credentials, and they differ. Send one.")
      #expect(try await Self.farewell(both) == [several, .close(4401)])
      try await server.until(connections: 0)
      #expect(await server.directory.count == 0)
    }
  }

  @Test("a key for one client opens no other conversation, and a key for the server opens none")
  func ownership() async throws {
    var keys = TestKeys()
    let (ann, admin) = (keys.key(client: "ann-1"), keys.key(admin: true))
    try await LiveServer.run(.asking(keys)) { server in
      _ = try await WireClient.talk(server.port, "/ws/ann-1", fields: ["Authorization: Bearer \(ann)"])
      for (path, key) in [("/ws/bob-1", ann), ("/ws/ann-10", ann), ("/ws/ann-1", admin)] {
        let other = try await WireClient.open(server.port, path, fields: ["Authorization: Bearer \(key)"])
        #expect(try await Self.farewell(other) == Self.notTheirs)
      }
    }
  }

  @Test("a token is not sent back where another name can be, and a browser with nothing else is answered")
  func echo() async throws {
    var keys = TestKeys()
    let key = keys.key()
    try await LiveServer.run(.asking(keys)) { server in
      for (offer, answer) in [
        ("musegraph.plain, bearer.\(key)", "musegraph.plain"), ("bearer.\(key), musegraph.plain", "musegraph.plain"),
        ("bearer.\(key)", "bearer.\(key)"),
      ] {
        let client = try await WireClient.connect(server.port)
        try await client.send(Array(WireClient.handshake("/ws/ann-1", fields: ["Sec-WebSocket-Protocol: \(offer)"]).utf8))
        let head = try #require(try await client.head())
        let fields = head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("sec-websocket-protocol:") }
        #expect(fields.map { $0.split(separator: " ").last.map(String.init) } == [answer])
        try await client.close()
      }
    }
  }

  @Test("credentials that end while they are in use close what was opened with them")
  func expiry() async throws {
    var keys = TestKeys()
    let key = keys.key(expires: .milliseconds(50))
    let time = SettableTimeSource(LiveServer.clock)
    try await LiveServer.run(.asking(keys) { $0.time = time }) { server in
      let ann = try await WireClient.talk(server.port, fields: ["Authorization: Bearer \(key)"])
      time.set(to: Instant(seconds: LiveServer.clock.seconds + 1))
      #expect(try await ann.content() == "AUTHENTICATION_FAILED")
      #expect(try await ann.next() == .close(4401))
    }
  }

  @Test("a key that is revoked while it is in use closes what was opened with it, and nothing else")
  func revocation() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString).json").path
    defer { for file in [path, path + ".lock"] { unlink(file) } }
    let file = APIKeyFile(path: path)
    let (key, other) = try file.update {
      ($0.issue(name: "key", at: LiveServer.clock), $0.issue(name: "other", at: LiveServer.clock))
    }
    let time = SettableTimeSource(LiveServer.clock)
    let setup = LiveServer.Setup.with {
      $0.time = time
      $0.settings.watchInterval = .milliseconds(20)
    }
    var asking = setup
    asking.access = CredentialChecker(keys: try APIKeyRing(file: file, logger: LiveServer.logger), tokens: nil)
    try await LiveServer.run(asking) { server in
      let ann = try await WireClient.talk(server.port, "/ws/ann-1", fields: ["Authorization: Bearer \(key.secretText)"])
      let bob = try await WireClient.talk(server.port, "/ws/bob-1", fields: ["Authorization: Bearer \(other.secretText)"])
      try file.update { _ = $0.revoke(key.id, at: LiveServer.clock) }
      time.set(to: Instant(seconds: LiveServer.clock.seconds + 2))
      #expect(try await ann.content() == "AUTHENTICATION_FAILED")
      #expect(try await ann.next() == .close(4401))
      try await bob.say("hello")
      #expect(try await bob.content() == "You said: hello\\n\\nWhat shall I say?")
    }
  }

  @Test("an address that fails too often is held off before the upgrade, and good credentials elsewhere go on")
  func throttle() async throws {
    var keys = TestKeys()
    let key = keys.key()
    try await LiveServer.run(.asking(keys) { $0.settings.failures.free = 2 }) { server in
      let ann = try await WireClient.talk(server.port, fields: ["Authorization: Bearer \(key)"])
      for _ in 0..<3 {
        let client = try await WireClient.open(server.port, fields: ["Authorization: Bearer \(TestKeys.wrong)"])
        #expect(try await Self.farewell(client) == Self.refused)
      }
      await #expect {
        _ = try await WireClient.open(server.port, fields: ["Authorization: Bearer \(key)"])
      } throws: {
        ($0 as? WireClient.Refused)
          == WireClient.Refused(
            status: 429,
            body:
              #"{"error_code":"TOO_MANY_FAILURES","message":"Too many wrong credentials came from your address. Please wait for 1 s."}"#
          )
      }
      let request = "GET /admin/queues HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      let answer = try await HTTPTests.ask(server.port, request)
      #expect(answer.status == 429)
      #expect(answer.head.lowercased().contains("\r\nretry-after: 1"))
      try await ann.say("still here")
      #expect(try await ann.content() == "You said: still here\\n\\nWhat shall I say?")
    }
  }

  @Test("no credential is logged, at whatever level, wherever it stood; refusals are, as security events")
  func logs() async throws {
    var keys = TestKeys()
    let (key, ann, wrong) = (keys.key(), keys.key(client: "ann-1"), TestKeys.wrong)
    let ledger = Ledger()
    try await LiveServer.run(.asking(keys) { $0.logger = ledger.logger }) { server in
      let client = try await WireClient.talk(server.port, "/ws/bob-1?access_token=\(key)")
      try await client.say("hello")
      _ = try await client.content()
      _ = try await WireClient.talk(server.port, "/ws/cat-1", fields: ["Authorization: Bearer \(key)"])
      _ = try await WireClient.talk(server.port, "/ws/dan-1", fields: ["Sec-WebSocket-Protocol: bearer.\(key)"])
      for path in ["/ws/bob-1?access_token=\(wrong)", "/ws/bob-1?access_token=\(ann)", "/ws/b?access_token=\(key)"] {
        if let other = try? await WireClient.open(server.port, path) { _ = try await Self.farewell(other) }
      }
      for path in ["/admin/queues", "/calendar/bob-1.ics", "/nothing", "/"] {
        _ = try await HTTPTests.get(server.port, "\(path)?access_token=\(key)")
        _ = try await HTTPTests.get(server.port, "\(path)?access_token=\(wrong)")
      }
    }
    let secrets = [key, ann, wrong].map { $0.suffix(38) }
    #expect(ledger.lines.filter { line in secrets.contains { line.contains($0) } } == [])
    let events = ledger.lines.filter { $0.contains("security_event=") }
    #expect(events.contains { $0.contains("reason=unknownKey") && $0.contains("address=127.0.0.1") })
    #expect(events.contains { $0.contains("security_event=not_allowed") && $0.contains("wish=/ws/bob-1") })
  }
}
