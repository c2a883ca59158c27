public import MuseInterpreter

/// What becomes of a message: exactly one of these.
public enum Answer: Hashable, Sendable {
  /// `repeated`: the message had its turn before, and this is what was said then.
  case reply(Reply, repeated: Bool)
  case failed(TurnFailure)
}

/// What becomes of what no message brings about: a timer, an event, what a person does who has taken over.
public enum Reception: Hashable, Sendable {
  /// It had a turn; what was said in it went to the thread's person. `repeated`: it had it before.
  case taken(Reply?, repeated: Bool)
  /// The thread does not wait for it: nothing has changed.
  case ignored
  case failed(TurnFailure)
}

/// The answer that a submitted message will get.
///
/// ```swift
/// let pending = await conversation.submit(message)
/// switch await pending.answer() { … }
/// ```
/// The turn runs whether or not somebody waits for the answer, and several may.
public struct PendingAnswer: Sendable {
  /// The client's id of the message, or the one made for it.
  public let message: MessageID
  let promise: Promise<Reception>

  /// Returns when the turn has ended and its reply is stored; at once when it has already. Cancelling the caller's task does not
  /// end the wait.
  public func answer() async -> Answer {
    switch await promise.value() {
    case .taken(let reply?, let repeated): .reply(reply, repeated: repeated)
    case .failed(let failure): .failed(failure)
    // Whoever writes is always answered.
    case .taken(nil, _), .ignored: .failed(.internalError)
    }
  }
}
