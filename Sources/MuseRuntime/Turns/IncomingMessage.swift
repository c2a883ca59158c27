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
  /// The zone that the client named, by its IANA name; nil, or a name unknown here: the graph's.
  public var zone: String?

  public init(id: MessageID? = nil, text: String, sender: String, seen: ReplyID, zone: String? = nil) {
    self.id = id
    self.text = text
    self.sender = sender
    self.seen = seen
    self.zone = zone
  }

  func identified(as id: MessageID) -> IncomingMessage {
    var message = self
    message.id = id
    return message
  }
}
