import HummingbirdCore
import Logging
import MuseRuntime
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// What happens to each accepted connection: a WebSocket of the chat, or HTTP for the router, on one port.
struct ServerChannel: ServerChildChannel, HTTPChannelHandler {
  typealias HTTPChannel = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  enum Outcome: Sendable {
    case webSocket(WebSocketConnection)
    /// The pipeline does it all, once it may read.
    case echo
    /// It is only told why.
    case turnedAway(ClientConnection, TurnAway)
    case http(HTTPChannel)
    /// The refusal is written by the pipeline.
    case refused
  }

  struct Value: ServerChildChannelValue {
    let channel: any Channel
    let outcome: EventLoopFuture<Outcome>
  }

  let responder: Responder
  let live: LiveSettings
  let admission: Admission
  /// Nil: what comes is not encrypted.
  let certificates: CertificateStore?
  let time: any TimeSource
  let logger: Logger

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      Value(channel: channel, outcome: try addHandlers(to: channel, live.current))
    }
  }

  func handle(value: Value, logger: Logger) async {
    do {
      switch try await value.outcome.get() {
      case .webSocket(let connection):
        await withTaskExecutorPreference(connection.executor) { await connection.run() }
        // The process must not end before what was written has left it.
        try await value.channel.closeFuture.get()
      case .turnedAway(let connection, let reason):
        connection.turnAway(reason)
        try await value.channel.closeFuture.get()
      case .http(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
      case .echo:
        value.channel.triggerUserOutboundEvent(WebSocketFrameHandler.Command.resume, promise: nil)
        try await value.channel.closeFuture.get()
      case .refused: try await value.channel.closeFuture.get()
      }
    } catch {
      // The peer left, or sent what no upgrade may have: nobody else closes the channel then.
      logger.debug("A connection ended before it was known what it wants", metadata: ["error": "\(error)"])
      value.channel.close(promise: nil)
    }
  }

  // MARK: Pipelines

  /// HTTP, until the first request shows what the connection is for.
  private func addHandlers(to channel: any Channel, _ settings: ServerSettings) throws -> EventLoopFuture<Outcome> {
    let pipeline = channel.pipeline.syncOperations
    if let certificates { try pipeline.addHandler(certificates.handler()) }
    let encoder = HTTPResponseEncoder()
    let decoder = ByteToMessageHandler(
      HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: settings.decoderLimits))
    let pipelining = HTTPServerPipelineHandler()
    let line = RequestLineWatch(longest: settings.limits.headerFieldBytes)
    let watch = HTTPGuard(
      deadline: TimeAmount(settings.timeouts.handshake), line: line, report: admission.gatekeeper.report)
    let upgrader = ChatUpgrader(admission: admission, settings: settings, eventLoop: channel.eventLoop) {
      guest, agreement, channel in
      try installWebSocket(guest, agreement, on: channel, settings)
    }
    let watchIsHere = NIOLoopBound(watch, eventLoop: channel.eventLoop)
    let upgrade = NIOTypedHTTPServerUpgradeHandler<Outcome>(
      httpEncoder: encoder, extraHTTPHandlers: [line, decoder, pipelining, watch],
      upgradeConfiguration: NIOTypedHTTPServerUpgradeConfiguration(upgraders: [upgrader]) { channel in
        channel.eventLoop.makeCompletedFuture {
          watchIsHere.value.release()
          return try installHTTP(on: channel, settings, refusal: upgrader.refusal)
        }
      })
    try pipeline.addHandlers([encoder, line, decoder, pipelining, watch, upgrade])
    return upgrade.upgradeResultFuture
  }

  private func installHTTP(on channel: any Channel, _ settings: ServerSettings, refusal: HTTPRefusal?) throws -> Outcome {
    let pipeline = channel.pipeline.syncOperations
    if let refusal {
      logger.debug("A WebSocket was refused", metadata: ["code": "\(refusal.code)"])
      try pipeline.addHandler(RefusalHandler(refusal))
      return .refused
    }
    try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: certificates != nil))
    try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: settings.timeouts.idleHTTP, logger: logger))
    return .http(
      try HTTPChannel(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)))
  }

  private func installWebSocket(
    _ guest: ChatUpgrader.Guest, _ agreement: DeflateAgreement?, on channel: any Channel, _ settings: ServerSettings
  ) throws -> Outcome {
    switch guest {
    case .chat(let ticket): return try installChat(ticket, agreement, on: channel, settings)
    case .echo:
      let frames = WebSocketFrameHandler(limits: settings.echoLimits, agreement: agreement, logger: logger)
      try channel.pipeline.syncOperations.addHandlers([frames, EchoHandler()])
      return .echo
    }
  }

  private func installChat(
    _ ticket: Admission.Ticket, _ agreement: DeflateAgreement?, on channel: any Channel, _ settings: ServerSettings
  ) throws -> Outcome {
    let client = ticket.request.client
    var logger = logger
    logger[metadataKey: "thread"] = "\(client)"
    let (inputs, input) = AsyncStream.makeStream(of: ConnectionInput.self)
    let report = admission.gatekeeper.report
    let frames = WebSocketFrameHandler(limits: settings.frameLimits(report), agreement: agreement, logger: logger)
    let form = ticket.request.subprotocols.form
    let messages = MessageHandler(
      form: form, limits: settings.messageLimits, time: time,
      meter: MessageMeter(gatekeeper: admission.gatekeeper, client: client), inputs: input)
    let idle = settings.timeouts.idleWebSocket.map { IdleWatch(limit: TimeAmount($0), report: report) }
    let handlers: [any ChannelHandler] = idle.map { [frames, $0, messages] } ?? [frames, messages]
    try channel.pipeline.syncOperations.addHandlers(handlers)
    let connection = ClientConnection(
      id: ticket.place, client: client, identity: ticket.identity, form: form, since: time.now(), channel: channel)
    switch ticket.seat {
    case .turnedAway(let reason): return .turnedAway(connection, reason)
    case .conversation(let conversation, _):
      return .webSocket(
        WebSocketConnection(
          connection: connection, zone: ticket.request.zone, locale: ticket.request.locale, conversation: conversation,
          trace: ticket.request.trace, inputs: inputs, connections: admission.connections, time: time, report: report,
          executor: EventLoopTaskExecutor(channel.eventLoop), logger: logger))
    }
  }
}

extension ServerSettings {
  var decoderLimits: NIOHTTPDecoderLimitConfiguration {
    var decoder = NIOHTTPDecoderLimitConfiguration()
    decoder.maxHeaderFieldSize = limits.headerFieldBytes
    decoder.maxHeaderListSize = limits.headerBytes
    decoder.maxHeaderFieldCount = limits.headerFields
    return decoder
  }

  var connectionLimits: ConnectionTable<ClientConnection>.Limits {
    .init(total: limits.connections, perClient: limits.connectionsPerClient)
  }

  func frameLimits(_ report: LimitReport) -> WebSocketFrameHandler.Limits {
    WebSocketFrameHandler.Limits(
      messages: .init(messageBytes: limits.messageBytes, fragments: limits.fragments), outgoingBytes: limits.outgoingBytes,
      pingInterval: TimeAmount(timeouts.pingInterval), pongDeadline: TimeAmount(timeouts.pongDeadline),
      closeDeadline: TimeAmount(timeouts.close), report: report)
  }

  /// What a test sends is its own affair; only memory has an end.
  var echoLimits: WebSocketFrameHandler.Limits {
    var limits = frameLimits(.none)
    limits.messages = .init(messageBytes: 16 << 20, fragments: .max, acceptsBinary: true)
    limits.outgoingBytes = .max
    return limits
  }

  var messageLimits: MessageHandler.Limits {
    MessageHandler.Limits(
      contentLength: limits.contentLength, malformed: limits.malformedMessages, window: limits.messagesInFlight,
      tooFast: limits.messagesTooFast, processing: processing)
  }
}
