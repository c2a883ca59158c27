import MuseDefinition
import MuseServer
import Testing

@Suite("Requests of clients")
struct ClientRequestTests {
  private func read(_ text: String, _ form: WireForm = .full) -> Result<ClientRequest, WireError> {
    Result { () throws(WireError) in try ClientRequest(parsing: Array(text.utf8), form: form, longest: 100) }
  }

  @Test(
    "the full form has four types",
    arguments: [
      (#"{"type":"user_message","content":"hi"}"#, ClientRequest.say(ClientMessage(content: "hi"))),
      (#"{"type":"resume","last_seq":0}"#, .resume(after: 0)),
      (#"{"type":"resume","last_seq":9007199254740993}"#, .resume(after: 9_007_199_254_740_993)),
      (#"{"type":"cancel_turn"}"#, .cancelTurn(nil)),
      (#"{"type":"cancel_turn","message_id":"m-1"}"#, .cancelTurn("m-1")),
      (#"{"type":"ping"}"#, .ping(id: nil)),
      (#"{"type":"ping","id":"7"}"#, .ping(id: "7")),
    ])
  func types(text: String, request: ClientRequest) { #expect(read(text) == .success(request)) }

  @Test(
    "whatever else a request holds is refused",
    arguments: [
      #"{"type":"resume"}"#, #"{"type":"resume","last_seq":-1}"#, #"{"type":"resume","last_seq":1.5}"#,
      #"{"type":"resume","last_seq":1e3}"#, #"{"type":"resume","last_seq":"3"}"#, #"{"type":"resume","last_seq":null}"#,
      #"{"type":"resume","last_seq":99999999999999999999}"#, #"{"type":"resume","last_seq":1,"last_seq":2}"#,
      #"{"type":"cancel_turn","message_id":7}"#, #"{"type":"ping","id":""}"#,
    ])
  func malformed(text: String) throws {
    guard case .failure(let error) = read(text) else {
      Issue.record("it was taken")
      return
    }
    #expect(error.code == "INVALID_MESSAGE_FORMAT")
  }

  @Test("the plain form knows messages only", arguments: ["resume", "cancel_turn", "ping", "dance"])
  func plain(type: String) {
    #expect(read(#"{"type":"\#(type)","last_seq":0}"#, .plain) == .failure(WireError(.unsupportedMessageType)))
  }
}
