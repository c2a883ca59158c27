import NIOCore

/// Sends back every message as it came: for programs that test the WebSocket itself, at `/ws-echo` of a server with `testEcho`.
///
/// As long as its client does not take what was sent, nothing more is read: so it needs no limit.
final class EchoHandler: ChannelDuplexHandler {
  typealias InboundIn = WebSocketMessage
  typealias InboundOut = Never
  typealias OutboundIn = Never
  typealias OutboundOut = WebSocketPayload

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let allocator = context.channel.allocator
    let payload: WebSocketPayload =
      switch unwrapInboundIn(data) {
      case .text(let bytes): .text(OutgoingFrame.payload(bytes, allocator: allocator))
      case .binary(let bytes): .binary(OutgoingFrame.payload(bytes, allocator: allocator))
      }
    context.writeAndFlush(wrapOutboundOut(payload), promise: nil)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
    context.triggerUserOutboundEvent(WebSocketFrameHandler.Command.close(.restart), promise: nil)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    let command: WebSocketFrameHandler.Command = context.channel.isWritable ? .resume : .hold
    context.triggerUserOutboundEvent(command, promise: nil)
    context.fireChannelWritabilityChanged()
  }
}
