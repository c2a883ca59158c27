import MuseAccess
import MuseExpression
import MuseInterpreter
import NIOCore

/// One WebSocket of a client, from outside: what may be sent to it, from any thread.
struct ClientConnection: Sendable {
  let id: ConnectionID
  let client: ClientID
  /// Who has proved to be the client; nil where nobody is asked.
  let identity: Identity?
  let form: WireForm
  let since: Instant
  let channel: any Channel

  func send(_ message: OutgoingMessage, promise: EventLoopPromise<Void>? = nil) {
    channel.writeAndFlush(message, promise: promise)
  }

  /// Lets input be read.
  /// - Parameter seen: the newest reply that had reached the person before they connected.
  func open(seen: ReplyID) { channel.triggerUserOutboundEvent(MessageHandler.Command.open(seen: seen), promise: nil) }

  /// Closes for a restart, as soon as no answer is owed any more.
  func dismiss() { channel.triggerUserOutboundEvent(MessageHandler.Command.dismiss, promise: nil) }

  /// Says why, and closes.
  func turnAway(_ reason: TurnAway) {
    send(.unasked(.error(reason.error)))
    close(reason.closing)
  }

  func close(_ closing: Closing) { channel.triggerUserOutboundEvent(WebSocketFrameHandler.Command.close(closing), promise: nil) }
}
