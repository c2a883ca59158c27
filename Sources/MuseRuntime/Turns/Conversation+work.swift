import MuseDefinition
import MuseExpression
import MuseInterpreter

/// What a turn waits for: tools, language models, people.
extension Conversation {
  private enum Ended: Sendable {
    case work(Work, CallResult)
    case turn(isInterrupted: Bool)
  }

  /// Returns when nothing is pending any more. Whatever a thread waits for is done at once, and told to it in the order in which it
  /// ended; before a write starts, all that led to it is stored.
  ///
  /// It may fail while other work goes on: that is waited for, and its results are lost. The thread, read again, asks for it anew.
  func work(
    off ledger: inout TurnLedger, until deadline: Instant, unless interruption: Promise<Bool>, resuming: Bool
  ) async throws(TurnFailure) {
    guard !ledger.pendingWork.isEmpty else { return }
    let failure = await withTaskGroup(of: Ended.self) { group -> TurnFailure? in
      defer { interruption.fulfil(false) }
      group.addTask { .turn(isInterrupted: await interruption.value()) }
      do throws(TurnFailure) {
        try await work(off: &ledger, until: deadline, resuming: resuming, in: &group)
        return nil
      } catch {
        // What only reads is dropped; what writes goes on to its end.
        group.cancelAll()
        return error
      }
    }
    if let failure { throw failure }
  }

  private func work(
    off ledger: inout TurnLedger, until deadline: Instant, resuming: Bool, in group: inout TaskGroup<Ended>
  ) async throws(TurnFailure) {
    var begun: Set<EffectID> = []
    var isRepetition = resuming
    while !ledger.pendingWork.isEmpty {
      let new = ledger.pendingWork.filter { !begun.contains($0.id) }
      if !isRepetition, !new.isEmpty { try await clear(new, &ledger, until: deadline) }
      for work in new {
        begun.insert(work.id)
        begin(order(work, ledger.thread, isRepetition: isRepetition), in: &group)
      }
      isRepetition = false
      guard let ended = await group.next() else { throw .internalError }
      switch ended {
      case .turn(let isInterrupted): if isInterrupted, !ledger.hasWritten { throw .interrupted }
      case .work(let work, let result): hear(result, of: work, &ledger, &begun)
      }
    }
  }

  private func hear(_ result: CallResult, of work: Work, _ ledger: inout TurnLedger, _ begun: inout Set<EffectID>) {
    ledger.hear(.result(work.id, result))
    // A write that is tried again keeps its id.
    begun.remove(work.id)
    broadcast.send(.worked(work, result))
  }

  /// What must be before new work starts.
  private func clear(_ new: [Work], _ ledger: inout TurnLedger, until deadline: Instant) async throws(TurnFailure) {
    if new.contains(where: \.isWrite) { return try await store(&ledger) }
    if !ledger.hasWritten, resources.time.now() > deadline { throw .timedOut }
  }

  private func begin(_ order: EffectPerformer.Order, in group: inout TaskGroup<Ended>) {
    let performer = resources.performer
    group.addTask { .work(order.work, await performer.perform(order)) }
  }

  private func order(_ work: Work, _ thread: LiveThread, isRepetition: Bool) -> EffectPerformer.Order {
    let graph = thread.graph.graph
    return EffectPerformer.Order(
      work: work, thread: id,
      turn: thread.turn ?? TurnContext(message: nil, sender: id.rawValue, now: resources.time.now(), zone: nil),
      graph: thread.state.graphName(of: work.id).flatMap(graph.graph) ?? graph, isRepetition: isRepetition,
      number: thread.state.turn, trace: turnTrace?.span(of: work.node, in: thread.state.graphName(of: work.id)),
      listen: { [weak self, turn = thread.state.turn] speech in await self?.tell(speech, in: turn) })
  }

  private func tell(_ speech: StreamedSpeech, in turn: ReplyID) {
    broadcast.send(.speaking(speech))
    followers.send(.speech(turn, speech))
  }
}
