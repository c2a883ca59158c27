import MuseDefinition
import MuseInterpreter

/// Messages that come while a turn runs, or right after one another, as the graph's policy has it.
extension Conversation {
  /// Nil: the message may queue up.
  func makeRoom(for id: InputID, _ ticket: Ticket) -> (Promise<Reception>, isNew: Bool)? {
    guard !queue.isEmpty, queue.ticket(of: id) == nil else { return nil }
    switch thread?.graph.graph.policy.onBusy ?? .queue {
    case .queue: return nil
    case .reject: return (refuse(id, ticket, .conversationBusy), false)
    case .interrupt:
      interrupt()
      return nil
    }
  }

  /// The newest message takes the place of those before it. A turn whose write has begun goes on to its end.
  private func interrupt() {
    for entry in queue.dismiss(where: { $0.ticket.occasion.message != nil }) { settle(entry, .failed(.interrupted)) }
    if let running = queue.running?.ticket, running.occasion.message != nil { running.interruption.fulfil(true) }
  }

  /// Gives it its turn, with the messages that were gathered to it: all of them get the one reply.
  func take(_ entry: Queue.Entry) async {
    let gathered = await gather(after: entry)
    let reception = await receive(entry.joined(with: gathered))
    queue.finish()
    for entry in [entry] + gathered { settle(entry, reception) }
  }

  private func gather(after entry: Queue.Entry) async -> [Queue.Entry] {
    guard entry.isGatherable, let length = thread?.graph.graph.policy.gather else { return [] }
    // A clock that fails ends the wait early: then what is here is what there is.
    try? await resources.time.sleep(for: length)
    return queue.take(while: \.isGatherable)
  }
}

extension Occasion {
  fileprivate var message: IncomingMessage? {
    switch self {
    case .message(let message): message
    case .timer, .event, .staff: nil
    }
  }
}

extension TurnQueue<InputID, Conversation.Ticket>.Entry {
  /// A button is a message of its own.
  fileprivate var isGatherable: Bool { ticket.occasion.message.map { $0.mayBeGathered && $0.press == nil } ?? false }

  /// One message of several, a line each, under the first one's id; each of the others is known by its own.
  fileprivate func joined(with others: [Self]) -> Self {
    guard var message = others.last?.ticket.occasion.message, let first = ticket.occasion.message else { return self }
    // A yes among them was said before what came later was seen.
    message.seen = min(message.seen, first.seen)
    message.trace = first.trace
    message.gathered = others.compactMap(\.id.message)
    message.text = ([first] + others.compactMap(\.ticket.occasion.message)).map(\.text).joined(separator: "\n")
    var ticket = ticket
    ticket.occasion = .message(message)
    return Self(id: id, ticket: ticket)
  }
}

extension InputID {
  fileprivate var message: MessageID? {
    switch self {
    case .message(let id): id
    case .event, .staff, .timer: nil
    }
  }
}
