package import MuseInterpreter
import Synchronization

/// Whose reply has been told: a message of the full form is settled when its turn has ended and all of that is on its way, whichever
/// is known first. So a connection that is to hang up when it owes nothing does not hang up before.
package final class ToldTurns: Sendable {
  private struct State {
    var newest = ReplyID.none
    /// Answered, and not told yet.
    var waiting: [ReplyID] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// The message of this turn has its answer.
  /// - Returns: whether it is settled.
  package func noteAnswer(_ turn: ReplyID) -> Bool {
    state.withLock { state in
      if turn <= state.newest { return true }
      state.waiting.append(turn)
      return false
    }
  }

  /// All turns up to this one were told.
  /// - Returns: how many messages are settled by that.
  package func noteTold(upTo turn: ReplyID) -> Int {
    state.withLock { state in
      state.newest = max(state.newest, turn)
      let settled = state.waiting.count { $0 <= state.newest }
      state.waiting.removeAll { $0 <= state.newest }
      return settled
    }
  }
}
