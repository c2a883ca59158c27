public import MuseInterpreter

/// For those who follow a thread, and for those who call a turn off.
extension Conversation {
  /// Where the thread stands, and all that is stored in it from then on.
  public func follow() async throws(TurnFailure) -> HistoryFeed {
    try await open()
    guard let thread else { throw .stateUnavailable }
    return HistoryFeed(snapshot: ThreadSnapshot(thread, undelivered: book.undelivered), live: followers.listen())
  }

  /// What somebody missed who had the entry with this number, up to where a feed began.
  public nonisolated func missed(by number: Int, upTo snapshot: ThreadSnapshot) async throws(StoreFailure) -> MissedHistory {
    try await HistoryArchive(library: resources.library).missed(by: number, upTo: snapshot, in: id)
  }

  /// Where the thread stands now; nil while its store fails.
  public var snapshot: ThreadSnapshot? { thread.map { ThreadSnapshot($0, undelivered: book.undelivered) } }

  /// What was to be called off.
  public enum Cancellation: Hashable, Sendable {
    /// It is asked to stop: its message is answered with `interrupted`, or with its reply where that came first or a write has begun.
    case asked
    /// No message has its turn, or that one neither has it nor waits for it.
    case nothing
  }

  /// Calls the turn of a message off, as long as nothing is written in it; and a message that waits for its turn.
  ///
  /// - Parameter message: nil: the one that has its turn now.
  public func cancel(_ message: MessageID?) -> Cancellation {
    if let message, let waiting = queue.dismiss(where: { $0.id == .message(message) }).first {
      settle(waiting, .failed(.interrupted))
      return .asked
    }
    guard let running = queue.running, running.ticket.isOfMessage, message.map({ running.id == .message($0) }) ?? true else {
      return .nothing
    }
    running.ticket.interruption.fulfil(true)
    return .asked
  }
}

extension Conversation.Ticket {
  fileprivate var isOfMessage: Bool {
    switch occasion {
    case .message: true
    case .timer, .event, .staff: false
    }
  }
}
