import MuseInterpreter

/// Which message has its turn, and which wait. One turn at a time, in the order of arrival.
struct TurnQueue<Ticket> {
  struct Entry {
    let id: MessageID
    let ticket: Ticket
  }

  enum Admission {
    /// The same message is here already: this is its ticket.
    case joined(Ticket)
    case queued
    case full
  }

  /// How many may wait beside the one that has its turn.
  let limit: Int
  private(set) var running: Entry?
  private(set) var waiting: [Entry] = []

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { running == nil && waiting.isEmpty }

  mutating func offer(_ id: MessageID, _ ticket: Ticket) -> Admission {
    if let running, running.id == id { return .joined(running.ticket) }
    if let known = waiting.first(where: { $0.id == id }) { return .joined(known.ticket) }
    // The first of an idle queue is as good as running, so that `limit` may wait beside it.
    guard waiting.count < limit + (running == nil ? 1 : 0) else { return .full }
    waiting.append(Entry(id: id, ticket: ticket))
    return .queued
  }

  /// Gives the oldest waiting message its turn; nil when none waits or another has its turn.
  mutating func begin() -> Entry? {
    guard running == nil, !waiting.isEmpty else { return nil }
    running = waiting.removeFirst()
    return running
  }

  mutating func finish() { running = nil }

  /// Takes all that wait out of the queue; the one that has its turn keeps it.
  mutating func dismiss() -> [Entry] {
    defer { waiting = [] }
    return waiting
  }
}
