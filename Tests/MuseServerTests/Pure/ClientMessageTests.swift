import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseServer
import Testing

@Suite("What a client says")
struct ClientMessageTests {
  private static func parse(_ text: String) throws(WireError) -> ClientMessage {
    try ClientMessage(parsing: Array(text.utf8), longest: 20)
  }

  @Test(
    "a user message has its content, and what else it names",
    arguments: [
      (#"{"type":"user_message","content":"hi"}"#, ClientMessage(content: "hi")),
      (
        #"{"type":"user_message","content":"hi","timestamp":"2025-01-28T10:30:00Z","session_id":"s-1","message_id":"m-1"}"#,
        ClientMessage(content: "hi", sessionID: "s-1", messageID: "m-1")
      ),
      (#"{"content":"hi","zone":{"x":[]},"type":"user_message","priority":9}"#, ClientMessage(content: "hi")),
      (
        #"{"type":"user_message","content":"hi","session_id":null,"message_id":null,"timestamp":null}"#,
        ClientMessage(content: "hi")
      ),
      (#"{"type":"user_message","content":"  a\n b\t\u00a0 "}"#, ClientMessage(content: "a\n b")),
      (#"{"type":"user_message","content":"a\u0000\u0007b\r\nc\u001b[31m\u007f\u0085"}"#, ClientMessage(content: "ab\nc[31m")),
      (#"{"type":"user_message","content":"🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭"}"#, ClientMessage(content: String(repeating: "🧭", count: 20))),
      (#"{"type":"user_message","content":"                          hi        "}"#, ClientMessage(content: "hi")),
      (#"{"type":"user_message","content":"<script>"}"#, ClientMessage(content: "<script>")),
      (
        #"{"type":"user_message","content":"yes","seen":"reply-12"}"#,
        ClientMessage(content: "yes", seen: ReplyID(rawValue: 12))
      ),
      (#"{"type":"user_message","content":"yes","seen":"something else"}"#, ClientMessage(content: "yes")),
      (
        #"{"type":"user_message","content":"yes","traceparent":"00-abc"}"#,
        ClientMessage(content: "yes", trace: TraceFields(traceparent: "00-abc"))
      ),
      (#"{"type":"user_message","content":"yes","traceparent":7}"#, ClientMessage(content: "yes")),
      (
        #"{"type":"user_message","content":"yes","traceparent":"\#(String(repeating: "0", count: 600))"}"#,
        ClientMessage(content: "yes")
      ),
      (
        #"{"type":"user_message","content":"Yes","press":"reply-7.2"}"#,
        ClientMessage(content: "Yes", press: ButtonID(ReplyID(rawValue: 7), 2))
      ),
      (
        #"{"type":"user_message","press":"reply-7.2"}"#,
        ClientMessage(content: "(pressed)", press: ButtonID(ReplyID(rawValue: 7), 2))
      ),
      (
        #"{"type":"user_message","content":"hi","timezone":"Asia/Tokyo","locale":"de-AT"}"#,
        ClientMessage(content: "hi", zone: "Asia/Tokyo", locale: "de-AT")
      ),
    ])
  func understood(text: String, message: ClientMessage) throws {
    #expect(try Self.parse(text) == message)
  }

  static let mistakes: [(String, WireError)] = [
    ("hello", WireError(.invalidJSON)),
    ("", WireError(.invalidJSON)),
    (#"{"type":"user_message","content":"hi""#, WireError(.invalidJSON)),
    (#"{'type':'user_message'}"#, WireError(.invalidJSON)),
    (String(repeating: "[", count: 10_000), WireError(.invalidJSON)),
    (String(repeating: #"{"a":"#, count: 10_000), WireError(.invalidJSON)),
    (
      #"{"type":"user_message","press":"the first one"}"#,
      WireError(.invalidMessageFormat, "\"press\" is the id of a button, as its reply names it.")
    ),
    (
      #"{"type":"user_message","press":"reply-0.1"}"#,
      WireError(.invalidMessageFormat, "\"press\" is the id of a button, as its reply names it.")
    ),
    ("[]", WireError(.invalidMessageFormat, "A message is a JSON object.")),
    ("null", WireError(.invalidMessageFormat, "A message is a JSON object.")),
    (#""hi""#, WireError(.invalidMessageFormat, "A message is a JSON object.")),
    ("{}", WireError(.invalidMessageFormat, "\"type\" is missing.")),
    (#"{"content":"hi"}"#, WireError(.invalidMessageFormat, "\"type\" is missing.")),
    (#"{"type":7,"content":"hi"}"#, WireError(.invalidMessageFormat, "\"type\" must be a text.")),
    (#"{"type":"ping"}"#, WireError(.unsupportedMessageType)),
    (#"{"type":"User_Message","content":"hi"}"#, WireError(.unsupportedMessageType)),
    (#"{"type":"user_message"}"#, WireError(.invalidMessageFormat, "\"content\" is missing.")),
    (#"{"type":"user_message","content":null}"#, WireError(.invalidMessageFormat, "\"content\" is missing.")),
    (#"{"type":"user_message","content":["hi"]}"#, WireError(.invalidMessageFormat, "\"content\" must be a text.")),
    (#"{"type":"user_message","content":{"text":"hi"}}"#, WireError(.invalidMessageFormat, "\"content\" must be a text.")),
    (#"{"type":"user_message","content":12345678901234567890}"#, WireError(.invalidMessageFormat, "\"content\" must be a text.")),
    (#"{"type":"user_message","content":true}"#, WireError(.invalidMessageFormat, "\"content\" must be a text.")),
    (#"{"type":"user_message","content":"a","content":"b"}"#, WireError(.invalidMessageFormat, "\"content\" stands twice.")),
    (#"{"type":"user_message","content":""}"#, WireError(.invalidMessageFormat, "\"content\" is empty.")),
    (
      #"{"type":"user_message","content":" \n\t\u0000 ","message_id":"m"}"#,
      WireError(.invalidMessageFormat, "\"content\" is empty.", replyTo: "m")
    ),
    (
      #"{"type":"user_message","content":"123456789 123456789 1","message_id":"m"}"#,
      WireError(.messageTooLong, "A message has at most 20 characters; this one has 21.", replyTo: "m")
    ),
    (
      #"{"type":"user_message","content":"hi","message_id":7}"#,
      WireError(.invalidMessageFormat, "\"message_id\" must be a text.")
    ),
    (
      #"{"type":"user_message","content":"hi","message_id":""}"#,
      WireError(.invalidMessageFormat, "\"message_id\" must have 1 to 200 characters.")
    ),
    (
      #"{"type":"user_message","content":"hi","session_id":"\#(String(repeating: "s", count: 201))"}"#,
      WireError(.invalidMessageFormat, "\"session_id\" must have 1 to 200 characters.")
    ),
    (#"{"type":"user_message","content":"hi","timestamp":1}"#, WireError(.invalidMessageFormat, "\"timestamp\" must be a text.")),
  ]

  @Test("anything else is refused with a reason", arguments: mistakes)
  func refused(text: String, error: WireError) {
    #expect(throws: error) { try Self.parse(text) }
  }
}
