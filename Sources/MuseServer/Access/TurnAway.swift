import MuseAccess

/// Why a client is sent away by an error and a close code, when it has a WebSocket already: a browser cannot read a refused upgrade.
struct TurnAway: Error, Hashable, Sendable {
  var error: WireError
  var closing: Closing

  private init(_ code: ErrorCode, _ sentence: String? = nil, _ closing: Closing) {
    error = WireError(code, sentence)
    self.closing = closing
  }

  /// Also while it goes on: its credential has expired, or was revoked.
  static func unauthenticated(_ refusal: CredentialRefusal) -> TurnAway {
    TurnAway(.authenticationFailed, refusal.sentence, Closing(code: .unauthenticated, reason: refusal.sentence))
  }

  static let notTheirs = TurnAway(.authorizationFailed, Closing(code: .notTheirs, reason: "this is not your conversation"))
}

extension TurnAway {
  private init(_ code: ErrorCode, _ closing: Closing) { self.init(code, nil, closing) }
}
