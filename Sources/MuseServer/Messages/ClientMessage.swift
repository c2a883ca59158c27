package import MuseExpression
package import MuseInterpreter
package import MuseRuntime

/// What a person says, in either form: a `user_message`.
package struct ClientMessage: Hashable, Sendable {
  /// Trimmed, without control characters other than newline and tab.
  package var content: String
  /// Echoed in the reply.
  var sessionID: String?
  /// The same id again never runs a second turn.
  var messageID: MessageID?
  /// The newest reply that the person had before them when they wrote it, where the client says so. Nil: what the socket has taken
  /// counts.
  var seen: ReplyID?
  /// The button that was pressed; then the content is only what it says.
  var press: ButtonID?
  /// The time zone and the locale that the client names, from now on.
  var zone: String?
  var locale: LocaleID?
  /// The trace that it is part of, where the client says so.
  var trace: TraceFields?

  package init(
    content: String, sessionID: String? = nil, messageID: MessageID? = nil, seen: ReplyID? = nil, press: ButtonID? = nil,
    zone: String? = nil, locale: LocaleID? = nil, trace: TraceFields? = nil
  ) {
    self.content = content
    self.sessionID = sessionID
    self.messageID = messageID
    self.seen = seen
    self.press = press
    self.zone = zone
    self.locale = locale
    self.trace = trace
  }
}

extension ClientMessage {
  static let type = "user_message"

  /// What a press says where the client leaves out the button's words.
  private static let pressed = "(pressed)"

  /// Reads a message that must be one. Total: every input gives a message or an error to answer with.
  /// - Parameters:
  ///   - bytes: Valid UTF-8; its size is bounded by the socket.
  ///   - longest: Characters (Unicode scalars) that the content may have after trimming.
  package init(parsing bytes: [UInt8], longest: Int) throws(WireError) {
    let fields = try MessageFields(parsing: bytes)
    guard try fields.required("type") == Self.type else { throw WireError(.unsupportedMessageType) }
    try self.init(fields, longest: longest)
  }

  /// - Parameter fields: of a message of this type.
  init(_ fields: MessageFields, longest: Int) throws(WireError) {
    let messageID = try fields.identifier("message_id", longest: MessageFields.longestID).map(MessageID.init(rawValue:))
    let press = try fields.optional("press").map { written throws(WireError) in try Self.button(written, of: messageID) }
    let written = try press == nil ? fields.required("content") : fields.optional("content") ?? Self.pressed
    // It is only kept by whoever wants it; but where it stands, it must be a text.
    _ = try fields.optional("timestamp")
    let sessionID = try fields.identifier("session_id", longest: MessageFields.longestID)
    let seen = try fields.optional("seen").flatMap(ReplyID.init(wire:))
    let content = try Self.content(written, longest: longest, of: messageID)
    self.init(
      content: content, sessionID: sessionID, messageID: messageID, seen: seen, press: press,
      zone: try fields.identifier("timezone", longest: MessageFields.longestID),
      locale: try fields.identifier("locale", longest: MessageFields.longestID).map(LocaleID.init(rawValue:)),
      trace: fields.text("traceparent").flatMap { TraceFields(parents: [$0], states: []) })
  }

  private static func button(_ written: String, of messageID: MessageID?) throws(WireError) -> ButtonID {
    guard let button = ButtonID(wire: written) else {
      throw WireError(.invalidMessageFormat, "\"press\" is the id of a button, as its reply names it.", replyTo: messageID)
    }
    return button
  }

  private static func content(_ written: String, longest: Int, of messageID: MessageID?) throws(WireError) -> String {
    let content = cleaned(written)
    guard !content.isEmpty else { throw WireError(.invalidMessageFormat, "\"content\" is empty.", replyTo: messageID) }
    let length = content.unicodeScalars.count
    guard length <= longest else {
      throw WireError(.messageTooLong, "A message has at most \(longest) characters; this one has \(length).", replyTo: messageID)
    }
    return content
  }

  /// Without control characters other than newline and tab, and without white space at its ends.
  private static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView(text.unicodeScalars.filter { !isDropped($0) })[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar != "\n", scalar != "\t" else { return false }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
