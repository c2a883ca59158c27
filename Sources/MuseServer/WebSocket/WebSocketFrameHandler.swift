import Logging
import NIOCore

/// The frames of one WebSocket: bytes become messages and messages become frames; pings are answered and sent, the close handshake is
/// kept, and no buffer grows without bound.
///
/// It decides nothing by itself: `WebSocketMessageAssembler`, `CloseHandshake` and `KeepAlive` do, and it performs what they say.
final class WebSocketFrameHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = WebSocketMessage
  typealias OutboundIn = WebSocketPayload
  typealias OutboundOut = ByteBuffer

  /// What the handler above asks for, as outbound user events.
  enum Command: Sendable {
    /// Read nothing more. A handler begins like this.
    case hold
    case resume
    case close(Closing)
  }

  /// What the handler above is told, as inbound user events.
  enum Event: Sendable {
    /// Nothing is said any more, from either side.
    case closing
  }

  struct Limits: Sendable {
    var messages: WebSocketMessageAssembler.Limits
    /// Bytes that may wait for a client that reads slowly.
    var outgoingBytes: Int
    /// Silence after which a ping is sent.
    var pingInterval: TimeAmount
    /// How long its answer may take.
    var pongDeadline: TimeAmount
    /// How long a close handshake may take.
    var closeDeadline: TimeAmount
    /// Is told which of them were hit.
    var report: LimitReport
  }

  private let limits: Limits
  private let logger: Logger
  private var assembler: WebSocketMessageAssembler
  private var framer: MessageFramer
  private var handshake = CloseHandshake()
  private var keepAlive = KeepAlive()
  private var isHeld = true
  /// A read was asked for while nothing was to be read. At first: by whoever had the channel before the upgrade.
  private var isReadDue = true
  /// Answers to pings were written, and wait for the rest of what was read: a thousand pings are one write to the socket.
  private var isFlushDue = false
  private var keepAliveTimer: Scheduled<Void>?
  private var closeTimer: Scheduled<Void>?

  /// - Parameter agreement: How messages may be compressed; nil: not at all.
  init(limits: Limits, agreement: DeflateAgreement?, logger: Logger) {
    self.limits = limits
    self.logger = logger
    self.assembler = WebSocketMessageAssembler(limits: limits.messages, agreement: agreement)
    self.framer = MessageFramer(agreement: agreement)
  }

  // MARK: The life of the channel

  func handlerAdded(context: ChannelHandlerContext) { scheduleKeepAlive(after: limits.pingInterval, context) }

  func handlerRemoved(context: ChannelHandlerContext) { cancelTimers() }

  func channelInactive(context: ChannelHandlerContext) {
    _ = handshake.end()
    cancelTimers()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed: perform(handshake.end(), context)
    case is ChannelShouldQuiesceEvent: quiesce(context)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !error.isTroubleOfTheSocket else {
      logger.debug("A socket failed", metadata: ["error": "\(error)"])
      return perform(handshake.end(), context)
    }
    logger.error("A connection failed by our own mistake", metadata: ["error": "\(error)"])
    perform(handshake.fail(Closing(code: .internalError, reason: "something went wrong on our side")), context)
  }

  private func cancelTimers() {
    keepAliveTimer?.cancel()
    closeTimer?.cancel()
  }

  // MARK: Reading

  func read(context: ChannelHandlerContext) {
    if isHeld, handshake.isOpen { isReadDue = true } else { context.read() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    keepAlive.hear()
    // What follows the end of the conversation is only taken off the socket, so that closing does not reset it.
    guard handshake.readsFrames else { return }
    assembler.append(unwrapInboundIn(data))
    takeEvents(context)
  }

  private func takeEvents(_ context: ChannelHandlerContext) {
    while handshake.readsFrames, !isHeld || !handshake.isOpen, let event = assembler.next() { take(event, context) }
    guard isFlushDue else { return }
    isFlushDue = false
    context.flush()
  }

  private func take(_ event: WebSocketMessageAssembler.Event, _ context: ChannelHandlerContext) {
    switch event {
    case .message(let message):
      if handshake.isOpen { context.fireChannelRead(wrapInboundOut(message)) }
    case .ping(let payload):
      if handshake.isOpen { answer(payload, context) }
    case .pong:
      break
    case .close(let code):
      perform(handshake.receive(code), context)
    case .violation(let violation):
      if let limit = violation.limit { limits.report.hit(limit) }
      logger.debug("A client broke the protocol", metadata: ["violation": "\(violation)"])
      perform(handshake.fail(violation.closing), context)
    }
  }

  // MARK: Writing

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard handshake.isOpen, hasRoom(context) else {
      promise?.fail(ChannelError.outputClosed)
      return
    }
    let frame = framer.frame(unwrapOutboundIn(data), allocator: context.channel.allocator)
    context.write(wrapOutboundOut(frame), promise: promise)
  }

  private func answer(_ ping: [UInt8], _ context: ChannelHandlerContext) {
    guard hasRoom(context) else { return }
    context.write(wrapOutboundOut(OutgoingFrame.control(.pong, ping, allocator: context.channel.allocator)), promise: nil)
    isFlushDue = true
  }

  private func ping(_ context: ChannelHandlerContext) {
    guard hasRoom(context) else { return }
    let frame = OutgoingFrame.control(.ping, [], allocator: context.channel.allocator)
    context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
  }

  /// False for a client that does not read what waits for it: the connection is closed then.
  private func hasRoom(_ context: ChannelHandlerContext) -> Bool {
    // Only channels without an outgoing buffer of their own do not know the option.
    let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    guard waiting > limits.outgoingBytes, handshake.isOpen else { return true }
    limits.report.hit(.outgoingBytes)
    logger.info("A client reads too slowly")
    close(Closing(code: .slowReader, reason: "you read too slowly"), context)
    return false
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    switch event as? Command {
    case .hold: isHeld = true
    case .resume: resume(context)
    case .close(let closing): close(closing, context)
    case nil: return context.triggerUserOutboundEvent(event, promise: promise)
    }
    promise?.succeed()
  }

  private func resume(_ context: ChannelHandlerContext) {
    guard isHeld else { return }
    isHeld = false
    takeEvents(context)
    readIfDue(context)
  }

  private func readIfDue(_ context: ChannelHandlerContext) {
    guard isReadDue, !isHeld || !handshake.isOpen else { return }
    isReadDue = false
    context.read()
  }

  // MARK: Closing

  private func close(_ closing: Closing, _ context: ChannelHandlerContext) {
    guard handshake.isOpen else { return }
    perform(handshake.start(closing), context)
    takeEvents(context)
  }

  /// The server stops listening. The handler above hangs up when all that it owes was written; where it does not, its time runs out.
  private func quiesce(_ context: ChannelHandlerContext) {
    context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    guard handshake.isOpen else { return }
    closeTimer = context.eventLoop.assumeIsolated().scheduleTask(in: limits.closeDeadline) { [self] in close(.restart, context) }
  }

  private func perform(_ action: CloseHandshake.Action, _ context: ChannelHandlerContext) {
    switch action {
    case .nothing: break
    case .send(let closing):
      beginClosing(context)
      context.writeAndFlush(wrapOutboundOut(OutgoingFrame.close(closing, allocator: context.channel.allocator)), promise: nil)
    case .sendAndFinish(let closing):
      beginClosing(context)
      let frame = OutgoingFrame.close(closing, allocator: context.channel.allocator)
      context.writeAndFlush(wrapOutboundOut(frame)).assumeIsolated().whenComplete { _ in
        context.close(mode: .output, promise: nil)
      }
    case .finish:
      context.close(mode: .output, promise: nil)
    case .closeChannel:
      context.close(promise: nil)
    }
  }

  /// From now on everything is read, for the sake of the peer's close frame; and not for ever.
  private func beginClosing(_ context: ChannelHandlerContext) {
    context.fireUserInboundEventTriggered(Event.closing)
    cancelTimers()
    closeTimer = context.eventLoop.assumeIsolated().scheduleTask(in: limits.closeDeadline) { [self] in
      perform(handshake.end(), context)
    }
    readIfDue(context)
  }

  // MARK: Keeping alive

  private func scheduleKeepAlive(after delay: TimeAmount, _ context: ChannelHandlerContext) {
    keepAliveTimer = context.eventLoop.assumeIsolated().scheduleTask(in: delay) { [self] in tick(context) }
  }

  private func tick(_ context: ChannelHandlerContext) {
    // Nothing can be heard while nothing is read.
    if isHeld { keepAlive.hear() }
    switch keepAlive.tick() {
    case .wait: scheduleKeepAlive(after: limits.pingInterval, context)
    case .ping:
      ping(context)
      scheduleKeepAlive(after: limits.pongDeadline, context)
    case .giveUp:
      limits.report.hit(.pongTime)
      close(Closing(code: .silent, reason: "no answer to a ping"), context)
    }
  }
}
