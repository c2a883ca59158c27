import Logging
import MuseExpression
import MuseInterpreter
import MuseRuntime
import NIOCore

/// The loop of one WebSocket: what it reads is submitted at once, and the answers are written in the order of the questions.
struct WebSocketConnection: Sendable {
  /// What is to be written, in this order.
  enum Owed: Sendable {
    case turn(PendingAnswer, ClientMessage)
    case fault(WireError)
    case hangUp(Closing)
  }

  let connection: ClientConnection
  let zone: String?
  let locale: LocaleID?
  let conversation: Conversation
  /// What messages are part of that do not say it themselves.
  let trace: TraceFields?
  let inputs: AsyncStream<ConnectionInput>
  let connections: ConnectionManager
  let time: any TimeSource
  let report: LimitReport
  /// Where its loop and its turns run.
  let executor: any TaskExecutor
  let logger: Logger

  /// Returns when the socket is closed and every turn that began on it has ended.
  func run() async {
    guard connections.connect(connection) else { return refuse() }
    let expiry = CredentialExpiry(of: connection, time: time)
    defer { expiry?.cancel() }
    logger.debug("Connected")
    switch connection.form {
    case .plain: await talk()
    case .full: await talkInFull()
    }
  }

  private func talk() async {
    let unasked = await greet()
    let (owed, owing) = AsyncStream.makeStream(of: Owed.self)
    async let writing: Void = write(owed)
    // Ends with this function, which cancels it.
    async let _: Void = tell(unasked)
    for await input in inputs { await take(input, owing) }
    leave()
    owing.finish()
    await writing
  }

  func leave() {
    connections.disconnect(connection.id)
    logger.debug("Disconnected")
  }

  private func refuse() {
    connections.disconnect(connection.id)
    report.hit(.connectionsPerClient)
    logger.info("A client has too many connections")
    connection.send(.unasked(.error(WireError(.tooManyConnections))))
    connection.close(Closing(code: .tooManyConnections, reason: "too many connections of this client"))
  }

  /// Before any input is read, the person gets what they missed.
  /// - Returns: what comes from then on that no message asked for.
  private func greet() async -> AsyncStream<Reply> {
    connection.send(.unasked(.connectionEstablished))
    let seen = await conversation.newestDelivered
    let (missed, unasked) = await conversation.attend()
    for reply in missed {
      // That a message was passed on is no news by now.
      if reply.relayed { await conversation.delivered(reply.id) } else { connection.send(.unasked(.missedReply(reply))) }
    }
    connection.open(seen: seen)
    return unasked
  }

  private func tell(_ unasked: AsyncStream<Reply>) async {
    for await reply in unasked { connection.send(.unasked(.notice(.unasked(reply)))) }
  }

  // MARK: In

  func take(_ input: ConnectionInput, _ owing: AsyncStream<Owed>.Continuation) async {
    switch input {
    case .message(let message, let seen):
      owing.yield(.turn(await conversation.submit(incoming(message, seen: seen), on: executor), message))
    // The plain form knows neither: its handler gives none.
    case .resume, .cancelTurn: connection.send(.settled)
    case .fault(let error): owing.yield(.fault(error))
    case .hangUp(let closing): owing.yield(.hangUp(closing))
    case .delivered(let reply): await conversation.delivered(reply)
    }
  }

  private func incoming(_ message: ClientMessage, seen: ReplyID) -> IncomingMessage {
    var incoming = IncomingMessage(message, from: connection.client, seen: seen, zone: zone, locale: locale, trace: trace)
    incoming.mayBeGathered = connection.form == .full
    return incoming
  }

  // MARK: Out

  private func write(_ owed: AsyncStream<Owed>) async {
    var hasFailed = false
    var newest = ReplyID.none
    for await answer in owed {
      switch answer {
      case .turn(let pending, let message):
        let answer = await pending.answer()
        if hasFailed { await sendRecovered(after: newest, before: answer) }
        hasFailed = finish(message, with: answer)
        if case .reply(let reply, _) = answer { newest = max(newest, reply.id) }
      case .fault(let error): connection.send(.answer(.error(error)))
      case .hangUp(let closing): connection.close(closing)
      }
    }
  }

  /// - Returns: whether it failed, so that a reply may come later.
  private func finish(_ message: ClientMessage, with answer: Answer) -> Bool {
    switch answer {
    case .reply(let reply, let isRepeated):
      deliver(reply, to: message, isRepeated: isRepeated)
      return false
    case .failed(let failure):
      fail(message, failure)
      return true
    }
  }

  func fail(_ message: ClientMessage, _ failure: TurnFailure) {
    if case .conversationBusy = failure { report.hit(.queuedMessages) }
    logger.info(
      "A message got no reply", metadata: ["code": "\(failure.code)", "message_id": "\(message.messageID?.rawValue ?? "")"])
    connection.send(.answer(.error(WireError(failure, replyTo: message.messageID))))
  }

  private func deliver(_ reply: Reply, to message: ClientMessage, isRepeated: Bool) {
    let taken = connection.channel.eventLoop.makePromise(of: Void.self)
    taken.futureResult.whenComplete { result in
      switch result {
      case .success: share(reply, to: message, isRepeated: isRepeated, as: .notice(.replied(reply)))
      case .failure:
        logger.info("The client left before its reply", metadata: ["turn": "\(reply.id.rawValue)"])
        share(reply, to: message, isRepeated: isRepeated, as: .missedReply(reply))
      }
    }
    connection.send(.answer(.reply(reply, sessionID: message.sessionID)), promise: taken)
  }

  private func share(_ reply: Reply, to message: ClientMessage, isRepeated: Bool, as told: ServerMessage) {
    if !isRepeated { connections.share(message, reply, of: connection.client, except: connection.id, as: told) }
  }

  /// A failed turn whose write had begun is finished later, by itself: its reply goes out before the next answer.
  private func sendRecovered(after newest: ReplyID, before answer: Answer) async {
    for reply in await conversation.undelivered() where reply.id > newest && reply.answers != nil && !reply.relayed {
      if case .reply(reply, _) = answer { continue }
      connection.send(.unasked(.missedReply(reply)))
    }
  }
}
