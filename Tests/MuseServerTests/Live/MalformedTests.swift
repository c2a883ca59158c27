import MuseServer
import NIOCore
import Testing

/// Something that no client should send, and the code that it is closed with; nil: an error answers it, and the connection lives.
private struct Misdeed: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var bytes: [UInt8]
  var code: UInt16?
  var error: String?

  init(_ description: String, _ frames: [ClientFrame], code: UInt16) {
    testDescription = description
    bytes = frames.flatMap(\.bytes)
    self.code = code
  }

  init(_ description: String, _ text: String, error: String) {
    testDescription = description
    bytes = ClientFrame.text(text).bytes
    self.error = error
  }
}

@Suite("Malformed messages and frames", .timeLimit(.minutes(1)))
struct MalformedTests {
  private static let misdeeds: [Misdeed] = [
    Misdeed("not JSON", "hello there", error: "INVALID_JSON"),
    Misdeed("half of a JSON text", #"{"type":"user_message","content":"hi"#, error: "INVALID_JSON"),
    Misdeed("nothing", "", error: "INVALID_JSON"),
    Misdeed("deep arrays", String(repeating: "[", count: 10_000), error: "INVALID_JSON"),
    Misdeed("deep objects", String(repeating: #"{"a":"#, count: 10_000), error: "INVALID_JSON"),
    Misdeed("an array", "[1,2,3]", error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("a number", "42", error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("null", "null", error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("no type", #"{"content":"hi"}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("a type that is a number", #"{"type":1,"content":"hi"}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("another type", #"{"type":"admin_message","content":"hi"}"#, error: "UNSUPPORTED_MESSAGE_TYPE"),
    Misdeed("no content", #"{"type":"user_message"}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("content that is a list", #"{"type":"user_message","content":["hi"]}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("content that is empty", #"{"type":"user_message","content":"  \n "}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed(
      "content of control characters", #"{"type":"user_message","content":"\u0000\u0001"}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed(
      "a session id that is an object", #"{"type":"user_message","content":"hi","session_id":{}}"#,
      error: "INVALID_MESSAGE_FORMAT"),
    Misdeed("content twice", #"{"type":"user_message","content":"a","content":"b"}"#, error: "INVALID_MESSAGE_FORMAT"),
    Misdeed(
      "8,001 characters", #"{"type":"user_message","content":"\#(String(repeating: "a", count: 8001))"}"#,
      error: "MESSAGE_TOO_LONG"),
    Misdeed("binary", [ClientFrame(opcode: 2, payload: [1, 2, 3])], code: 1003),
    Misdeed("not UTF-8", [ClientFrame(opcode: 1, payload: [0x22, 0xC3, 0x28, 0x22])], code: 1007),
    Misdeed("a text that ends inside of a character", [ClientFrame(opcode: 1, payload: [0xF0, 0x9F])], code: 1007),
    Misdeed("unmasked", [ClientFrame(opcode: 1, payload: Array("{}".utf8), isMasked: false)], code: 1002),
    Misdeed("reserved bit 1, as if compressed", [ClientFrame(opcode: 1, reserved: 4)], code: 1002),
    Misdeed("reserved bits 2 and 3", [ClientFrame(opcode: 1, reserved: 3)], code: 1002),
    Misdeed("an unknown opcode", [ClientFrame(opcode: 5)], code: 1002),
    Misdeed("an unknown control opcode", [ClientFrame(opcode: 15)], code: 1002),
    Misdeed("a ping of 200 bytes", [.ping(String(repeating: "p", count: 200))], code: 1002),
    Misdeed("a fragmented ping", [ClientFrame(opcode: 9, isFinal: false)], code: 1002),
    Misdeed("a continuation of nothing", [.continuation("a")], code: 1002),
    Misdeed("a text inside of a fragmented one", [.text("a", isFinal: false), .text("{}")], code: 1002),
    Misdeed("a length that is not the shortest", [ClientFrame(opcode: 1, payload: [0x7B], length: .quad)], code: 1002),
    Misdeed("a claimed length of exabytes", [ClientFrame(opcode: 1, payload: [0x7B], length: .claimed(1 << 60))], code: 1009),
    Misdeed("ten megabytes", [ClientFrame(opcode: 1, payload: [UInt8](repeating: 0x61, count: 10 << 20))], code: 1009),
    Misdeed(
      "fragments of more than the limit together",
      [.text(String(repeating: "a", count: 100_000), isFinal: false), .continuation(String(repeating: "a", count: 100_000))],
      code: 1009),
    Misdeed(
      "100,000 empty fragments",
      [.text("", isFinal: false)] + [ClientFrame](repeating: .continuation("", isFinal: false), count: 100_000), code: 1009),
    Misdeed("a close of one byte", [ClientFrame(opcode: 8, payload: [3])], code: 1002),
    Misdeed("a close with a code of nobody's", [.close(1005)], code: 1002),
    Misdeed("a close with a reason that is not UTF-8", [.close(1000, [0xFF])], code: 1007),
  ]

  @Test("each is answered as the protocol says, and the server goes on")
  func misdeeds() async throws {
    try await LiveServer.run { server in
      let bystander = try await WireClient.talk(server.port, "/ws/bystander")
      for misdeed in Self.misdeeds {
        let client = try await WireClient.talk(server.port)
        // The server may hang up before it has read all.
        try? await client.send(misdeed.bytes)
        if let error = misdeed.error {
          #expect(try await client.content() == error, "\(misdeed.testDescription)")
          try await client.say("hi")
          #expect(try await client.content() == "You said: hi\\n\\nWhat shall I say?", "\(misdeed.testDescription)")
          try await client.close()
        } else {
          #expect(try await client.next() == .close(misdeed.code), "\(misdeed.testDescription)")
          #expect(try await client.next() == .end, "\(misdeed.testDescription)")
          try await client.close()
        }
        try await bystander.say("still there?")
        #expect(try await bystander.content() == "You said: still there?\\n\\nWhat shall I say?", "\(misdeed.testDescription)")
      }
    }
  }

  @Test("ten malformed messages in a row end a connection; a good one between them does not count with them")
  func malformedInARow() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      let long = #"{"type":"user_message","content":"\#(String(repeating: "a", count: 8001))"}"#
      for breaker in [#"{"type":"user_message","content":"good"}"#, long] {
        for _ in 0..<9 {
          try await ann.send(.text("bad"))
          #expect(try await ann.content() == "INVALID_JSON")
        }
        try await ann.send(.text(breaker))
        _ = try await ann.content()
      }
      for _ in 0..<12 { try await ann.send(.text("bad")) }
      for _ in 0..<10 { #expect(try await ann.content() == "INVALID_JSON") }
      #expect(try await ann.next() == .close(1008))
    }
  }

  @Test("control frames are answered, between fragments too, and the close code comes back")
  func controlFrames() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.send(
        .ping("first"), .text(#"{"type":"user_me"#, isFinal: false), .ping("second"), .continuation(#"ssage","content":"hi"}"#))
      #expect(try await ann.next() == .pong(Array("first".utf8)))
      #expect(try await ann.next() == .pong(Array("second".utf8)))
      #expect(try await ann.content() == "You said: hi\\n\\nWhat shall I say?")
      try await ann.send(.close(1001, Array("bye".utf8)), .ping("too late"))
      #expect(try await ann.next() == .close(1001))
      #expect(try await ann.next() == .end)
    }
  }

  @Test("a silent client is asked, and closed when it does not answer")
  func silence() async throws {
    let setup = LiveServer.Setup.with {
      $0.settings.timeouts.pingInterval = .milliseconds(20)
      $0.settings.timeouts.pongDeadline = .milliseconds(20)
    }
    try await LiveServer.run(setup) { server in
      let ann = try await WireClient.talk(server.port)
      #expect(try await ann.next() == .ping([]))
      #expect(try await ann.next() == .close(4408))
      try await ann.send(.close(4408))
      #expect(try await ann.next() == .end)
    }
  }

  @Test("a silent client that answers is asked again and again")
  func answers() async throws {
    let setup = LiveServer.Setup.with {
      $0.settings.timeouts.pingInterval = .milliseconds(20)
      $0.settings.timeouts.pongDeadline = .seconds(20)
    }
    try await LiveServer.run(setup) { server in
      let ann = try await WireClient.talk(server.port)
      for _ in 0..<2 {
        #expect(try await ann.next() == .ping([]))
        try await ann.send(ClientFrame(opcode: 10))
      }
    }
  }

  @Test("a client that reads nothing is closed, and others notice nothing")
  func slowReader() async throws {
    try await LiveServer.run(
      .with {
        $0.settings.limits.outgoingBytes = 64 * 1024
        $0.settings.timeouts.close = .milliseconds(50)
      }
    ) { server in
      let slow = try await WireClient.talk(server.port, "/ws/slow")
      try await slow.channel.setOption(.autoRead, value: false).get()
      let bob = try await WireClient.talk(server.port, "/ws/bob-1")
      let client = try #require(ClientID("slow"))
      let text = String(repeating: "news ", count: 20_000)
      while server.connections.sendPersonalMessage(text, to: client) > 0 {
        // A question to the server, so that it can do its work meanwhile.
        try await bob.send(.ping())
        #expect(try await bob.next() == .pong([]))
      }
      try await bob.say("hi")
      #expect(try await bob.content() == "You said: hi\\n\\nWhat shall I say?")
    }
  }
}
