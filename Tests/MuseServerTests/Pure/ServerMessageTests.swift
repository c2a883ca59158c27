import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseServer
import NIOCore
import Testing

@Suite("What the server says")
struct ServerMessageTests {
  private static let reply = Reply(id: ReplyID(rawValue: 3), answers: "m-1", text: "It is \"noon\".\n\\ \u{1} ☂")

  static let messages: [(ServerMessage, String)] = [
    (.connectionEstablished, #"{"type":"system","content":"connection_established","timestamp":"T"}"#),
    (.processing, #"{"type":"system","content":"processing","timestamp":"T"}"#),
    (
      .reply(reply, sessionID: nil),
      #"{"content":"It is \"noon\".\n\\ \u0001 ☂","timestamp":"T","message_id":"reply-3","reply_to":"m-1"}"#
    ),
    (
      .reply(reply, sessionID: "s\"1"),
      #"{"content":"It is \"noon\".\n\\ \u0001 ☂","timestamp":"T","session_id":"s\"1","message_id":"reply-3","reply_to":"m-1"}"#
    ),
    (
      .missedReply(reply),
      #"{"type":"missed_reply","content":"It is \"noon\".\n\\ \u0001 ☂","timestamp":"T","message_id":"reply-3","reply_to":"m-1"}"#
    ),
    (
      .notice(.said("hi", id: "m-1")),
      #"{"type":"notice","from":"you","content":"hi","timestamp":"T","message_id":"m-1"}"#
    ),
    (
      .notice(.replied(Reply(id: ReplyID(rawValue: 4), answers: "m-1", text: "Hello"))),
      #"{"type":"notice","from":"assistant","content":"Hello","timestamp":"T","message_id":"reply-4","reply_to":"m-1"}"#
    ),
    (
      .notice(.unasked(Reply(id: ReplyID(rawValue: 5), answers: nil, text: "Still there?"))),
      #"{"type":"notice","from":"assistant","content":"Still there?","timestamp":"T","message_id":"reply-5"}"#
    ),
    (
      .notice(.unasked(Reply(id: ReplyID(rawValue: 5), answers: nil, text: "Hello", speaker: "Tom"))),
      #"{"type":"notice","from":"staff","name":"Tom","content":"Hello","timestamp":"T","message_id":"reply-5"}"#
    ),
    (
      .missedReply(Reply(id: ReplyID(rawValue: 5), answers: nil, text: "Hello", speaker: "Tom")),
      #"{"type":"missed_reply","from":"staff","name":"Tom","content":"Hello","timestamp":"T","message_id":"reply-5"}"#
    ),
    (
      .reply(Reply(id: ReplyID(rawValue: 6), answers: "m-1", text: "", relayed: true), sessionID: nil),
      #"{"type":"system","content":"relayed","timestamp":"T","message_id":"reply-6","reply_to":"m-1"}"#
    ),
    (
      .reply(
        Reply(
          id: ReplyID(rawValue: 7), answers: "m-1", text: "Well?",
          buttons: [Button(label: "Yes", move: Move(.agree)), Button(label: "\"No\"", move: Move(.refuse))],
          attachments: ["https://example.com/a.pdf"]), sessionID: nil),
      #"{"content":"Well?","timestamp":"T","message_id":"reply-7","reply_to":"m-1","#
        + #""buttons":[{"id":"reply-7.1","label":"Yes"},{"id":"reply-7.2","label":"\"No\""}],"#
        + #""attachments":["https://example.com/a.pdf"]}"#
    ),
    (.notice(.announcement("Soon")), #"{"type":"notice","from":"server","content":"Soon","timestamp":"T"}"#),
    (
      .error(WireError(.invalidJSON)),
      #"{"type":"error","error_code":"INVALID_JSON","message":"The message is not JSON.","timestamp":"T","retry_suggested":false}"#
    ),
    (
      .error(WireError(.languageModelFailed, replyTo: "m-1")),
      """
      {"type":"error","error_code":"LLM_PROCESSING_ERROR","message":"I'm having trouble processing your request. Please try again.",\
      "timestamp":"T","retry_suggested":true,"reply_to":"m-1"}
      """
    ),
  ]

  @Test("messages are written field by field", arguments: messages)
  func written(message: ServerMessage, json: String) {
    #expect(String(buffer: message.write(into: ByteBuffer(), timestamp: "T")) == json)
  }

  @Test("every error code is one of the protocol's")
  func codes() {
    let protocolCodes: Set = [
      "INVALID_JSON", "INVALID_MESSAGE_FORMAT", "UNSUPPORTED_MESSAGE_TYPE", "MESSAGE_TOO_LONG", "RATE_LIMITED",
      "AUTHENTICATION_FAILED",
      "AUTHORIZATION_FAILED", "TOO_MANY_CONNECTIONS", "CONVERSATION_BUSY", "CONVERSATION_ENDED", "LLM_PROCESSING_ERROR",
      "TOOL_ERROR",
      "STATE_RECOVERED", "STATE_UNAVAILABLE", "TURN_INTERRUPTED", "TURN_TIMEOUT", "SERVER_DRAINING", "INTERNAL_ERROR",
    ]
    let ours = ErrorCode.allCases.map { WireError($0).code } + TurnFailure.allCases.map { WireError($0, replyTo: nil).code }
    #expect(Set(ours).count == ours.count)
    #expect(Set(ours).subtracting(protocolCodes) == [])
  }
}
