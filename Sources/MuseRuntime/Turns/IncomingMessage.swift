public import MuseExpression
public import MuseInterpreter

/// A message as a frontend received it.
public struct IncomingMessage: Hashable, Sendable {
  /// The client's own id; nil: one is made. The same id again never runs a second turn.
  public var id: MessageID?
  public var text: String
  /// Who wrote it: the client id.
  public var sender: String
  /// The newest reply that had reached this person when the message came in (`Conversation.newestDelivered`).
  public var seen: ReplyID
  /// The zone that the client named, by its IANA name; nil, or a name unknown here: the one it named last, else the
  /// graph's.
  public var zone: String?
  /// The locale that the client named; nil: the one it named last, else the graph's first.
  public var locale: LocaleID?
  /// The button that was pressed: then nothing is read out of the text.
  public var press: Press?
  /// The client can bear it that several messages get one reply (`policy.gather`).
  public var mayBeGathered = false
  /// The trace in which it was sent; nil: its turn begins one.
  public var trace: TraceFields?
  /// Those that were joined to this one.
  var gathered: [MessageID] = []

  public struct Press: Hashable, Sendable {
    /// The reply beside which the button stands.
    public var reply: ReplyID
    /// Counted from 1.
    public var button: Int

    public init(reply: ReplyID, button: Int) {
      self.reply = reply
      self.button = button
    }
  }

  public init(
    id: MessageID? = nil, text: String, sender: String, seen: ReplyID, zone: String? = nil, locale: LocaleID? = nil,
    press: Press? = nil
  ) {
    self.id = id
    self.text = text
    self.sender = sender
    self.seen = seen
    self.zone = zone
    self.locale = locale
    self.press = press
  }

  func identified(as id: MessageID) -> IncomingMessage {
    var message = self
    message.id = id
    return message
  }
}
