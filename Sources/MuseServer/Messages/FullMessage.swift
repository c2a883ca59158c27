package import MuseInterpreter
package import MuseRuntime

/// What the server says in the full form only.
package enum FullMessage: Hashable, Sendable {
  /// Once, at the beginning: how far the thread's history goes.
  case welcome(newest: Int)
  /// What follows are the entries after one number up to the other; then comes what is new.
  case resumed(after: Int, through: Int)
  /// Where the thread stands, instead of how it came there.
  case resumeImpossible(MissedHistory.Reason, ThreadSnapshot)
  case entry(HistoryEntry)
  /// A language model speaks in a turn. Provisional: only the turn's reply counts.
  case speech(ReplyID, StreamedSpeech)
  /// A message that had its turn before: this is what was said then.
  case repeated(Reply)
  /// A reply of which nobody knows that it arrived, for a client that does not resume.
  case missed(Reply)
  case nothingToCancel
  case pong(id: String?)
}

extension FullMessage {
  /// The replies whose delivery is to be journalled when the socket has taken the message.
  var delivers: [ReplyID] {
    switch self {
    case .entry(let entry): entry.reply.map { [$0.id] } ?? []
    case .missed(let reply): [reply.id]
    case .resumeImpossible(_, let snapshot): snapshot.undelivered.map(\.id)
    case .repeated(let reply): [reply.id]
    case .welcome, .resumed, .speech, .nothingToCancel, .pong: []
    }
  }
}

extension HistoryEntry {
  var reply: Reply? {
    if case .reply(let reply) = content { reply } else { nil }
  }
}
