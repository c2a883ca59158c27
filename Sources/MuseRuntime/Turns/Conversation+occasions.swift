public import MuseDefinition
public import MuseExpression
public import MuseInterpreter

/// What brings a turn about.
enum Occasion: Sendable {
  case message(IncomingMessage)
  case timer(TimerID)
  case event(IncomingEvent)
  case staff(IncomingDeed)
}

/// An event as it was reported, its fields checked against the graph's declaration.
public struct IncomingEvent: Hashable, Sendable {
  /// The same id again is the same event.
  public var id: MessageID
  public var name: EventName
  public var fields: [String: Value]

  public init(id: MessageID, name: EventName, fields: [String: Value]) {
    self.id = id
    self.name = name
    self.fields = fields
  }
}

/// What somebody does who has taken over a thread, or takes it over.
public struct IncomingDeed: Hashable, Sendable {
  /// The same id again is the same deed.
  public var id: MessageID
  public var deed: StaffAction.Deed
  /// Who does it, as the person shall read it.
  public var name: String

  public init(id: MessageID, deed: StaffAction.Deed, name: String) {
    self.id = id
    self.deed = deed
    self.name = name
  }
}

/// Turns that no message brings about.
extension Conversation {
  /// Returns when the event has had its turn.
  public func receive(_ event: IncomingEvent) async -> Reception {
    await rouse(.event(event.id), Ticket(occasion: .event(event), mayBeRepeated: true, promise: Promise()))
  }

  /// Returns when the deed has had its turn.
  public func receive(_ deed: IncomingDeed) async -> Reception {
    await rouse(.staff(deed.id), Ticket(occasion: .staff(deed), mayBeRepeated: true, promise: Promise()))
  }

  /// Fires the next timer, if it is due, and returns when it has had its turn. False: it could not have one.
  package func fireTimer() async -> Bool {
    if !book.unstored.isEmpty {
      wake()
      await idle()
    }
    guard let timer = thread?.state.nextTimer, timer.due <= resources.time.now() else {
      await alarms.set(id, thread?.state.nextTimer?.due)
      return thread != nil
    }
    // The clock has rung, and forgotten this: one at the same instant is news to it.
    toldRest.due = nil
    let ticket = Ticket(occasion: .timer(timer.id), mayBeRepeated: false, promise: Promise())
    switch await rouse(.timer(timer.id), ticket, isUrgent: true) {
    case .taken, .ignored: return true
    case .failed: return false
    }
  }

  private func rouse(_ id: InputID, _ ticket: Ticket, isUrgent: Bool = false) async -> Reception {
    await enqueue(id, ticket, isUrgent: isUrgent).0.value()
  }

  /// The thread with the turn begun; nil where it does not wait for such a thing.
  func ledger(rousedBy occasion: Occasion) throws(TurnFailure) -> TurnLedger? {
    guard let thread, thread.hasBegun, !owesRecoveryNotice, let input = input(of: occasion, thread.state) else { return nil }
    var ledger = try openLedger()
    guard ledger.hear(input) else { return nil }
    broadcast.send(.roused(input))
    return ledger
  }

  private func input(of occasion: Occasion, _ state: ThreadState) -> Input? {
    let (now, seed) = (resources.time.now(), resources.entropy.seed())
    switch occasion {
    case .message: return nil
    case .timer(let id):
      guard let next = state.nextTimer, next.id == id, next.due <= now else { return nil }
      return .timer(TimerFiring(timer: id, now: now, seed: seed))
    case .event(let event):
      return .event(OutsideEvent(id: event.id, name: event.name, fields: event.fields, now: now, seed: seed))
    case .staff(let deed):
      return .staff(StaffAction(id: deed.id, deed: deed.deed, name: deed.name, now: now, seed: seed))
    }
  }
}
