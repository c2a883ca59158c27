package import MuseInterpreter

/// What the server says. In the plain form a reply has no `type`; whatever nobody asked for has one, so that a simple client never
/// takes it for the answer to its message.
package enum ServerMessage: Hashable, Sendable {
  /// Once, at the beginning.
  case connectionEstablished
  /// A turn takes its time.
  case processing
  /// The answer to a message; with the `session_id` that came with it.
  case reply(Reply, sessionID: String?)
  /// A reply of which nobody knows that it arrived, once more.
  case missedReply(Reply)
  case notice(Notice)
  case error(WireError)
  case full(FullMessage)
}

/// Something that nobody on this connection asked for.
package enum Notice: Hashable, Sendable {
  /// What the same person said on another connection.
  case said(String, id: MessageID)
  /// What was replied there.
  case replied(Reply)
  /// What no message asked for: a timer, an event or a person has brought it about.
  case unasked(Reply)
  /// From whoever runs the server: a broadcast or a personal message.
  case announcement(String)
}

extension ServerMessage {
  /// The replies whose delivery is to be journalled when the socket has taken the message.
  var delivers: [ReplyID] {
    switch self {
    case .reply(let reply, _), .missedReply(let reply), .notice(.unasked(let reply)): [reply.id]
    case .full(let message): message.delivers
    case .connectionEstablished, .processing, .notice(.said), .notice(.replied), .notice(.announcement), .error: []
    }
  }

  /// The newest reply that the person has before them when the socket has taken the message.
  var shows: ReplyID? {
    switch self {
    case .reply(let reply, _), .missedReply(let reply), .notice(.replied(let reply)), .notice(.unasked(let reply)): reply.id
    case .full(let message): message.delivers.max()
    case .connectionEstablished, .processing, .notice(.said), .notice(.announcement), .error: nil
    }
  }
}
