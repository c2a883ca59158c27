import NIOCore

/// Closes a WebSocket on which no message came or went for a while. Pings do not count: a forgotten window answers them for days.
final class IdleWatch: ChannelDuplexHandler {
  typealias InboundIn = WebSocketMessage
  typealias InboundOut = WebSocketMessage
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let limit: TimeAmount
  private let report: LimitReport
  private var last = NIODeadline.now()
  private var timer: Scheduled<Void>?

  init(limit: TimeAmount, report: LimitReport) {
    self.limit = limit
    self.report = report
  }

  func handlerAdded(context: ChannelHandlerContext) { watch(context) }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    last = .now()
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    last = .now()
    context.write(data, promise: promise)
  }

  private func watch(_ context: ChannelHandlerContext) {
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: last + limit) { [self] in
      guard .now() >= last + limit else { return watch(context) }
      report.hit(.idleTime)
      let closing = Closing(code: .goingAway, reason: "nothing was said for a long time")
      context.triggerUserOutboundEvent(WebSocketFrameHandler.Command.close(closing), promise: nil)
    }
  }
}
