import MuseServer
import Testing

@Suite("Limits, each at its boundary", .timeLimit(.minutes(1)))
struct LimitTests {
  /// Tokens that come in so seldom that none does while a test runs.
  private static let hardlyEver = Rate(1, per: .seconds(3600))

  private static func setup(_ change: @escaping (inout ServerSettings) -> Void) -> LiveServer.Setup {
    .with { change(&$0.settings) }
  }

  private static func said(_ line: String) -> String { "You said: \(line)\\n\\nWhat shall I say?" }

  private static let user = #"{"type":"user_message","content":""#

  @Test("a message may be as long as the limit of content, and no character longer")
  func contentLength() async throws {
    try await LiveServer.run(Self.setup { $0.limits.contentLength = 10 }) { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.say("0123456789")
      #expect(try await ann.content() == Self.said("0123456789"))
      try await ann.say("0123456789é")
      #expect(try await ann.content() == "MESSAGE_TOO_LONG")
      #expect(server.hits.all == [.contentLength: 1])
    }
  }

  @Test("a message may have as many bytes as the limit, and no byte more")
  func messageBytes() async throws {
    try await LiveServer.run(Self.setup { $0.limits.messageBytes = 64 }) { server in
      let ann = try await WireClient.talk(server.port)
      let room = 64 - Self.user.utf8.count - 2
      try await ann.send(.text(Self.user + String(repeating: "a", count: room) + "\"}"))
      #expect(try await ann.content() == Self.said(String(repeating: "a", count: room)))
      try await ann.send(.text(Self.user + String(repeating: "a", count: room + 1) + "\"}"))
      #expect(try await ann.next() == .close(1009))
      #expect(server.hits.all == [.messageBytes: 1])
    }
  }

  @Test("a burst of a client is read, over all its connections; what is too fast is told when to come again, and at last closed")
  func messageRate() async throws {
    let setup = Self.setup {
      $0.limits.messageRate = Self.hardlyEver
      $0.limits.messageBurst = 3
      $0.limits.messagesTooFast = 2
    }
    try await LiveServer.run(setup) { server in
      let ann = try await WireClient.talk(server.port)
      for _ in 0..<2 {
        try await ann.say("hello")
        #expect(try await ann.content() == Self.said("hello"))
      }
      try await ann.close()
      let again = try await WireClient.talk(server.port)
      try await again.say("third")
      #expect(try await again.content() == Self.said("third"))
      try await again.say("fourth")
      guard case .text(let json) = try await again.next() else { return #expect(Bool(false), "no answer") }
      #expect(json.contains(#""error_code":"RATE_LIMITED""#), "\(json)")
      #expect(json.firstMatch(of: /"retry_suggested":true,"retry_after":3[56][0-9]{2}}/) != nil, "\(json)")
      let bob = try await WireClient.talk(server.port, "/ws/bob-1")
      try await bob.say("hello")
      #expect(try await bob.content() == Self.said("hello"))
      try await again.say("fifth")
      #expect(try await again.content() == "RATE_LIMITED")
      #expect(try await again.next() == .close(1008))
      #expect(server.hits.all == [.messageRate: 2])
    }
  }

  @Test("an address may shake hands as often as its burst, and is told when it may again")
  func handshakes() async throws {
    let setup = Self.setup {
      $0.limits.handshakeRate = Self.hardlyEver
      $0.limits.handshakeBurst = 2
      $0.limits.uncountedAddresses = []
    }
    try await LiveServer.run(setup) { server in
      _ = try await WireClient.talk(server.port)
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
      let client = try await WireClient.connect(server.port)
      try await client.send(Array(WireClient.handshake("/ws/cid-1").utf8))
      let head = try #require(try await client.head())
      #expect(head.hasPrefix("HTTP/1.1 429 "))
      #expect(head.lowercased().firstMatch(of: /retry-after: 3[56][0-9]{2}/) != nil, "\(head)")
      #expect(await client.rest().contains("TOO_MANY_HANDSHAKES"))
      #expect(server.hits.all == [.handshakeRate: 1])
    }
  }

  @Test("an address may have so many connections, and one more when one has gone; behind a trusted proxy, each of its clients")
  func connectionsPerAddress() async throws {
    let setup = Self.setup {
      $0.limits.connectionsPerAddress = 2
      $0.trustedProxies = ["127.0.0.1"].compactMap { AddressBlock($0) }
    }
    try await LiveServer.run(setup) { server in
      let from = { (address: String) in ["X-Forwarded-For: 6.6.6.6, \(address)"] }
      let first = try await WireClient.talk(server.port, "/ws/ann-1", fields: from("192.0.2.1"))
      _ = try await WireClient.talk(server.port, "/ws/ann-2", fields: from("192.0.2.1"))
      await #expect(throws: WireClient.Refused.self) {
        _ = try await WireClient.open(server.port, "/ws/ann-3", fields: from("192.0.2.1"))
      }
      let other = try await WireClient.talk(server.port, "/ws/bob-1", fields: from("192.0.2.2"))
      #expect(server.hits.all == [.connectionsPerAddress: 1])
      try await other.close()
      try await first.close()
      try await server.until(connections: 1)
      _ = try await WireClient.talk(server.port, "/ws/ann-3", fields: from("192.0.2.1"))
    }
  }

  @Test("this machine is not counted, unless that is wanted")
  func uncounted() async throws {
    let setup = Self.setup {
      $0.limits.handshakeRate = Self.hardlyEver
      $0.limits.handshakeBurst = 1
      $0.limits.connectionsPerAddress = 1
    }
    try await LiveServer.run(setup) { server in
      for name in ["ann", "bob", "cid"] { _ = try await WireClient.talk(server.port, "/ws/\(name)-1") }
      #expect(server.hits.all == [:])
    }
  }

  @Test("connections in all and of one client have a limit, and both are counted when they are hit")
  func connections() async throws {
    let setup = Self.setup {
      $0.limits.connections = 3
      $0.limits.connectionsPerClient = 1
    }
    try await LiveServer.run(setup) { server in
      _ = try await WireClient.talk(server.port)
      let second = try await WireClient.open(server.port)
      #expect(try await second.content() == "TOO_MANY_CONNECTIONS")
      #expect(try await second.next() == .close(4429))
      try await second.close()
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
      _ = try await WireClient.talk(server.port, "/ws/cid-1")
      await #expect(throws: WireClient.Refused.self) { _ = try await WireClient.open(server.port, "/ws/dan-1") }
      #expect(server.hits.all == [.connectionsPerClient: 1, .connections: 1])
    }
  }

  @Test("half a handshake is closed when its time is over")
  func handshakeTime() async throws {
    try await LiveServer.run(Self.setup { $0.timeouts.handshake = .milliseconds(100) }) { server in
      let client = try await WireClient.connect(server.port)
      try await client.send(Array("GET /ws/ann-1 HTTP/1.1\r\nHost: loc".utf8))
      #expect(await client.rest() == "")
      #expect(server.hits.all == [.handshakeTime: 1])
    }
  }

  @Test("a WebSocket on which nothing is said is closed, where that is wanted")
  func idleTime() async throws {
    try await LiveServer.run(Self.setup { $0.timeouts.idleWebSocket = .milliseconds(100) }) { server in
      let ann = try await WireClient.open(server.port)
      // On a busy machine the greeting may come too late for it.
      while true {
        let frame = try await ann.next()
        if case .text = frame { continue }
        #expect(frame == .close(1001))
        break
      }
      #expect(server.hits.all[.idleTime] == 1)
    }
  }

  @Test("beyond the limit of memory nobody new comes in, and those who are here stay")
  func memory() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      var settings = server.settings
      settings.limits.memory = 1
      server.server.apply(settings)
      await #expect(throws: WireClient.Refused.self) { _ = try await WireClient.open(server.port, "/ws/bob-1") }
      try await ann.say("hello")
      #expect(try await ann.content() == Self.said("hello"))
      settings.limits.memory = nil
      server.server.apply(settings)
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
      #expect(server.hits.all == [.memory: 1])
    }
  }

  @Test(
    "header fields and the first line have a limit each, and the answer says which",
    arguments: [
      ("GET /", "a", " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414, Limit.requestTarget),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "a", "\r\n\r\n", 431, Limit.headers),
      ("GET / HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n", "\r\n", 431, Limit.headers),
    ])
  func headers(start: String, filling: String, end: String, status: Int, limit: Limit) async throws {
    let setup = Self.setup {
      $0.limits.headerFieldBytes = 300
      $0.limits.headerFields = 50
    }
    try await LiveServer.run(setup) { server in
      for (count, isWithin) in [(40, true), (310, false)] {
        let client = try await WireClient.connect(server.port)
        try await client.send(Array((start + String(repeating: filling, count: count) + end).utf8))
        let head = try #require(try await client.head())
        #expect(head.hasPrefix("HTTP/1.1 \(status) ") != isWithin, "\(count): \(head)")
      }
      #expect(server.hits.all == [limit: 1])
    }
  }

  @Test("settings that are replaced hold for whoever comes next")
  func replaced() async throws {
    try await LiveServer.run { server in
      let fields = ["Origin: https://example.com"]
      await #expect(throws: WireClient.Refused.self) { _ = try await WireClient.open(server.port, fields: fields) }
      var settings = server.settings
      settings.allowedOrigins = ["https://example.com"]
      settings.limits.contentLength = 3
      server.server.apply(settings)
      let ann = try await WireClient.talk(server.port, fields: fields)
      try await ann.say("long")
      #expect(try await ann.content() == "MESSAGE_TOO_LONG")
    }
  }
}
