import MuseInterpreter
import NIOCore

/// One WebSocket of a client, from outside: what may be sent to it, from any thread.
struct ClientConnection: Sendable {
  let id: ConnectionID
  let client: ClientID
  let channel: any Channel

  func send(_ message: OutgoingMessage, promise: EventLoopPromise<Void>? = nil) {
    channel.writeAndFlush(message, promise: promise)
  }

  /// Lets input be read.
  /// - Parameter seen: the newest reply that had reached the person before they connected.
  func open(seen: ReplyID) { channel.triggerUserOutboundEvent(PlainFormHandler.Command.open(seen: seen), promise: nil) }

  /// Closes for a restart, as soon as no answer is owed any more.
  func dismiss() { channel.triggerUserOutboundEvent(PlainFormHandler.Command.dismiss, promise: nil) }

  func close(_ closing: Closing) { channel.triggerUserOutboundEvent(WebSocketFrameHandler.Command.close(closing), promise: nil) }
}
