import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseServer
import Testing

@Suite("Events, queues and handoffs over HTTP", .timeLimit(.minutes(1)))
struct AdminTests {
  private static func post(_ port: Int, _ path: String, _ body: String, _ fields: String...) async throws -> (
    status: Int, head: String, body: String
  ) {
    let head = ["POST \(path) HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: \(body.utf8.count)"] + fields
    return try await HTTPTests.ask(port, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  private static let arrived = #"{"name":"arrived","fields":{"place":"the door"},"id":"e1"}"#

  /// A client whose thread waits for the event.
  private static func waiting(_ server: LiveServer) async throws -> WireClient {
    let ann = try await WireClient.talk(server.port, "/ws/ann-1?graph=desk")
    try await ann.say("nothing")
    #expect(try await ann.content() == "What is it?")
    try await ann.say("a letter")
    #expect(try await ann.content() == "I wait for it.")
    return ann
  }

  @Test("a thread is handed to a person, and given back")
  func handoff() async throws {
    try await LiveServer.run { server in
      let ann = try await Self.waiting(server)
      #expect(try await Self.post(server.port, "/admin/queues/door", #"{"staffed":true}"#).body == #"{"staffed":["door"]}"#)
      let event = try await Self.post(server.port, "/v1/threads/ann-1/events", Self.arrived)
      #expect(event.body == #"{"status":"taken"}"#)
      #expect(
        try await ann.next()
          == .text(
            #"{"type":"notice","from":"assistant","content":"It is at the door. I fetch somebody.","timestamp":"\#(LiveServer.timestamp)","message_id":"reply-3"}"#
          ))
      #expect(
        try await HTTPTests.get(server.port, "/admin/handoffs").body == #"{"handoffs":[{"queue":"door","thread":"ann-1"}]}"#)
      try await ann.say("Hello?", #""message_id":"m-9""#)
      #expect(
        try await ann.next()
          == .text(
            #"{"type":"system","content":"relayed","timestamp":"\#(LiveServer.timestamp)","message_id":"reply-4","reply_to":"m-9"}"#
          ))
      let said = try await Self.post(server.port, "/admin/handoffs/ann-1/say", #"{"name":"Tom","text":"Here."}"#)
      #expect(said.body == #"{"status":"taken"}"#)
      #expect(
        try await ann.next()
          == .text(
            #"{"type":"notice","from":"staff","name":"Tom","content":"Here.","timestamp":"\#(LiveServer.timestamp)","message_id":"reply-5"}"#
          ))
      let lines = try await HTTPTests.get(server.port, "/admin/handoffs/ann-1").body
      #expect(lines.contains(#"{"at":"\#(LiveServer.timestamp)","speaker":"person","text":"Hello?"}"#))
      #expect(lines.contains(#"{"at":"\#(LiveServer.timestamp)","name":"Tom","speaker":"staff","text":"Here."}"#))
      _ = try await Self.post(server.port, "/admin/handoffs/ann-1/return", "{}")
      #expect(try await ann.content() == "Thank you.")
      #expect(try await HTTPTests.get(server.port, "/admin/handoffs").body == #"{"handoffs":[]}"#)
      #expect(try await HTTPTests.get(server.port, "/admin/handoffs/ann-1").status == 404)
    }
  }

  @Test("what nobody was there to hear is brought when somebody is")
  func missed() async throws {
    try await LiveServer.run { server in
      let ann = try await Self.waiting(server)
      try await ann.close()
      try await server.until(connections: 0)
      _ = try await Self.post(server.port, "/v1/threads/ann-1/events", Self.arrived)
      let again = try await WireClient.talk(server.port, "/ws/ann-1")
      #expect(
        try await again.next()
          == .text(
            #"{"type":"missed_reply","content":"It is at the door. I fetch somebody.\n\nNobody is there.\n\nThank you.","timestamp":"\#(LiveServer.timestamp)","message_id":"reply-3"}"#
          ))
    }
  }

  @Test("an event is taken once, and only where it is waited for")
  func events() async throws {
    try await LiveServer.run { server in
      #expect(try await Self.post(server.port, "/v1/threads/bob-1/events", Self.arrived).status == 404)
      _ = try await Self.waiting(server)
      let answers = [
        #"{"name":"arrived","fields":{"place":"the door"},"id":"e1"}"#,
        #"{"name":"arrived","fields":{"place":"the door"},"id":"e1"}"#,
        #"{"name":"arrived","fields":{"place":"the door"},"id":"e2"}"#,
      ]
      var statuses: [String] = []
      for answer in answers { statuses.append(try await Self.post(server.port, "/v1/threads/ann-1/events", answer).body) }
      #expect(statuses == [#"{"status":"taken"}"#, #"{"status":"repeated"}"#, #"{"status":"ignored"}"#])
    }
  }

  @Test(
    "what is wrong with an event is said",
    arguments: [
      ("ann-1", "[]", 400, "The body is a JSON object."), ("ann-1", "{", 400, "The body is a JSON object."),
      ("ann-1", "{}", 400, #"\"name\" is missing."#),
      ("ann-1", #"{"name":5}"#, 400, #"\"name\" is a text of 1 to 8000 characters."#),
      ("ann-1", #"{"name":"gone"}"#, 404, "The graph of this conversation declares no such event."),
      ("ann-1", #"{"name":"arrived","fields":{"place":5}}"#, 400, "“place” must be a string."),
      ("x", #"{"name":"arrived"}"#, 400, "A client id has"),
    ])
  func wrongEvents(client: String, body: String, status: Int, sentence: String) async throws {
    try await LiveServer.run { server in
      _ = try await Self.waiting(server)
      let answer = try await Self.post(server.port, "/v1/threads/\(client)/events", body)
      #expect(answer.status == status)
      #expect(answer.body.contains(sentence))
    }
  }

  @Test(
    "these are for programs on this machine only, and for no page of another site",
    arguments: [
      ("GET", "/admin/queues"), ("POST", "/admin/queues/door"), ("GET", "/admin/handoffs"), ("GET", "/admin/handoffs/ann-1"),
      ("POST", "/admin/handoffs/ann-1/say"), ("POST", "/v1/threads/ann-1/events"),
    ])
  func strangers(method: String, path: String) async throws {
    try await LiveServer.run { server in
      for field in ["X-Forwarded-For: 10.0.0.1", "Origin: https://evil.example"] {
        let head = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: 2", field]
        let answer = try await HTTPTests.ask(server.port, head.joined(separator: "\r\n") + "\r\n\r\n{}")
        #expect(answer.status == 403)
      }
    }
  }
}
