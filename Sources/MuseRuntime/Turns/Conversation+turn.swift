import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter

/// One message, from the queue to its reply.
extension Conversation {
  func answer(_ entry: TurnQueue<Ticket>.Entry) async -> Answer {
    do throws(TurnFailure) {
      return try await turn(entry.id, entry.ticket)
    } catch {
      return .failed(error)
    }
  }

  private func turn(_ id: MessageID, _ ticket: Ticket) async throws(TurnFailure) -> Answer {
    if ticket.mayBeRepeated, let earlier = try await earlierReply(to: id) { return .reply(earlier, repeated: true) }
    var ledger = try await openLedger()
    if owesRecoveryNotice { try await beginAnew(&ledger) }
    guard !ledger.thread.state.isClosed else { throw .conversationEnded }
    let hearer = MessageHearer(thread: self.id, resources: resources)
    let message = try await hearer.hear(ticket.message, id, in: ledger.thread)
    broadcast.send(.turnStarted(message))
    ledger.hear(message)
    let reply = try await finish(&ledger, until: message.now.adding(resources.limits.turn) ?? .latest)
    broadcast.send(.reply(reply))
    return .reply(reply, repeated: false)
  }

  /// From work to work to the reply. Before the reply leaves, all that led to it is stored.
  ///
  /// - Parameter resuming: the pending work had been started before a restart.
  func finish(
    _ ledger: inout TurnLedger, until deadline: Instant, resuming: Bool = false
  ) async throws(TurnFailure) -> Reply {
    try await work(off: &ledger, until: deadline, resuming: resuming)
    guard let reply = ledger.reply else { throw .internalError }
    try await store(&ledger)
    book.add(reply)
    return reply
  }

  /// All of it, or nothing; then the thread is read again, since nobody knows what the store has.
  func store(_ ledger: inout TurnLedger) async throws(TurnFailure) {
    let effects = ledger.effects
    do {
      let commit = try ledger.commit()
      try await resources.store.append(commit, to: id)
      thread = ledger.thread
      noteDeliveries(in: commit)
    } catch {
      log(.error, "A segment could not be stored", "\(error)")
      thread = nil
      isLoadDue = true
      throw error is StoreFailure ? .stateUnavailable : .internalError
    }
    if !effects.isEmpty { broadcast.send(.advanced(ledger.thread.state.turn, effects)) }
  }

  private func noteDeliveries(in commit: Commit) {
    let replies = commit.records.compactMap(\.delivery)
    book.stored(replies)
    for reply in replies { broadcast.send(.delivered(reply)) }
  }

  func storeDeliveries() async {
    areDeliveriesDue = false
    guard let thread else { return }
    var ledger = TurnLedger(thread)
    ledger.hear(delivered: book.unstored, at: resources.time.now())
    // Where the store does not take them, they go with the next turn; until then a restart sends those replies once more.
    try? await store(&ledger)
  }

  /// A copy of the thread, with the deliveries that came since, and in the newest graph where a run may begin.
  private func openLedger() async throws(TurnFailure) -> TurnLedger {
    guard let thread else { throw .stateUnavailable }
    var ledger = TurnLedger(thread)
    if thread.state.isBetweenRuns, !thread.state.isClosed {
      let name = graphChoice ?? (thread.hasBegun ? thread.graph.graph.name : defaultGraph)
      let newest = await resources.library.newest(name) ?? thread.graph
      if !thread.hasBegun || newest.graph.fingerprint != thread.state.graph { ledger.takeUp(newest) }
    }
    ledger.hear(delivered: book.unstored, at: resources.time.now())
    return ledger
  }

  private func beginAnew(_ ledger: inout TurnLedger) async throws(TurnFailure) {
    try await store(&ledger)
    owesRecoveryNotice = false
    throw .stateRecovered
  }

  private func earlierReply(to message: MessageID) async throws(TurnFailure) -> Reply? {
    do {
      return try await resources.store.answer(to: message, in: id)
    } catch {
      log(.error, "The store did not answer", "\(error)")
      throw .stateUnavailable
    }
  }

  private func log(_ level: Logger.Level, _ message: Logger.Message, _ reason: String) {
    resources.logger.log(level: level, message, metadata: ["thread": "\(id)", "reason": "\(reason)"])
  }
}
