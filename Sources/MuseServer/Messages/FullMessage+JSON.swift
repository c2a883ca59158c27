import MuseDefinition
import MuseInterpreter
import MuseRuntime

extension JSONObjectWriter {
  /// - Parameter timestamp: when it is sent.
  mutating func write(_ message: FullMessage, timestamp: String) {
    switch message {
    case .welcome(let newest):
      writeSystem("connection_established", timestamp: timestamp)
      write("protocol", WireForm.subprotocol)
      write("last_seq", newest)
    case .resumed(let after, let through):
      write("type", "resumed")
      write("timestamp", timestamp)
      write("after", after)
      write("through", through)
    case .resumeImpossible(let reason, let snapshot): writeSnapshot(snapshot, reason, timestamp: timestamp)
    case .entry(let entry): write(entry, timestamp: timestamp)
    case .speech(let turn, let speech): write(speech, in: turn, timestamp: timestamp)
    case .repeated(let reply): writeAgain(reply, as: "repeated", timestamp: timestamp)
    case .missed(let reply): writeAgain(reply, as: "missed", timestamp: timestamp)
    case .nothingToCancel: writeSystem("nothing_to_cancel", timestamp: timestamp)
    case .pong(let id):
      write("type", "pong")
      write("timestamp", timestamp)
      write("id", id)
    }
  }

  // MARK: What is no entry of the history: it has no `seq`

  private mutating func writeSnapshot(_ snapshot: ThreadSnapshot, _ reason: MissedHistory.Reason, timestamp: String) {
    write("type", "resume.impossible")
    write("timestamp", timestamp)
    write("reason", reason.rawValue)
    writeObject("snapshot") { $0.write(snapshot) }
  }

  mutating func write(_ snapshot: ThreadSnapshot) {
    write("seq", snapshot.newest)
    write("turn", snapshot.turn.rawValue)
    write("graph", snapshot.graph.rawValue)
    write("awaiting", snapshot.awaiting)
    write("slots", .object(Dictionary(snapshot.slots.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { $1 })))
    writeObjects("replies", snapshot.undelivered) { object, reply in
      object.write("turn", reply.id.rawValue)
      object.writeSpeaker(of: reply)
      object.writeReply(reply, sessionID: nil, timestamp: nil)
    }
  }

  private mutating func write(_ speech: StreamedSpeech, in turn: ReplyID, timestamp: String) {
    write("type", speech.type)
    write("turn", turn.rawValue)
    write("timestamp", timestamp)
    if case .said(_, let words) = speech { write("content", words) }
  }

  private mutating func writeAgain(_ reply: Reply, as flag: StaticString, timestamp: String) {
    write("type", "reply")
    write("turn", reply.id.rawValue)
    write(flag, true)
    writeSpeaker(of: reply)
    writeReply(reply, sessionID: nil, timestamp: timestamp)
  }

  mutating func writeSpeaker(of reply: Reply) {
    write("from", reply.speaker == nil ? "assistant" : "staff")
    write("name", reply.speaker)
  }

  // MARK: Entries

  private mutating func write(_ entry: HistoryEntry, timestamp: String) {
    write("type", entry.content.type)
    write("seq", entry.number)
    write("turn", entry.turn.rawValue)
    if case .reply(let reply) = entry.content {
      if !reply.relayed { writeSpeaker(of: reply) }
      writeReply(reply, sessionID: nil, timestamp: timestamp)
      return
    }
    write("timestamp", timestamp)
    switch entry.content {
    case .turnStarted(let cause): write(cause)
    case .nodeEntered(let node): write("node", node.rawValue)
    case .slotChanged(let slot, let change):
      write("slot", slot.rawValue)
      if case .filled(let value) = change { write("value", value) }
      if change == .hidden { write("sensitive", true) }
    case .turnEnded(let awaited): write("awaiting", awaited)
    case .threadEnded(let end): write("end", end)
    case .reply: break
    }
  }

  private mutating func write(_ cause: TurnCause) {
    switch cause {
    case .message(let id, let text, let gathered):
      write("cause", "message")
      write("message_id", id.rawValue)
      if !gathered.isEmpty { write("gathered", gathered.map(\.rawValue)) }
      write("content", text)
    case .timer: write("cause", "timer")
    case .event(let name):
      write("cause", "event")
      write("event", name.rawValue)
    case .staff(let name):
      write("cause", "staff")
      write("name", name)
    }
  }

  private mutating func write(_ name: StaticString, _ awaited: Awaited?) {
    guard let awaited else { return write(name, .null) }
    writeObject(name) { object in
      object.write("node", awaited.node.rawValue)
      object.write("verb", awaited.verb)
      if !awaited.slots.isEmpty { object.write("slots", awaited.slots.map(\.rawValue)) }
      if !awaited.intents.isEmpty { object.write("intents", awaited.intents.map(\.rawValue)) }
    }
  }
}

extension HistoryEntry.Content {
  /// As `type` has it.
  var type: String {
    switch self {
    case .turnStarted: "turn.started"
    case .nodeEntered: "node.entered"
    case .slotChanged(_, .filled), .slotChanged(_, .hidden): "slot.filled"
    case .slotChanged(_, .declined): "slot.declined"
    case .slotChanged(_, .cleared): "slot.cleared"
    case .reply(let reply): reply.relayed ? "relayed" : "reply"
    case .turnEnded: "turn.ended"
    case .threadEnded: "thread.ended"
    }
  }
}
