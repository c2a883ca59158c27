/// What `musegraph explain` and the reference say of an error code.
extension ErrorCode {
  /// What it means and why, in whole sentences.
  package var meaning: String {
    switch self {
    case .invalidJSON: "The frame was not JSON, so nobody could tell what was sent. The connection lives on."
    case .invalidMessageFormat:
      "The frame was JSON, but a field was missing, empty or of another kind than it must be. The connection lives on."
    case .unsupportedMessageType: "The frame had a 'type' that the server does not know. The connection lives on."
    case .messageTooLong: "The 'content' had more characters than a message may have (8000), so that nobody read it."
    case .rateLimited:
      """
      The client has sent more messages in a short time than one client may, over all its connections. Nobody read this one; \
      'retry_after' says in how many seconds the next is read. Whoever goes on all the same is closed (1008).
      """
    case .authenticationFailed:
      "There were no credentials, or they are not accepted, or they have expired while they were in use. The connection is closed (4401); over HTTP the status is 401."
    case .authorizationFailed:
      "The credentials are good, but the client id in the address is not theirs, or they are no administrator's. The connection is closed (4403); over HTTP the status is 403."
    case .tooManyConnections: "The client has as many connections open as one client may have, so this one is closed (4429)."
    }
  }

  package var advice: String {
    switch self {
    case .invalidJSON: "Send one JSON object in each text frame."
    case .invalidMessageFormat: "Send the texts 'type' and 'content', and only what the protocol knows under its own names."
    case .unsupportedMessageType: "Send \"type\": \"user_message\"."
    case .messageTooLong: "Send a shorter message, or several."
    case .rateLimited: "Wait for the seconds of 'retry_after', then send it again; or raise 'limits.message_rate'."
    case .authenticationFailed:
      "Send an API key or a token: as 'Authorization: Bearer …', as the subprotocol 'bearer.…' or behind 'access_token='."
    case .authorizationFailed: "Connect with the client id that the token names as 'sub', or that the key is for."
    case .tooManyConnections: "Close a connection first, or raise the limit of the server."
    }
  }

  /// Frames that get it.
  package var wrong: [String] {
    switch self {
    case .invalidJSON: [#"{"type": "user_message", "content": hello}"#]
    case .invalidMessageFormat: [#"{"type": "user_message"}"#, #"{"type": "user_message", "content": ["hello"]}"#]
    case .unsupportedMessageType: [#"{"type": "message", "content": "hello"}"#]
    case .messageTooLong, .rateLimited, .tooManyConnections, .authenticationFailed, .authorizationFailed: []
    }
  }

  /// Frames that get an answer.
  package var right: [String] {
    switch self {
    case .invalidJSON, .invalidMessageFormat, .unsupportedMessageType: [#"{"type": "user_message", "content": "hello"}"#]
    case .messageTooLong, .rateLimited, .tooManyConnections, .authenticationFailed, .authorizationFailed: []
    }
  }
}
