import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter

/// One turn, from the queue to its reply.
extension Conversation {
  func receive(_ entry: Queue.Entry) async -> Reception {
    beginTrace(entry.ticket.occasion)
    let reception = await haveTurn(entry)
    endTrace(reception)
    return reception
  }

  private func haveTurn(_ entry: Queue.Entry) async -> Reception {
    do throws(TurnFailure) {
      if entry.ticket.mayBeRepeated, let earlier = try await earlierReply(to: entry.id) { return .taken(earlier, repeated: true) }
      guard var ledger = try await ledger(for: entry) else { return .ignored }
      let deadline = resources.time.now().adding(resources.limits.turn) ?? .latest
      let reply = try await finish(&ledger, until: deadline, unless: entry.ticket.interruption)
      if let reply { broadcast.send(.reply(reply)) }
      return .taken(reply, repeated: false)
    } catch {
      return .failed(error)
    }
  }

  /// The thread with the turn begun; nil where it does not wait for such a thing.
  private func ledger(for entry: Queue.Entry) async throws(TurnFailure) -> TurnLedger? {
    guard case .message(let incoming) = entry.ticket.occasion, case .message(let id) = entry.id else {
      return try ledger(rousedBy: entry.ticket.occasion)
    }
    var ledger = try await ledgerOfRun()
    if owesRecoveryNotice { try await beginAnew(&ledger) }
    guard !ledger.thread.state.isClosed else { throw .conversationEnded }
    let hearer = MessageHearer(thread: self.id, turn: turnNumber, resources: resources, trace: turnTrace?.turn)
    let message = try await hearer.hear(incoming, id, in: ledger.thread)
    broadcast.send(.turnStarted(message))
    ledger.hear(.message(message))
    return ledger
  }

  /// From work to work to the reply. Before the reply leaves, all that led to it is stored.
  ///
  /// - Parameters:
  ///   - interruption: the turn is to be given up, as long as nothing is written.
  ///   - resuming: the pending work had been started before a restart.
  func finish(
    _ ledger: inout TurnLedger, until deadline: Instant, unless interruption: Promise<Bool> = Promise(), resuming: Bool = false
  ) async throws(TurnFailure) -> Reply? {
    try await work(off: &ledger, until: deadline, unless: interruption, resuming: resuming)
    try await store(&ledger)
    guard let reply = ledger.reply else { return nil }
    if !reply.isSilent { book.add(reply) }
    if !reply.isSilent, reply.answers == nil { unasked.send(reply) }
    return reply
  }

  /// All of it, or nothing; then the thread is read again, since nobody knows what the store has.
  func store(_ ledger: inout TurnLedger) async throws(TurnFailure) {
    let effects = ledger.effects
    let span = storeSpan("append")
    do {
      let commit = try ledger.commit(at: resources.time.now())
      try await resources.store.append(commit, to: id)
      span?.end()
      thread = ledger.thread
      noteDeliveries(in: commit)
      await tellRest(of: ledger.thread)
    } catch {
      span?.end(failed: error is StoreFailure ? "store" : "internal")
      log(.error, "A segment could not be stored", "\(error)")
      thread = nil
      isLoadDue = true
      throw error is StoreFailure ? .stateUnavailable : .internalError
    }
    if !ledger.told.isEmpty { followers.send(.entries(ledger.told)) }
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
    var ledger = TurnLedger(thread, of: id)
    ledger.hear(delivered: book.unstored, at: resources.time.now())
    defer { turnTrace = nil }
    do throws(TurnFailure) {
      try await store(&ledger)
      areDeliveriesLate = false
    } catch {
      // Once more when the thread is read again, then in a while: silence is counted from them.
      if areDeliveriesLate { await alarms.set(id, resources.time.now().adding(.seconds(5))) }
      areDeliveriesDue = !areDeliveriesLate
      areDeliveriesLate.toggle()
    }
  }

  /// A copy of the thread, with the deliveries that came since.
  func openLedger() throws(TurnFailure) -> TurnLedger {
    guard let thread else { throw .stateUnavailable }
    var ledger = TurnLedger(thread, of: id, trace: turnTrace)
    ledger.hear(delivered: book.unstored, at: resources.time.now())
    return ledger
  }

  /// In the newest graph where a run may begin.
  private func ledgerOfRun() async throws(TurnFailure) -> TurnLedger {
    guard let thread else { throw .stateUnavailable }
    var ledger = TurnLedger(thread, of: id, trace: turnTrace)
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

  private func earlierReply(to input: InputID) async throws(TurnFailure) -> Reply? {
    let span = storeSpan("answer")
    do {
      let reply = try await resources.store.answer(to: input, in: id)
      span?.end()
      return reply
    } catch {
      span?.end(failed: "store")
      log(.error, "The store did not answer", "\(error)")
      throw .stateUnavailable
    }
  }

  private func log(_ level: Logger.Level, _ message: Logger.Message, _ reason: String) {
    resources.logger.log(
      level, message, in: turnTrace?.turn, ["thread": "\(id)", "turn": "\(turnNumber.rawValue)", "reason": "\(reason)"])
  }
}
