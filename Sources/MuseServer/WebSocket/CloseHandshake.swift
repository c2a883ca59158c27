/// How a WebSocket is closed, from whichever side it begins: each side sends one close frame, then the server ends its half of the
/// TCP connection and waits for the client to end its own. (A socket closed while bytes are still unread resets the connection, and
/// the close code is lost on its way.)
///
/// A pure state machine. Source: RFC 6455, section 7.1.
package struct CloseHandshake: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case nothing
    /// Send a close frame and go on reading, for the peer's.
    case send(Closing)
    /// Send a close frame and then end our half. Nil: an empty one.
    case sendAndFinish(Closing?)
    /// End our half; whatever still comes is thrown away.
    case finish
    case closeChannel
  }

  private enum State {
    case open
    case sent
    case finishing
    case over
  }

  private var state = State.open

  package init() {}

  /// Messages may be read and written.
  package var isOpen: Bool { state == .open }

  /// Frames still have a meaning: we are open, or wait for the peer's close frame.
  package var readsFrames: Bool { state == .open || state == .sent }

  /// The server wants to close.
  package mutating func start(_ closing: Closing) -> Action {
    guard state == .open else { return .nothing }
    state = .sent
    return .send(closing)
  }

  /// The peer broke the protocol: its frames cannot be trusted any more.
  package mutating func fail(_ closing: Closing) -> Action {
    switch state {
    case .open:
      state = .finishing
      return .sendAndFinish(closing)
    case .sent:
      state = .finishing
      return .finish
    case .finishing, .over:
      return .nothing
    }
  }

  /// The peer's close frame came.
  package mutating func receive(_ code: CloseCode?) -> Action {
    switch state {
    case .open:
      state = .finishing
      return .sendAndFinish(code.map { Closing(code: $0, reason: "") })
    case .sent:
      state = .finishing
      return .finish
    case .finishing, .over:
      return .nothing
    }
  }

  /// The peer has ended its half, or time is up.
  package mutating func end() -> Action {
    guard state != .over else { return .nothing }
    state = .over
    return .closeChannel
  }
}
