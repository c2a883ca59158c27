import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseServer
import Testing

private let stamp = LiveServer.timestamp

@Suite("Conversations over HTTP", .timeLimit(.minutes(1)))
struct ThreadRoutesTests {
  private static func post(_ port: Int, _ body: String, to path: String = "/v1/threads/ann-1/messages", _ fields: String...)
    async throws -> (status: Int, head: String, body: String)
  {
    let head = ["POST \(path) HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: \(body.utf8.count)"] + fields
    return try await HTTPTests.ask(port, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  @Test("a message is answered with its reply, as the plain form has it; the same id again with the same")
  func reply() async throws {
    try await LiveServer.run { server in
      for _ in 0..<2 {
        let answer = try await Self.post(server.port, #"{"content":"hi","message_id":"m-1","session_id":"s-1"}"#)
        #expect(answer.status == 200)
        #expect(
          answer.body
            == #"{"content":"You said: hi\n\nWhat shall I say?","timestamp":"\#(stamp)","session_id":"s-1","message_id":"reply-1","reply_to":"m-1"}"#
        )
      }
      let thread = try await HTTPTests.get(server.port, "/v1/threads/ann-1")
      #expect(
        thread.body
          == #"{"thread":"ann-1","seq":8,"turn":1,"graph":"parrot","awaiting":{"node":"listen","verb":"ask","slots":["words"]},"slots":{},"replies":[]}"#
      )
      #expect(try await HTTPTests.get(server.port, "/v1/threads/bob-1").status == 404)
    }
  }

  @Test("what was said over HTTP is told to the person's WebSockets, and what nobody took comes with the next answer")
  func others() async throws {
    try await LiveServer.run { server in
      let ann = try await WireClient.talk(server.port)
      _ = try await Self.post(server.port, #"{"content":"hi"}"#)
      #expect(try await ann.content() == "hi")
      #expect(try await ann.content() == "You said: hi\\n\\nWhat shall I say?")
      try await ann.say("hold on", #""message_id":"m-2""#)
      await server.gate.someoneIsHeld()
      try await ann.close()
      try await server.until(connections: 0)
      await server.gate.open()
      try await server.untilUndelivered("ann-1")
      #expect(
        try await Self.post(server.port, #"{"content":"ho","message_id":"m-3"}"#).body
          == #"{"content":"You said: ho\n\nWhat shall I say?","timestamp":"\#(stamp)","message_id":"reply-3","reply_to":"m-3","missed":[{"from":"assistant","content":"You said: hold on\n\nWhat shall I say?","message_id":"reply-2","reply_to":"m-2"}]}"#
      )
      #expect(try await !Self.post(server.port, #"{"content":"ha"}"#).body.contains("missed"))
    }
  }

  @Test("a turn comes as server-sent events, up to its end")
  func events() async throws {
    try await LiveServer.run { server in
      let accept = "Accept: text/event-stream"
      let answer = try await Self.post(server.port, #"{"content":"hi","message_id":"m-1"}"#, accept)
      #expect(answer.head.lowercased().contains("content-type: text/event-stream"))
      let types = answer.body.matches(of: /(?m)^event: (.*)$/).map { String($0.1) }
      #expect(
        types == [
          "turn.started", "node.entered", "slot.filled", "node.entered", "node.entered", "slot.cleared", "reply", "turn.ended",
        ])
      #expect(answer.body.contains("id: 1\nevent: turn.started\ndata: {\"type\":\"turn.started\",\"seq\":1,"))
      let again = try await Self.post(server.port, #"{"content":"hi","message_id":"m-1"}"#, accept)
      #expect(again.body.matches(of: /(?m)^event: (.*)$/).map { String($0.1) } == ["reply"])
      #expect(again.body.contains(#""repeated":true"#))
      let failed = try await Self.post(server.port, #"{"content":"fail"}"#, accept)
      #expect(failed.body.contains("event: error\n"))
      #expect(failed.body.contains("LLM_PROCESSING_ERROR"))
    }
  }

  @Test(
    "what is no message is refused with its status",
    arguments: [
      ("{", 400, "INVALID_JSON"), ("[]", 400, "INVALID_MESSAGE_FORMAT"), ("{}", 400, "INVALID_MESSAGE_FORMAT"),
      (#"{"content":" "}"#, 400, "INVALID_MESSAGE_FORMAT"), (#"{"content":"fail"}"#, 502, "LLM_PROCESSING_ERROR"),
      (#"{"content":"\#(String(repeating: "x", count: 8001))"}"#, 400, "MESSAGE_TOO_LONG"),
      (#"{"content":"\#(String(repeating: "x", count: 140_000))"}"#, 413, "MESSAGE_TOO_LONG"),
    ])
  func refused(body: String, status: Int, code: String) async throws {
    try await LiveServer.run { server in
      let answer = try await Self.post(server.port, body)
      #expect(answer.status == status)
      #expect(answer.body.contains(#""error_code":"\#(code)""#))
    }
  }

  @Test("pages of other origins, bad ids and unknown graphs are refused")
  func guarded() async throws {
    try await LiveServer.run { server in
      let body = #"{"content":"hi"}"#
      let foreign = try await Self.post(server.port, body, "Origin: https://evil.example")
      #expect(foreign.status == 403)
      #expect(try await Self.post(server.port, body, to: "/v1/threads/a/messages").status == 400)
      #expect(try await Self.post(server.port, body, to: "/v1/threads/ann-1/messages?graph=nothing").status == 404)
      let head = "GET /v1/threads/ann-1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: https://evil.example\r\n\r\n"
      #expect(try await HTTPTests.ask(server.port, head).status == 403)
    }
  }

  @Test("graphs are listed, with the one that new threads go by")
  func graphs() async throws {
    try await LiveServer.run { server in
      let graphs = try await HTTPTests.get(server.port, "/v1/graphs").body
      #expect(
        graphs
          == #"{"graphs":[{"name":"counter","title":"Says it back","locales":["en"],"default":false},{"name":"desk","title":"Waits for others","locales":["en"],"default":false},{"name":"parrot","title":"Says it back","locales":["en"],"default":true}]}"#
      )
    }
  }
}
