import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseServer
import Testing

private let stamp = LiveServer.timestamp

@Suite("The plain form", .timeLimit(.minutes(1)))
struct PlainFormTests {
  @Test("a message gets one reply, with its session id and what it answers")
  func reply() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.say("hi", #""session_id":"s-1""#, #""message_id":"m-1""#)
      #expect(
        try await ann.next()
          == .text(
            #"{"content":"You said: hi\n\nWhat shall I say?","timestamp":"\#(stamp)","session_id":"s-1","message_id":"reply-1","reply_to":"m-1"}"#
          ))
    }
  }

  @Test("messages sent in one go are answered one by one, in their order, faults included")
  func order() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.send(
        .text(#"{"type":"user_message","content":"hold on"}"#), .text("{"), .text(#"{"type":"dance"}"#),
        .text(#"{"type":"user_message","content":"two"}"#), .text(#"{"type":"user_message","content":" "}"#),
        .text(#"{"type":"user_message","content":"fail"}"#), .text(#"{"type":"user_message","content":"three"}"#))
      await server.gate.someoneIsHeld()
      await server.gate.open()
      var heard: [String] = []
      for _ in 0..<7 { heard.append(try await ann.content()) }
      #expect(
        heard == [
          "You said: hold on\\n\\nWhat shall I say?", "INVALID_JSON", "UNSUPPORTED_MESSAGE_TYPE",
          "You said: two\\n\\nWhat shall I say?",
          "INVALID_MESSAGE_FORMAT", "LLM_PROCESSING_ERROR", "You said: three\\n\\nWhat shall I say?",
        ])
    }
  }

  @Test("the same message id again brings the first reply, and runs no second turn")
  func repeatedMessage() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.say("one", #""message_id":"m-1""#)
      let first = try await ann.next()
      try await ann.say("two")
      _ = try await ann.next()
      try await ann.say("something else", #""message_id":"m-1""#)
      #expect(try await ann.next() == first)
      try await ann.close()
      let again = try await WireClient.talk(server.port)
      try await again.say("one", #""message_id":"m-1""#)
      #expect(try await again.next() == first)
    }
  }

  @Test("a message counts as seen what its socket had taken when it came in, and no more than the client says")
  func seen() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      let conversation = try await server.directory.conversation("ann-1")
      let events = await conversation.events()
      let heard = Task {
        var heard: [[String: Int]] = []
        for await case .heard(let message) in events {
          heard.append([message.text: message.seen.rawValue])
          if message.text == "five" { break }
        }
        return heard
      }
      try await ann.send(
        .text(#"{"type":"user_message","content":"hold one"}"#), .text(#"{"type":"user_message","content":"two"}"#))
      await server.gate.someoneIsHeld()
      await server.gate.open()
      for _ in 0..<2 { _ = try await ann.content() }
      try await ann.say("three")
      _ = try await ann.next()
      try await ann.say("four", #""seen":"reply-2""#)
      _ = try await ann.next()
      try await ann.say("five", #""seen":"reply-99""#)
      #expect(await heard.value == [["hold one": 0], ["two": 0], ["three": 2], ["four": 2], ["five": 4]])
    }
  }

  @Test("a reply that nobody took is sent once more on the next connect, before any input is read")
  func missedReply() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      try await ann.say("hold on", #""message_id":"m-1""#)
      await server.gate.someoneIsHeld()
      try await ann.close()
      try await server.until(connections: 0)
      await server.gate.open()
      try await server.untilUndelivered("ann-1")

      let early = ClientFrame.text(#"{"type":"user_message","content":"again"}"#).bytes
      let again = try await WireClient.open(server.port, then: early)
      #expect(try await again.next() == .text(WireClient.greeting))
      #expect(
        try await again.next()
          == .text(
            #"{"type":"missed_reply","content":"You said: hold on\n\nWhat shall I say?","timestamp":"\#(stamp)","message_id":"reply-1","reply_to":"m-1"}"#
          ))
      #expect(try await again.content() == "You said: again\\n\\nWhat shall I say?")
      try await again.say("more")
      _ = try await again.content()
      try await again.close()

      _ = try await WireClient.talk(server.port).say("and no missed reply now")
    }
  }

  @Test("what is said on one connection is told to the client's others, and to nobody else's")
  func notices() async throws {
    try await LiveServer.run { server in
      let (ann, other, bob) = (
        try await WireClient.talk(server.port), try await WireClient.talk(server.port),
        try await WireClient.talk(server.port, "/ws/bob-1")
      )
      try await ann.say("hi", #""message_id":"m-1""#)
      _ = try await ann.next()
      #expect(
        try await other.next()
          == .text(#"{"type":"notice","from":"you","content":"hi","timestamp":"\#(stamp)","message_id":"m-1"}"#))
      #expect(
        try await other.next()
          == .text(
            #"{"type":"notice","from":"assistant","content":"You said: hi\n\nWhat shall I say?","timestamp":"\#(stamp)","message_id":"reply-1","reply_to":"m-1"}"#
          ))
      try await ann.say("hi", #""message_id":"m-1""#)
      _ = try await ann.next()
      try await other.say("there")
      #expect(try await other.content() == "You said: there\\n\\nWhat shall I say?")
      try await bob.say("me")
      #expect(try await bob.content() == "You said: me\\n\\nWhat shall I say?")
    }
  }

  @Test("a reply whose connection has gone goes to the client's other one at once")
  func handedOver() async throws {
    try await LiveServer.run { server in
      let (ann, other) = (try await WireClient.talk(server.port), try await WireClient.talk(server.port))
      try await ann.say("hold on", #""message_id":"m-1""#)
      await server.gate.someoneIsHeld()
      try await ann.close()
      try await server.until(connections: 1)
      await server.gate.open()
      #expect(try await other.content() == "hold on")
      guard case .text(let missed) = try await other.next() else { return }
      #expect(missed.hasPrefix(#"{"type":"missed_reply","content":"You said: hold on"#))
    }
  }

  @Test("personal messages and broadcasts are notices", arguments: [true, false])
  func announcements(isPersonal: Bool) async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      let bob = try await WireClient.talk(server.port, "/ws/bob-1")
      let client = try #require(ClientID("bob-1"))
      let count =
        isPersonal ? server.connections.sendPersonalMessage("Hello", to: client) : server.connections.broadcast("Hello")
      #expect(count == (isPersonal ? 1 : 2))
      let notice = WireClient.Frame.text(#"{"type":"notice","from":"server","content":"Hello","timestamp":"\#(stamp)"}"#)
      #expect(try await bob.next() == notice)
      if !isPersonal { #expect(try await ann.next() == notice) }
      #expect(server.connections.connectionCount == 2)
      #expect(server.connections.clientCount == 2)
      #expect(server.connections.connectionCount(of: client) == 1)
    }
  }

  @Test("a client with too many connections is told so and closed")
  func tooManyConnections() async throws {
    try await LiveServer.run(.with { $0.settings.limits.connectionsPerClient = 2 }) { server in
      let first = try await WireClient.talk(server.port)
      _ = try await WireClient.talk(server.port)
      let third = try await WireClient.open(server.port)
      #expect(try await third.content() == "TOO_MANY_CONNECTIONS")
      #expect(try await third.next() == .close(4429))
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
      try await first.close()
      try await server.until(connections: 2)
      _ = try await WireClient.talk(server.port)
    }
  }

  @Test("a slow turn is announced, at once where that is wanted")
  func processing() async throws {
    for notice in [ServerSettings.ProcessingNotice.always, .slow(after: .milliseconds(5))] {
      try await LiveServer.run(.with { $0.settings.processing = notice }) { server in
        let ann = try await WireClient.talk(server.port)
        try await ann.say("hold on")
        #expect(try await ann.next() == .text(#"{"type":"system","content":"processing","timestamp":"\#(stamp)"}"#))
        await server.gate.open()
        #expect(try await ann.content() == "You said: hold on\\n\\nWhat shall I say?")
      }
    }
  }

  @Test("beyond the queue of the conversation messages are refused, and beyond the window they wait unread")
  func busy() async throws {
    try await LiveServer.run(
      .with {
        $0.settings.limits.messagesInFlight = 6
      }
    ) { server in
      let ann = try await WireClient.talk(server.port)
      let lines = ["hold 0"] + (1..<8).map { "line \($0)" }
      try await ann.send(lines.flatMap { ClientFrame.text(#"{"type":"user_message","content":"\#($0)"}"#).bytes })
      await server.gate.someoneIsHeld()
      await server.gate.open()
      var heard: [String] = []
      for _ in lines { heard.append(try await ann.content()) }
      try await ann.send(.ping())
      #expect(try await ann.next() == .pong([]))
      #expect(heard[5] == "CONVERSATION_BUSY")
      let said = { (line: String) in "You said: \(line)\\n\\nWhat shall I say?" }
      #expect(
        heard.enumerated().filter { $0.offset != 5 }.map(\.element)
          == lines.enumerated().filter { $0.offset != 5 }.map { said($0.element) })
    }
  }

  @Test("a store that cannot be reached refuses the message, and the connection waits for its return")
  func storeIsGone() async throws {
    let store = FickleStore()
    try await LiveServer.run(.with { $0.store = store }) { server in
      let ann = try await WireClient.talk(server.port)
      store.setGone(true)
      try await ann.say("one", #""message_id":"m-1""#)
      #expect(try await ann.content() == "STATE_UNAVAILABLE")
      let refused = await #expect(throws: WireClient.Refused.self) { _ = try await WireClient.open(server.port, "/ws/bob-1") }
      #expect(refused?.status == 503)
      #expect(refused?.body.contains("STATE_UNAVAILABLE") == true)
      store.setGone(false)
      try await ann.say("one", #""message_id":"m-1""#)
      #expect(try await ann.content() == "You said: one\\n\\nWhat shall I say?")
      _ = try await WireClient.talk(server.port, "/ws/bob-1")
    }
  }

  @Test("a client may name the zone that it lives in")
  func zone() async throws {
    try await LiveServer.run { server in
      let conversation = try await server.directory.conversation("ann-1")
      let events = await conversation.events()
      let ann = try await WireClient.talk(server.port, "/ws/ann-1?zone=Europe%2FBerlin")
      try await ann.say("hi")
      for await case .heard(let message) in events {
        #expect(message.zone == "Europe/Berlin")
        #expect(message.sender == "ann-1")
        break
      }
    }
  }
}
