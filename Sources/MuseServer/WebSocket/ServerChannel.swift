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
  let settings: ServerSettings
  let admission: Admission
  /// Nil: what comes is not encrypted.
  let certificates: CertificateStore?
  let time: any TimeSource
  let logger: Logger

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      Value(channel: channel, outcome: try addHandlers(to: channel))
    }
  }

  func handle(value: Value, logger: Logger) async {
    do {
      switch try await value.outcome.get() {
      case .webSocket(let connection):
        await connection.run()
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
  private func addHandlers(to channel: any Channel) throws -> EventLoopFuture<Outcome> {
    let pipeline = channel.pipeline.syncOperations
    if let certificates { try pipeline.addHandler(certificates.handler()) }
    let encoder = HTTPResponseEncoder()
    let decoder = ByteToMessageHandler(
      HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: decoderLimits))
    let pipelining = HTTPServerPipelineHandler()
    let watch = HTTPGuard(deadline: TimeAmount(settings.timeouts.handshake))
    let upgrader = ChatUpgrader(
      admission: admission, settings: settings, eventLoop: channel.eventLoop, install: installWebSocket)
    let watchIsHere = NIOLoopBound(watch, eventLoop: channel.eventLoop)
    let upgrade = NIOTypedHTTPServerUpgradeHandler<Outcome>(
      httpEncoder: encoder, extraHTTPHandlers: [decoder, pipelining, watch],
      upgradeConfiguration: NIOTypedHTTPServerUpgradeConfiguration(upgraders: [upgrader]) { channel in
        channel.eventLoop.makeCompletedFuture {
          watchIsHere.value.release()
          return try installHTTP(on: channel, refusal: upgrader.refusal)
        }
      })
    try pipeline.addHandlers([encoder, decoder, pipelining, watch, upgrade])
    return upgrade.upgradeResultFuture
  }

  private var decoderLimits: NIOHTTPDecoderLimitConfiguration {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = settings.limits.headerFieldBytes
    limits.maxHeaderListSize = settings.limits.headerBytes
    limits.maxHeaderFieldCount = settings.limits.headerFields
    return limits
  }

  private func installHTTP(on channel: any Channel, refusal: HTTPRefusal?) throws -> Outcome {
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

  @Sendable private func installWebSocket(
    _ guest: ChatUpgrader.Guest, _ agreement: DeflateAgreement?, on channel: any Channel
  ) throws -> Outcome {
    switch guest {
    case .chat(let ticket): return try installChat(ticket, agreement, on: channel)
    case .echo:
      let frames = WebSocketFrameHandler(limits: settings.echoLimits, agreement: agreement, logger: logger)
      try channel.pipeline.syncOperations.addHandlers([frames, EchoHandler()])
      return .echo
    }
  }

  private func installChat(_ ticket: Admission.Ticket, _ agreement: DeflateAgreement?, on channel: any Channel) throws -> Outcome
  {
    let client = ticket.request.client
    var logger = logger
    logger[metadataKey: "thread"] = "\(client)"
    let (inputs, input) = AsyncStream.makeStream(of: ConnectionInput.self)
    let frames = WebSocketFrameHandler(limits: settings.frameLimits, agreement: agreement, logger: logger)
    let form = ticket.request.subprotocols.form
    let messages = MessageHandler(form: form, limits: settings.messageLimits, time: time, inputs: input)
    try channel.pipeline.syncOperations.addHandlers([frames, messages])
    let connection = ClientConnection(
      id: ticket.place, client: client, identity: ticket.identity, form: form, since: time.now(), channel: channel)
    switch ticket.seat {
    case .turnedAway(let reason): return .turnedAway(connection, reason)
    case .conversation(let conversation, _):
      return .webSocket(
        WebSocketConnection(
          connection: connection, zone: ticket.request.zone, locale: ticket.request.locale, conversation: conversation,
          inputs: inputs, connections: admission.connections, time: time, logger: logger))
    }
  }
}

extension ServerSettings {
  var frameLimits: WebSocketFrameHandler.Limits {
    WebSocketFrameHandler.Limits(
      messages: .init(messageBytes: limits.messageBytes, fragments: limits.fragments), outgoingBytes: limits.outgoingBytes,
      pingInterval: TimeAmount(timeouts.pingInterval), pongDeadline: TimeAmount(timeouts.pongDeadline),
      closeDeadline: TimeAmount(timeouts.close))
  }

  /// What a test sends is its own affair; only memory has an end.
  var echoLimits: WebSocketFrameHandler.Limits {
    var limits = frameLimits
    limits.messages = .init(messageBytes: 16 << 20, fragments: .max, acceptsBinary: true)
    limits.outgoingBytes = .max
    return limits
  }

  var messageLimits: MessageHandler.Limits {
    MessageHandler.Limits(
      contentLength: limits.contentLength, malformed: limits.malformedMessages, window: limits.messagesInFlight,
      processing: processing)
  }
}
