import MuseDefinition
import MuseInterpreter
package import NIOCore

extension ServerMessage {
  /// Appends the message's JSON object to `buffer`.
  /// - Parameter timestamp: ISO 8601, in UTC.
  package func write(into buffer: ByteBuffer, timestamp: String) -> ByteBuffer {
    var object = JSONObjectWriter(into: buffer)
    switch self {
    case .connectionEstablished: object.writeSystem("connection_established", timestamp: timestamp)
    case .processing: object.writeSystem("processing", timestamp: timestamp)
    case .reply(let reply, let sessionID):
      if reply.relayed { object.write("type", "system") }
      object.writeReply(reply, sessionID: sessionID, timestamp: timestamp)
    case .missedReply(let reply):
      object.write("type", "missed_reply")
      if let name = reply.speaker {
        object.write("from", "staff")
        object.write("name", name)
      }
      object.writeReply(reply, sessionID: nil, timestamp: timestamp)
    case .notice(let notice): object.writeNotice(notice, timestamp: timestamp)
    case .error(let error): object.writeError(error, timestamp: timestamp)
    case .full(let message): object.write(message, timestamp: timestamp)
    }
    return object.finish()
  }
}

extension JSONObjectWriter {
  mutating func writeSystem(_ content: String, timestamp: String) {
    write("type", "system")
    write("content", content)
    write("timestamp", timestamp)
  }

  /// What was passed on to a person gets no words of its own.
  mutating func writeReply(_ reply: Reply, sessionID: String?, timestamp: String?) {
    write("content", reply.relayed ? "relayed" : reply.text)
    write("timestamp", timestamp)
    write("session_id", sessionID)
    write("message_id", reply.id.wire)
    if let message = reply.answers { write("reply_to", message.rawValue) }
    if !reply.buttons.isEmpty {
      write("buttons", reply.buttons.indices.map { ["label": reply.buttons[$0].label, "id": ButtonID(reply.id, $0 + 1).wire] })
    }
    if !reply.attachments.isEmpty { write("attachments", reply.attachments) }
  }

  fileprivate mutating func writeNotice(_ notice: Notice, timestamp: String) {
    write("type", "notice")
    switch notice {
    case .said(let content, let id):
      write("from", "you")
      write("content", content)
      write("timestamp", timestamp)
      write("message_id", id.rawValue)
    case .replied(let reply):
      write("from", "assistant")
      writeReply(reply, sessionID: nil, timestamp: timestamp)
    case .unasked(let reply):
      write("from", reply.speaker == nil ? "assistant" : "staff")
      write("name", reply.speaker)
      writeReply(reply, sessionID: nil, timestamp: timestamp)
    case .announcement(let content):
      write("from", "server")
      write("content", content)
      write("timestamp", timestamp)
    }
  }

  fileprivate mutating func writeError(_ error: WireError, timestamp: String) {
    write("type", "error")
    write("error_code", error.code)
    write("message", error.sentence)
    write("timestamp", timestamp)
    write("retry_suggested", error.isRetrySuggested)
    if let seconds = error.retryAfter { write("retry_after", seconds) }
    write("reply_to", error.replyTo?.rawValue)
  }
}
