/// What a peer did that ends a connection: each has its close code.
package enum ProtocolViolation: Hashable, Sendable, CaseIterable {
  case reservedBits
  case unknownOpcode
  case fragmentedControl
  case longControl
  case unmasked
  case badLength
  case badClosePayload
  case continuationWithoutStart
  case messageInsideMessage
  case binary
  case notUTF8
  case notDeflate
  case messageTooLarge
  case tooManyFragments

  /// The limit that it goes beyond; nil: it is a mistake of another kind.
  var limit: Limit? {
    switch self {
    case .messageTooLarge: .messageBytes
    case .tooManyFragments: .fragments
    case .reservedBits, .unknownOpcode, .fragmentedControl, .longControl, .unmasked, .badLength, .badClosePayload,
      .continuationWithoutStart, .messageInsideMessage, .binary, .notUTF8, .notDeflate:
      nil
    }
  }

  package var closing: Closing {
    switch self {
    case .reservedBits: Closing(code: .protocolError, reason: "a reserved bit is set")
    case .unknownOpcode: Closing(code: .protocolError, reason: "unknown opcode")
    case .fragmentedControl: Closing(code: .protocolError, reason: "a control frame may not be fragmented")
    case .longControl: Closing(code: .protocolError, reason: "a control frame has at most 125 bytes")
    case .unmasked: Closing(code: .protocolError, reason: "a client must mask its frames")
    case .badLength: Closing(code: .protocolError, reason: "the length of a frame is not in its shortest form")
    case .badClosePayload: Closing(code: .protocolError, reason: "a close frame has a bad code")
    case .continuationWithoutStart: Closing(code: .protocolError, reason: "a continuation without a message")
    case .messageInsideMessage: Closing(code: .protocolError, reason: "a message inside of a fragmented one")
    case .binary: Closing(code: .unacceptable, reason: "only text is understood")
    case .notUTF8: Closing(code: .notUTF8, reason: "the text is not UTF-8")
    case .notDeflate: Closing(code: .notUTF8, reason: "the message is not compressed as it says")
    case .messageTooLarge: Closing(code: .tooLarge, reason: "the message is too large")
    case .tooManyFragments: Closing(code: .tooLarge, reason: "the message has too many fragments")
    }
  }
}
