/// Why a WebSocket is closed, as the number on the wire.
///
/// Source: RFC 6455, section 7.4; the numbers from 4000 on are this server's own.
package struct CloseCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let normal = CloseCode(rawValue: 1000)
  package static let goingAway = CloseCode(rawValue: 1001)
  package static let protocolError = CloseCode(rawValue: 1002)
  /// A binary frame, where only text is understood.
  package static let unacceptable = CloseCode(rawValue: 1003)
  /// The content is not of its kind: text that is not UTF-8, or compressed where it is not.
  package static let notUTF8 = CloseCode(rawValue: 1007)
  package static let policyViolation = CloseCode(rawValue: 1008)
  package static let tooLarge = CloseCode(rawValue: 1009)
  /// Our bug.
  package static let internalError = CloseCode(rawValue: 1011)
  package static let restart = CloseCode(rawValue: 1012)
  /// The credentials are missing, wrong, expired or revoked.
  package static let unauthenticated = CloseCode(rawValue: 4401)
  /// The credentials are not for this client.
  package static let notTheirs = CloseCode(rawValue: 4403)
  /// No pong came.
  package static let silent = CloseCode(rawValue: 4408)
  /// The client reads too slowly: what waits for it exceeds the limit.
  package static let slowReader = CloseCode(rawValue: 4413)
  package static let tooManyConnections = CloseCode(rawValue: 4429)

  /// Whether a peer may send it: the rest is reserved for programs to tell themselves how a connection ended.
  package var mayBeSent: Bool {
    switch rawValue {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }
}

/// A close frame that the server sends: its code, and a reason for whoever reads a log.
package struct Closing: Hashable, Sendable {
  package var code: CloseCode
  /// At most 123 bytes.
  package var reason: String

  package init(code: CloseCode, reason: String) {
    self.code = code
    self.reason = reason
  }

  package static let restart = Closing(code: .restart, reason: "the server restarts")
}
