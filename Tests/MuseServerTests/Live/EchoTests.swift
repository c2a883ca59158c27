import MuseServer
import NIOCore
import Testing

@Suite("The echo, and compression", .timeLimit(.minutes(1)))
struct EchoTests {
  private static func setup(_ compression: ServerSettings.Compression = .off) -> LiveServer.Setup {
    .with {
      $0.settings.testEcho = true
      $0.settings.compression = compression
    }
  }

  @Test("text and binary come back as they went, without a greeting, however many fragments they had")
  func echo() async throws {
    try await LiveServer.run(Self.setup()) { server in
      let ann = try await WireClient.open(server.port, "/ws-echo")
      try await ann.send(.text("héllo"), ClientFrame(opcode: 2, payload: [0, 0xFF]), .ping("x"), .text(""))
      for frame in [.text("héllo"), .binary([0, 0xFF]), .pong([0x78]), .text("")] as [WireClient.Frame] {
        #expect(try await ann.next() == frame)
      }
      let fragment = ClientFrame.continuation("", isFinal: false).bytes
      let many = (0..<200_000).flatMap { _ in fragment }
      try await ann.send(ClientFrame.text("a", isFinal: false).bytes + many + ClientFrame.continuation("b").bytes)
      #expect(try await ann.next() == .text("ab"))
      try await ann.send(.close(1000))
      #expect(try await ann.next() == .close(1000))
    }
  }

  @Test("a message has no more than 16 MiB")
  func longest() async throws {
    try await LiveServer.run(Self.setup()) { server in
      let bob = try await WireClient.open(server.port, "/ws-echo")
      try await bob.send(ClientFrame(opcode: 2, length: .claimed(16 << 20 + 1)))
      #expect(try await bob.next() == .close(1009))
    }
  }

  @Test("a client that does not take its echoes is not read any further, and gets them all when it does")
  func backpressure() async throws {
    try await LiveServer.run(Self.setup()) { server in
      let ann = try await WireClient.open(server.port, "/ws-echo")
      try await ann.channel.setOption(.autoRead, value: false).get()
      let message = ClientFrame.text(String(repeating: "a", count: 1 << 16))
      let bytes = ByteBuffer(bytes: (0..<200).flatMap { _ in message.bytes })
      let channel = ann.channel
      async let sent: Void = channel.writeAndFlush(bytes)
      try await ann.channel.setOption(.autoRead, value: true).get()
      for _ in 0..<200 { #expect(try await ann.next() == .text(String(decoding: message.payload, as: UTF8.self))) }
      try await sent
    }
  }

  @Test("there is no echo where it was not asked for, none for pages of others, and none that others can reach")
  func refusals() async throws {
    try await LiveServer.run { server in
      await #expect { _ = try await WireClient.open(server.port, "/ws-echo") } throws: {
        ($0 as? WireClient.Refused)?.status == 404
      }
    }
    try await LiveServer.run(Self.setup()) { server in
      await #expect {
        _ = try await WireClient.open(server.port, "/ws-echo", fields: ["Origin: http://evil.example"])
      } throws: {
        ($0 as? WireClient.Refused)?.status == 403
      }
    }
    var settings = ServerSettings()
    settings.testEcho = true
    settings.host = "0.0.0.0"
    settings.allowsAnyone = true
    #expect(throws: ServerSettings.Refusal.echoIsReachable(host: "0.0.0.0")) { try settings.check() }
  }

  // MARK: Compression

  private static let words = #"{"words":"again and again and again and again and again and again"}"#

  /// Says the same thing twice on the echo.
  private func echoes(_ compression: ServerSettings.Compression, offer: String) async throws -> (head: String, [WireClient.Frame])
  {
    var found: (head: String, [WireClient.Frame]) = ("", [])
    try await LiveServer.run(Self.setup(compression)) { server in
      let ann = try await WireClient.connect(server.port)
      try await ann.send(
        Array(WireClient.handshake("/ws-echo", fields: ["Sec-WebSocket-Extensions: \(offer)"]).utf8)
          + ClientFrame.text(Self.words).bytes + ClientFrame.text(Self.words).bytes)
      found.head = try #require(try await ann.head())
      found.1 = [try await ann.next(), try await ann.next()]
    }
    return found
  }

  private static func size(_ frame: WireClient.Frame) -> Int? {
    if case .compressed(let bytes) = frame { bytes.count } else { nil }
  }

  @Test("off, it is not agreed on, whatever a client offers")
  func off() async throws {
    let (head, frames) = try await echoes(.off, offer: "permessage-deflate")
    #expect(head.hasPrefix("HTTP/1.1 101 "))
    #expect(!head.lowercased().contains("sec-websocket-extensions"))
    #expect(frames == [.text(Self.words), .text(Self.words)])
  }

  @Test("message by message, the same is as long each time")
  func eachByItself() async throws {
    let (head, frames) = try await echoes(.message, offer: "permessage-deflate")
    #expect(
      head.contains("permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12"))
    let sizes = try frames.map { try #require(Self.size($0)) }
    #expect(sizes[0] == sizes[1] && sizes[0] < Self.words.utf8.count)
  }

  @Test("with a context, the same once more is almost nothing")
  func withContext() async throws {
    let (_, frames) = try await echoes(.context, offer: "permessage-deflate; client_max_window_bits")
    let sizes = try frames.map { try #require(Self.size($0)) }
    #expect(sizes[1] < 12 && sizes[1] < sizes[0])
  }

  @Test("a list of extensions that is none fails the handshake")
  func malformedOffer() async throws {
    try await LiveServer.run(Self.setup(.context)) { server in
      await #expect {
        _ = try await WireClient.open(server.port, "/ws/ann-1", fields: ["Sec-WebSocket-Extensions: permessage-deflate; ="])
      } throws: {
        ($0 as? WireClient.Refused)?.status == 400
      }
    }
  }

  @Test("a conversation may be compressed, and a bomb closes it")
  func conversation() async throws {
    try await LiveServer.run(Self.setup(.message)) { server in
      let offer = ["Sec-WebSocket-Extensions: permessage-deflate"]
      let ann = try await WireClient.open(server.port, "/ws/ann-1", fields: offer)
      let json = Array(#"{"type":"user_message","content":"hi"}"#.utf8)
      let stored = [0x00, UInt8(json.count), 0x00, ~UInt8(json.count), 0xFF] + json + [0x00]
      try await ann.send(ClientFrame(opcode: 1, payload: stored, reserved: 4))
      for _ in 0..<2 {
        guard case .compressed = try await ann.next() else {
          Issue.record("what is long enough comes compressed")
          return
        }
      }
      try await ann.send(ClientFrame(opcode: 1, payload: DeflateBomb.bytes, reserved: 4))
      #expect(try await ann.next() == .close(1009))
    }
  }
}
