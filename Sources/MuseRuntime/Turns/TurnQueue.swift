/// What has its turn, and what waits: messages, timers, events. One turn at a time, in the order of arrival.
package struct TurnQueue<ID: Hashable, Ticket> {
  package struct Entry {
    package let id: ID
    package let ticket: Ticket
  }

  package enum Admission {
    /// The same is here already: this is its ticket.
    case joined(Ticket)
    case queued
    case full
  }

  /// How many may wait beside the one that has its turn.
  package let limit: Int
  package private(set) var running: Entry?
  package private(set) var waiting: [Entry] = []

  package init(limit: Int) { self.limit = limit }

  package var isEmpty: Bool { running == nil && waiting.isEmpty }

  /// - Parameter isUrgent: it is let in even where the queue is full.
  package mutating func offer(_ id: ID, _ ticket: Ticket, isUrgent: Bool = false) -> Admission {
    if let running, running.id == id { return .joined(running.ticket) }
    if let known = waiting.first(where: { $0.id == id }) { return .joined(known.ticket) }
    // The first of an idle queue is as good as running, so that `limit` may wait beside it.
    guard isUrgent || waiting.count < limit + (running == nil ? 1 : 0) else { return .full }
    waiting.append(Entry(id: id, ticket: ticket))
    return .queued
  }

  /// The ticket of what has its turn, or waits.
  package func ticket(of id: ID) -> Ticket? { running?.id == id ? running?.ticket : waiting.first { $0.id == id }?.ticket }

  /// Gives the oldest that waits its turn; nil when none waits or another has its turn.
  package mutating func begin() -> Entry? {
    guard running == nil, !waiting.isEmpty else { return nil }
    running = waiting.removeFirst()
    return running
  }

  package mutating func finish() { running = nil }

  /// Takes those that wait out of the queue; the one that has its turn keeps it.
  package mutating func dismiss(where isMeant: (Entry) -> Bool = { _ in true }) -> [Entry] {
    defer { waiting.removeAll(where: isMeant) }
    return waiting.filter(isMeant)
  }

  /// Takes the oldest that wait out of the queue, as long as they are meant.
  package mutating func take(while isMeant: (Entry) -> Bool) -> [Entry] {
    let taken = Array(waiting.prefix(while: isMeant))
    waiting.removeFirst(taken.count)
    return taken
  }
}

extension TurnQueue: Sendable where ID: Sendable, Ticket: Sendable {}
extension TurnQueue.Entry: Sendable where ID: Sendable, Ticket: Sendable {}
extension TurnQueue.Admission: Sendable where Ticket: Sendable {}
extension TurnQueue.Admission: Equatable where Ticket: Equatable {}
