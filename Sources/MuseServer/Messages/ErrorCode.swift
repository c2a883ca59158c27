/// The errors of the wire that arise before a message reaches its conversation. (Those of a turn are `TurnFailure`'s.)
package enum ErrorCode: String, Hashable, Sendable, CaseIterable {
  case invalidJSON = "INVALID_JSON"
  case invalidMessageFormat = "INVALID_MESSAGE_FORMAT"
  case unsupportedMessageType = "UNSUPPORTED_MESSAGE_TYPE"
  case messageTooLong = "MESSAGE_TOO_LONG"
  case rateLimited = "RATE_LIMITED"
  case tooManyConnections = "TOO_MANY_CONNECTIONS"
  case authenticationFailed = "AUTHENTICATION_FAILED"
  case authorizationFailed = "AUTHORIZATION_FAILED"

  /// What is said where nothing more exact is known.
  var sentence: String {
    switch self {
    case .invalidJSON: "The message is not JSON."
    case .invalidMessageFormat: "The message does not have the fields it needs."
    case .unsupportedMessageType: "There is no such type of message here; \"user_message\" is the one to send."
    case .messageTooLong: "The message is too long."
    case .rateLimited: "You are sending faster than I can read. Please wait a moment, then send this again."
    case .authenticationFailed: "The credentials are not accepted."
    case .authorizationFailed: "This is not your conversation."
    case .tooManyConnections: "You have too many connections open. Please close another window first."
    }
  }
}
