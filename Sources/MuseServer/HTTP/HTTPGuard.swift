import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Watches a connection until it is known what it wants: answers what is no HTTP, and ends what takes too long to say.
final class HTTPGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let deadline: TimeAmount
  private let line: RequestLineWatch
  private let report: LimitReport
  private var timer: Scheduled<Void>?
  private var isAnswering = false
  private var isOver = false
  /// A handshake is being decided: what comes behind it stays in the socket.
  private var isHolding = false
  private var context: ChannelHandlerContext?

  /// - Parameters:
  ///   - deadline: for the whole head of the first request.
  ///   - line: knows what the decoder was reading when it gave up.
  init(deadline: TimeAmount, line: RequestLineWatch, report: LimitReport) {
    self.deadline = deadline
    self.line = line
    self.report = report
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: deadline) { [report] in
      report.hit(.handshakeTime)
      context.close(promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    timer?.cancel()
  }

  /// The head is here: from now on others keep the time.
  func release() {
    timer?.cancel()
    timer = nil
    isHolding = false
    context?.read()
  }

  func read(context: ChannelHandlerContext) {
    if !isHolding { context.read() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent, timer != nil {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    let part = unwrapInboundIn(data)
    if case .end = part { line.beginRequest() }
    guard case .head(var head) = part, head.headers.contains(name: "upgrade") else {
      return context.fireChannelRead(data)
    }
    guard !ConnectRequest.isHandshake(head) else {
      isHolding = true
      return context.fireChannelRead(data)
    }
    // NIO's upgrade handler loses the head of a request whose upgrade nobody wants (curl asks for `h2c`), so it must not see that it
    // was asked for. The decoder has stopped at it, and reads no other request of this connection.
    head.headers.remove(name: "upgrade")
    head.headers.replaceOrAdd(name: "connection", value: "close")
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head): isAnswering = !(100..<200).contains(head.status.code)
    case .body: break
    case .end: isAnswering = false
    }
    context.write(data, promise: promise)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
    guard !isOver else { return }
    isOver = true
    guard !isAnswering else { return context.close(promise: nil) }
    HTTPGuard.refuse(refusal(for: error), context)
  }

  private func refusal(for error: HTTPParserError) -> HTTPRefusal {
    guard error == .headerOverflow else { return .badRequest }
    report.hit(line.isTooLong ? .requestTarget : .headers)
    return line.isTooLong ? .addressTooLong : .headersTooLarge
  }

  /// Writes the whole answer and ends the connection.
  static func refuse(_ refusal: HTTPRefusal, _ context: ChannelHandlerContext) {
    let answer = JSONAnswer(refusal)
    var head = HTTPResponseHead(answer.response)
    head.headers.replaceOrAdd(name: "Connection", value: "close")
    context.write(NIOAny(HTTPServerResponsePart.head(head)), promise: nil)
    context.write(NIOAny(HTTPServerResponsePart.body(.byteBuffer(answer.body))), promise: nil)
    context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil))).assumeIsolated().whenComplete { _ in
      linger(context)
    }
  }

  /// The peer may still be sending: a socket that is closed before all was read resets the connection, and the answer is lost.
  private static func linger(_ context: ChannelHandlerContext) {
    context.close(mode: .output, promise: nil)
    context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(2)) { context.close(promise: nil) }
  }
}

/// Answers a request for a WebSocket that is refused, and ends the connection.
final class RefusalHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let refusal: HTTPRefusal

  init(_ refusal: HTTPRefusal) { self.refusal = refusal }

  func handlerAdded(context: ChannelHandlerContext) { HTTPGuard.refuse(refusal, context) }

  /// The request has nothing more to say.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
  }
}
