import Logging
import MuseExpression
import MuseInterpreter

/// The thread as the store has it.
extension Conversation {
  /// Those that wait are told where it cannot be read.
  func load() async {
    isLoadDue = false
    do throws(TurnFailure) {
      let loaded = try await ThreadLoader(resources).load(id, graph: graphChoice ?? defaultGraph)
      thread = loaded.thread
      owesRecoveryNotice = loaded.isAnew
      book.load(undelivered: loaded.undelivered, newest: loaded.thread.state.delivered)
      try await resume(loaded.thread)
    } catch {
      thread = nil
      isLoadDue = false
      loadFailure = error
      for entry in queue.dismiss() { settle(entry, .failed(error)) }
    }
  }

  /// Finishes the turn that was cut off while a tool was called.
  private func resume(_ thread: LiveThread) async throws(TurnFailure) {
    guard thread.state.isWorking else { return }
    var ledger = TurnLedger(thread)
    let reply = try await finish(&ledger, until: .latest, resuming: true)
    resources.logger.info("A turn was finished after a restart", metadata: ["thread": "\(id)", "turn": "\(reply.id.rawValue)"])
    broadcast.send(.recovered(reply))
  }
}
