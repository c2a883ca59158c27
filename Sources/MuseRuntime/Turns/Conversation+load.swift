import Logging
import MuseExpression
import MuseInterpreter

/// The thread as the store has it.
extension Conversation {
  /// Those that wait are told where it cannot be read.
  func load() async {
    isLoadDue = false
    do throws(TurnFailure) {
      let loaded = try await loaded()
      thread = loaded.thread
      owesRecoveryNotice = loaded.isAnew
      book.load(undelivered: loaded.undelivered, newest: loaded.thread.state.delivered)
      await tellRest(of: loaded.thread)
      try await resume(loaded.thread)
    } catch {
      thread = nil
      isLoadDue = false
      loadFailure = error
      for entry in queue.dismiss() { settle(entry, .failed(error)) }
    }
  }

  private func loaded() async throws(TurnFailure) -> LoadedThread {
    let span = loadSpan()
    do {
      let loaded = try await ThreadLoader(resources).load(id, graph: graphChoice ?? defaultGraph)
      span?.end()
      return loaded
    } catch {
      span?.end(failed: error.code)
      throw error
    }
  }

  /// Finishes the turn that was cut off while a tool was called.
  private func resume(_ thread: LiveThread) async throws(TurnFailure) {
    guard thread.state.isWorking else { return }
    beginTraceOfResumedTurn(thread.state.turn)
    do {
      let reply = try await resumed(thread)
      endTrace(.taken(reply, repeated: false))
      guard let reply else { return }
      resources.logger.log(
        .info, "A turn was finished after a restart", in: turnTrace?.turn, ["thread": "\(id)", "turn": "\(reply.id.rawValue)"])
      broadcast.send(.recovered(reply))
    } catch {
      endTrace(.failed(error))
      throw error
    }
  }

  private func resumed(_ thread: LiveThread) async throws(TurnFailure) -> Reply? {
    var ledger = TurnLedger(thread, of: id, trace: turnTrace)
    return try await finish(&ledger, until: .latest, resuming: true)
  }

  /// Tells those who wake threads, and those who take over, what the thread rests on now.
  func tellRest(of thread: LiveThread) async { await tellRest(of: thread.rest) }

  func tellRest(of rest: Rest) async {
    guard rest != toldRest else { return }
    if rest.due != toldRest.due { await alarms.set(id, rest.due) }
    if rest.queue != toldRest.queue { await resources.desk?.note(id, waitingIn: rest.queue) }
    toldRest = rest
  }
}
