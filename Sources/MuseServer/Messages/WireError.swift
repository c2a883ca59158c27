package import MuseInterpreter
package import MuseRuntime

/// What a client is told instead of a reply. It never shows a path, a stack, a query or a secret.
package struct WireError: Error, Hashable, Sendable {
  /// As it stands on the wire: `INVALID_JSON`.
  package var code: String
  package var sentence: String
  /// The same message may succeed later.
  var isRetrySuggested: Bool
  /// Seconds after which it may.
  var retryAfter: Int?
  /// The message that it answers, where that had an id of its own.
  var replyTo: MessageID?

  /// A mistake of the client: to send the same again does not help.
  package init(_ code: ErrorCode, _ sentence: String? = nil, replyTo: MessageID? = nil) {
    self.code = code.rawValue
    self.sentence = sentence ?? code.sentence
    self.isRetrySuggested = false
    self.replyTo = replyTo
  }

  /// The message came too fast: nobody has read it.
  package init(rateLimitedFor seconds: Int) {
    self.init(.rateLimited)
    isRetrySuggested = true
    retryAfter = seconds
  }

  package init(_ failure: TurnFailure, replyTo: MessageID?) {
    self.code = failure.code
    self.sentence = failure.sentence
    self.isRetrySuggested = failure.isRetrySuggested
    self.replyTo = replyTo
  }
}
