import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseServer
import Testing

private let stamp = LiveServer.timestamp

@Suite("The full form", .timeLimit(.minutes(1)))
struct FullFormTests {
  private static let offer = ["Sec-WebSocket-Protocol: chat, musegraph.v1"]

  /// What comes next, without what every envelope says of itself.
  private func next(_ client: WireClient) async throws -> String {
    guard case .text(let json) = try await client.next() else { return "no text" }
    return json.replacing(#","timestamp":"\#(stamp)""#, with: "")
  }

  private func next(_ count: Int, _ client: WireClient) async throws -> [String] {
    var envelopes: [String] = []
    for _ in 0..<count { envelopes.append(try await next(client)) }
    return envelopes
  }

  private func open(_ server: LiveServer, knowing newest: Int, _ path: String = "/ws/ann-1") async throws -> WireClient {
    let client = try await WireClient.open(server.port, path, fields: Self.offer)
    #expect(
      try await next(client)
        == #"{"type":"system","content":"connection_established","protocol":"musegraph.v1","last_seq":\#(newest)}"#)
    return client
  }

  /// The history of a thread whose first messages are these: each turn of the parrot has six entries, and the first one seven.
  private func turn(_ number: Int, _ words: String, from seq: Int, id: String) -> [String] {
    let parts = [
      #""type":"turn.started","seq":%,"turn":\#(number),"cause":"message","message_id":"\#(id)","content":"\#(words)""#,
      #""type":"node.entered","seq":%,"turn":\#(number),"node":"listen""#,
      #""type":"slot.filled","seq":%,"turn":\#(number),"slot":"words","value":"\#(words)""#,
      #""type":"node.entered","seq":%,"turn":\#(number),"node":"speak""#,
      #""type":"node.entered","seq":%,"turn":\#(number),"node":"listen""#,
      #""type":"slot.cleared","seq":%,"turn":\#(number),"slot":"words""#,
      #""type":"reply","seq":%,"turn":\#(number),"from":"assistant","content":"You said: \#(words)\n\nWhat shall I say?","message_id":"reply-\#(number)","reply_to":"\#(id)""#,
      #""type":"turn.ended","seq":%,"turn":\#(number),"awaiting":{"node":"listen","verb":"ask","slots":["words"]}"#,
    ]
    // Where it waits already, it is not entered once more.
    let told = number == 1 ? parts : parts.enumerated().filter { $0.offset != 1 }.map(\.element)
    return told.enumerated().map { "{\($1.replacing("%", with: "\(seq + $0)"))}" }
  }

  @Test("the subprotocol is agreed on, and only where it was offered")
  func negotiation() async throws {
    try await LiveServer.run { server in
      for (fields, answer) in [(Self.offer, true), (["Sec-WebSocket-Protocol: musegraph.v2"], false), ([], false)] {
        let client = try await WireClient.connect(server.port)
        try await client.send(Array(WireClient.handshake("/ws/ann-1", fields: fields).utf8))
        let head = try #require(try await client.head()).lowercased()
        #expect(head.contains("sec-websocket-protocol: musegraph.v1") == answer)
        try await client.close()
      }
    }
  }

  @Test("a message is told as a turn, to every connection of its client")
  func turn() async throws {
    try await LiveServer.run { server in
      let (ann, other) = (try await open(server, knowing: 0), try await open(server, knowing: 0))
      try await other.send(.text(#"{"type":"resume","last_seq":0}"#))
      #expect(try await next(other) == #"{"type":"resumed","after":0,"through":0}"#)
      try await ann.say("hi", #""message_id":"m-1""#)
      let turn = turn(1, "hi", from: 1, id: "m-1")
      #expect(try await next(turn.count, ann) == turn)
      #expect(try await next(turn.count, other) == turn)
      try await ann.say("ho", #""message_id":"m-2""#)
      let second = self.turn(2, "ho", from: turn.count + 1, id: "m-2")
      #expect(try await next(second.count, ann) == second)
    }
  }

  @Test("resume brings what was missed, and then what is new, without a gap")
  func resume() async throws {
    let store = InMemoryCheckpointStore()
    let first = turn(1, "hi", from: 1, id: "m-1")
    let second = turn(2, "ho", from: first.count + 1, id: "m-2")
    let third = turn(3, "ha", from: first.count + second.count + 1, id: "m-3")
    try await LiveServer.run(.with { $0.store = store }) { server in
      let ann = try await open(server, knowing: 0)
      try await ann.say("hi", #""message_id":"m-1""#)
      #expect(try await next(first.count, ann) == first)
      try await ann.close()
      let other = try await open(server, knowing: first.count)
      try await other.say("ho", #""message_id":"m-2""#)
      #expect(try await next(second.count, other) == second)
    }
    // The same store under another server: a restart.
    let newest = first.count + second.count
    try await LiveServer.run(.with { $0.store = store }) { server in
      let ann = try await open(server, knowing: newest)
      try await ann.send(.text(#"{"type":"resume","last_seq":3}"#))
      #expect(try await next(ann) == #"{"type":"resumed","after":3,"through":\#(newest)}"#)
      #expect(try await next(newest - 3, ann) == Array((first + second).dropFirst(3)))
      try await ann.say("ha", #""message_id":"m-3""#)
      #expect(try await next(third.count, ann) == third)
    }
  }

  @Test("who resumes after a reply has it, even where its delivery was never noted")
  func resumedIsSeen() async throws {
    try await LiveServer.run { server in
      let conversation = try await server.directory.conversation("ann-1")
      _ = await conversation.submit(IncomingMessage(id: "m-1", text: "hi", sender: "ann-1", seen: .none)).answer()
      #expect(await conversation.undelivered().count == 1)
      let events = await conversation.events()
      let ann = try await open(server, knowing: 8)
      try await ann.send(
        .text(#"{"type":"resume","last_seq":8}"#), .text(#"{"type":"user_message","content":"ho","message_id":"m-2"}"#))
      #expect(try await next(ann) == #"{"type":"resumed","after":8,"through":8}"#)
      for await case .heard(let message) in events {
        #expect(message.seen == ReplyID(rawValue: 1))
        break
      }
      #expect(try await next(ann) == turn(2, "ho", from: 9, id: "m-2")[0])
    }
  }

  @Test("what cannot be resumed brings where the thread stands")
  func impossible() async throws {
    try await LiveServer.run { server in
      let ann = try await open(server, knowing: 0)
      try await ann.send(.text(#"{"type":"resume","last_seq":7}"#))
      #expect(
        try await next(ann)
          == #"{"type":"resume.impossible","reason":"ahead","snapshot":{"seq":0,"turn":0,"graph":"parrot","awaiting":null,"slots":{},"replies":[]}}"#
      )
      try await ann.say("hi", #""message_id":"m-1""#)
      #expect(try await next(ann) == turn(1, "hi", from: 1, id: "m-1")[0])
    }
  }

  @Test("a resume that does not come first is refused, and the connection lives on")
  func lateResume() async throws {
    try await LiveServer.run { server in
      let ann = try await open(server, knowing: 0)
      try await ann.send(.text(#"{"type":"resume","last_seq":0}"#), .text(#"{"type":"resume","last_seq":0}"#))
      _ = try await next(ann)
      #expect(try await ann.content() == "INVALID_MESSAGE_FORMAT")
      try await ann.send(.text(#"{"type":"ping","id":"a"}"#))
      #expect(try await next(ann) == #"{"type":"pong","id":"a"}"#)
    }
  }

  @Test("the same message id again brings the reply once more, outside of the history")
  func repeated() async throws {
    try await LiveServer.run { server in
      let ann = try await open(server, knowing: 0)
      try await ann.say("hi", #""message_id":"m-1""#)
      let turn = turn(1, "hi", from: 1, id: "m-1")
      #expect(try await next(turn.count, ann) == turn)
      try await ann.say("hi", #""message_id":"m-1""#)
      #expect(
        try await next(ann)
          == #"{"type":"reply","turn":1,"repeated":true,"from":"assistant","content":"You said: hi\n\nWhat shall I say?","message_id":"reply-1","reply_to":"m-1"}"#
      )
    }
  }

  @Test("a client that does not resume gets the replies that never arrived, before anything else")
  func missed() async throws {
    try await LiveServer.run { server in
      let ann = try await open(server, knowing: 0)
      try await ann.say("hold on", #""message_id":"m-1""#)
      await server.gate.someoneIsHeld()
      try await ann.close()
      try await server.until(connections: 0)
      await server.gate.open()
      try await server.untilUndelivered("ann-1")
      let again = try await open(server, knowing: 8)
      try await again.say("ho", #""message_id":"m-2""#)
      #expect(
        try await next(again)
          == #"{"type":"reply","turn":1,"missed":true,"from":"assistant","content":"You said: hold on\n\nWhat shall I say?","message_id":"reply-1","reply_to":"m-1"}"#
      )
      #expect(try await next(again) == turn(2, "ho", from: 9, id: "m-2")[0])
    }
  }

  @Test("a message that waits for its turn is called off; where nothing runs, that is said")
  func cancel() async throws {
    try await LiveServer.run { server in
      let ann = try await open(server, knowing: 0)
      try await ann.send(.text(#"{"type":"cancel_turn"}"#))
      #expect(try await ann.content() == "nothing_to_cancel")
      try await ann.say("hold on", #""message_id":"m-1""#)
      await server.gate.someoneIsHeld()
      try await ann.say("two", #""message_id":"m-2""#)
      try await ann.send(.text(#"{"type":"cancel_turn","message_id":"m-2"}"#), .text(#"{"type":"ping","id":"done"}"#))
      #expect(try await next(ann) == #"{"type":"pong","id":"done"}"#)
      await server.gate.open()
      let turn = turn(1, "hold on", from: 1, id: "m-1")
      #expect(try await next(turn.count, ann) == turn)
      #expect(try await ann.content() == "TURN_INTERRUPTED")
    }
  }

  @Test("beside a plain connection of the same client, each hears in its own form")
  func mixed() async throws {
    try await LiveServer.run { server in
      let plain = try await WireClient.talk(server.port)
      let full = try await open(server, knowing: 0)
      try await full.say("hi", #""message_id":"m-1""#)
      let turn = turn(1, "hi", from: 1, id: "m-1")
      #expect(try await next(turn.count, full) == turn)
      #expect(try await plain.content() == "hi")
      #expect(try await plain.content() == "You said: hi\\n\\nWhat shall I say?")
      try await plain.say("ho", #""message_id":"m-2""#)
      #expect(try await plain.content() == "You said: ho\\n\\nWhat shall I say?")
      let second = self.turn(2, "ho", from: turn.count + 1, id: "m-2")
      #expect(try await next(second.count, full) == second)
    }
  }
}
