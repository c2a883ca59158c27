public import MuseInterpreter

/// What becomes of a message: exactly one of these.
public enum Answer: Hashable, Sendable {
  /// `repeated`: the message had its turn before, and this is what was said then.
  case reply(Reply, repeated: Bool)
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
  let promise: Promise<Answer>

  /// Returns when the turn has ended and its reply is stored; at once when it has already. Cancelling the caller's task does not
  /// end the wait.
  public func answer() async -> Answer { await promise.value() }
}
