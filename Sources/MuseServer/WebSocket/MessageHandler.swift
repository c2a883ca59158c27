import MuseExpression
import MuseInterpreter
import MuseRuntime
import NIOCore

/// What a connection sends.
enum OutgoingMessage: Sendable {
  /// The answer to the oldest message that has none.
  case answer(ServerMessage)
  /// The oldest request that has no answer needs none any more.
  case settled
  /// Nobody asked for it.
  case unasked(ServerMessage)
}

/// What a connection's loop has to deal with, in the order of its coming.
enum ConnectionInput: Sendable {
  /// - Parameter seen: the newest reply that the person had before them.
  case message(ClientMessage, seen: ReplyID)
  case resume(after: Int)
  case cancelTurn(MessageID?)
  /// A message that could not be taken: answered in its turn.
  case fault(WireError)
  /// Comes after the answers to all before it.
  case hangUp(Closing)
  /// The socket has taken the reply.
  case delivered(ReplyID)
}

/// The messages of one connection, in either form: texts become requests for the connection's loop, and what it says becomes texts.
///
/// It notes with each message what the person had seen when it came in; it counts the answers that are owed, stops reading when they
/// are too many, and says `processing` when one takes long.
final class MessageHandler: ChannelDuplexHandler {
  typealias InboundIn = WebSocketMessage
  typealias InboundOut = Never
  typealias OutboundIn = OutgoingMessage
  typealias OutboundOut = WebSocketPayload

  /// What the connection asks for, as outbound user events.
  enum Command: Sendable {
    case open(seen: ReplyID)
    /// Close for a restart when nothing is owed any more.
    case dismiss
  }

  struct Limits: Sendable {
    /// Characters of one message.
    var contentLength: Int
    /// Malformed messages in a row.
    var malformed: Int
    /// Messages that wait for their answers.
    var window: Int
    /// Messages in a row that came too fast.
    var tooFast: Int
    var processing: ServerSettings.ProcessingNotice
  }

  private let form: WireForm
  private let limits: Limits
  private let time: any TimeSource
  private let meter: MessageMeter
  private let inputs: AsyncStream<ConnectionInput>.Continuation
  private var window: AnswerWindow
  private var seen = ReplyID.none
  private var malformedInARow = 0
  private var tooFastInARow = 0
  private var isOpen = false
  private var isDismissed = false
  private var isReading = false
  /// What comes after a `resume` is read when it is known what the person has seen by it.
  private var isResuming = false
  private var processingTimer: Scheduled<Void>?

  init(
    form: WireForm, limits: Limits, time: any TimeSource, meter: MessageMeter,
    inputs: AsyncStream<ConnectionInput>.Continuation
  ) {
    self.form = form
    self.limits = limits
    self.time = time
    self.meter = meter
    self.inputs = inputs
    self.window = AnswerWindow(limit: limits.window)
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case WebSocketFrameHandler.Event.closing: end()
    case is ChannelShouldQuiesceEvent: dismiss(context)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  private func end() {
    processingTimer?.cancel()
    inputs.finish()
  }

  // MARK: In

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .text(let bytes) = unwrapInboundIn(data) else { return }
    if let seconds = meter.take() {
      takeHaste(seconds)
      return owe(context)
    }
    tooFastInARow = 0
    do throws(WireError) {
      let request = try ClientRequest(parsing: bytes, form: form, longest: limits.contentLength)
      malformedInARow = 0
      take(request, context)
    } catch {
      takeFault(error)
      owe(context)
    }
  }

  private func take(_ request: ClientRequest, _ context: ChannelHandlerContext) {
    switch request {
    case .say(let message): inputs.yield(.message(message, seen: min(seen, message.seen ?? seen)))
    case .resume(let number):
      isResuming = true
      inputs.yield(.resume(after: number))
    case .cancelTurn(let message): inputs.yield(.cancelTurn(message))
    case .ping(let id):
      write(.full(.pong(id: id)), context, promise: nil)
      return context.flush()
    }
    owe(context)
  }

  private func takeHaste(_ seconds: Int) {
    inputs.yield(.fault(WireError(rateLimitedFor: seconds)))
    tooFastInARow += 1
    guard tooFastInARow == limits.tooFast else { return }
    inputs.yield(.hangUp(Closing(code: .policyViolation, reason: "too many messages in a short time")))
  }

  private func takeFault(_ error: WireError) {
    inputs.yield(.fault(error))
    if error.code == ErrorCode.messageTooLong.rawValue { meter.report.hit(.contentLength) }
    malformedInARow = error.code == ErrorCode.messageTooLong.rawValue ? 0 : malformedInARow + 1
    guard malformedInARow == limits.malformed else { return }
    meter.report.hit(.malformedMessages)
    inputs.yield(.hangUp(Closing(code: .policyViolation, reason: "\(limits.malformed) malformed messages in a row")))
  }

  private func owe(_ context: ChannelHandlerContext) {
    window.add()
    if window.owed == 1 { announceProcessing(context) }
    adjustReading(context)
  }

  private func adjustReading(_ context: ChannelHandlerContext) {
    let mayRead =
      isOpen && !isDismissed && !isResuming && !window.isFull && malformedInARow < limits.malformed
      && tooFastInARow < limits.tooFast
    guard mayRead != isReading else { return }
    isReading = mayRead
    context.triggerUserOutboundEvent(mayRead ? WebSocketFrameHandler.Command.resume : .hold, promise: nil)
  }

  // MARK: Out

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .unasked(let message): write(message, context, promise: promise)
    case .answer(let message):
      write(message, context, promise: promise)
      settle(context)
    case .settled:
      settle(context)
      promise?.succeed()
    }
  }

  private func settle(_ context: ChannelHandlerContext) {
    window.settle()
    isResuming = false
    processingTimer?.cancel()
    processingTimer = nil
    if window.owed > 0 { announceProcessing(context) }
    adjustReading(context)
    hangUpIfDismissed(context)
  }

  private func write(_ message: ServerMessage, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
    let payload = OutgoingFrame.payload(capacity: 512, allocator: context.channel.allocator)
    let frame = wrapOutboundOut(.text(message.write(into: payload, timestamp: timestamp)))
    guard let shown = message.shows else { return context.write(frame, promise: promise) }
    let taken = promise ?? context.eventLoop.makePromise()
    taken.futureResult.assumeIsolated().whenSuccess { [self] in
      seen = max(seen, shown)
      for reply in message.delivers { inputs.yield(.delivered(reply)) }
    }
    context.write(frame, promise: taken)
  }

  /// In whole seconds, which is what every reader of ISO 8601 understands.
  private var timestamp: String { Instant(seconds: time.now().seconds).rfc3339 }

  // MARK: Commands

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    switch event as? Command {
    case .open(let seen):
      self.seen = max(self.seen, seen)
      isOpen = true
      adjustReading(context)
    case .dismiss: dismiss(context)
    case nil: return context.triggerUserOutboundEvent(event, promise: promise)
    }
    promise?.succeed()
  }

  private func dismiss(_ context: ChannelHandlerContext) {
    isDismissed = true
    adjustReading(context)
    hangUpIfDismissed(context)
  }

  private func hangUpIfDismissed(_ context: ChannelHandlerContext) {
    guard isDismissed, window.owed == 0 else { return }
    context.triggerUserOutboundEvent(WebSocketFrameHandler.Command.close(.restart), promise: nil)
  }

  // MARK: The notice that a turn takes long

  private func announceProcessing(_ context: ChannelHandlerContext) {
    switch limits.processing {
    case .never: break
    case .always: sendProcessing(context)
    case .slow(let delay):
      processingTimer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay)) { [self] in
        sendProcessing(context)
      }
    }
  }

  private func sendProcessing(_ context: ChannelHandlerContext) {
    write(.processing, context, promise: nil)
    context.flush()
  }
}
