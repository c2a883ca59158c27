package import MuseInterpreter

/// What a client asks of the server. The plain form knows messages only.
package enum ClientRequest: Hashable, Sendable {
  case say(ClientMessage)
  /// Everything that came after the entry with this number; 0: the whole history.
  case resume(after: Int)
  /// Calls a turn off: that of a message, or the one that runs.
  case cancelTurn(MessageID?)
  /// - Parameter id: echoed.
  case ping(id: String?)
}

extension ClientRequest {
  /// Total: every input gives a request or an error to answer with.
  /// - Parameters:
  ///   - bytes: Valid UTF-8; its size is bounded by the socket.
  ///   - longest: Characters (Unicode scalars) that the content of a message may have after trimming.
  package init(parsing bytes: [UInt8], form: WireForm, longest: Int) throws(WireError) {
    let fields = try MessageFields(parsing: bytes)
    let type = try fields.required("type")
    switch (form, type) {
    case (_, ClientMessage.type): self = .say(try ClientMessage(fields, longest: longest))
    case (.full, "resume"): self = .resume(after: try fields.requiredCount("last_seq"))
    case (.full, "cancel_turn"):
      self = .cancelTurn(
        try fields.identifier("message_id", longest: MessageFields.longestID).map(MessageID.init(rawValue:)))
    case (.full, "ping"): self = .ping(id: try fields.identifier("id", longest: MessageFields.longestID))
    case (.plain, _): throw WireError(.unsupportedMessageType)
    case (.full, _):
      throw WireError(
        .unsupportedMessageType,
        "There is no such type of message here; \"user_message\", \"resume\", \"cancel_turn\" and \"ping\" are those to send.")
    }
  }
}
