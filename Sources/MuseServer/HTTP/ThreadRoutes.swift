import HTTPTypes
import Hummingbird
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import NIOCore

/// Conversations for those who have no WebSocket: one request is one message.
///
/// | path | what it does |
/// |---|---|
/// | `POST /v1/threads/{id}/messages` `{content, message_id, …}` | says something; the answer is its reply, or the turn as server-sent events |
/// | `GET /v1/threads/{id}` | where the thread stands |
/// | `GET /v1/graphs` | what can be talked about |
struct ThreadRoutes: Sendable {
  typealias Context = LocalRequestContext

  let door: HTTPDoor
  let limits: ServerSettings.Limits
  let directory: ConversationDirectory
  let connections: ConnectionManager
  let time: any TimeSource
  let gatekeeper: Gatekeeper

  func add(to router: Router<LocalRequestContext>) {
    router.post("/v1/threads/{client}/messages") { request, context in try await say(request, context) }
    router.get("/v1/threads/{client}") { request, context in try await stand(request, context) }
    router.get("/v1/graphs") { request, context in try await graphs(request, context) }
  }

  // MARK: Messages

  private func say(_ request: Request, _ context: Context) async throws -> Response {
    let client = try await door.participant(context.parameters.get("client"), request, context)
    if let seconds = gatekeeper.take(from: client) { throw HTTPRefusal.tooFast(retryAfter: seconds) }
    let message = try await message(in: request)
    let conversation = try await conversation(client, request)
    if request.headers[.accept]?.lowercased().contains("text/event-stream") == true {
      return try await EventStreamAnswer(
        client: client, message: message, trace: TraceFields(request), conversation: conversation, connections: connections,
        time: time
      ).response()
    }
    return try await reply(to: message, of: client, in: conversation, TraceFields(request))
  }

  private func message(in request: Request) async throws -> ClientMessage {
    var buffer: ByteBuffer
    do {
      buffer = try await request.body.collect(upTo: limits.messageBytes)
    } catch is NIOTooManyBytesError {
      throw HTTPRefusal.bodyTooLarge
    }
    let bytes = buffer.readBytes(length: buffer.readableBytes) ?? []
    guard String(validating: bytes, as: UTF8.self) != nil else { throw HTTPRefusal.badBody("The body is not UTF-8.") }
    do throws(WireError) {
      return try ClientMessage(MessageFields(parsing: bytes), longest: limits.contentLength)
    } catch {
      throw HTTPRefusal.badMessage(error)
    }
  }

  private func reply(
    to message: ClientMessage, of client: ClientID, in conversation: Conversation, _ trace: TraceFields?
  ) async throws -> Response {
    let missed = await conversation.undelivered()
    let seen = await conversation.newestDelivered
    let pending = await conversation.submit(IncomingMessage(message, from: client, seen: seen, trace: trace))
    switch await pending.answer() {
    case .failed(let failure): throw HTTPRefusal.turnFailed(failure)
    case .reply(let reply, let isRepeated):
      if !isRepeated { connections.share(message, reply, of: client) }
      let older = missed.filter { $0.id != reply.id && !$0.relayed }
      let body = body(of: reply, to: message, after: older)
      let answer = JSONAnswer(.ok, body: body)
      return Response(answer) { for id in older.map(\.id) + [reply.id] { await conversation.delivered(id) } }
    }
  }

  /// As the plain form has it, with the replies that nobody is known to have.
  private func body(of reply: Reply, to message: ClientMessage, after missed: [Reply]) -> ByteBuffer {
    var object = JSONObjectWriter(into: ByteBuffer())
    if reply.relayed { object.write("type", "system") }
    object.writeReply(reply, sessionID: message.sessionID, timestamp: timestamp)
    if !missed.isEmpty {
      object.writeObjects("missed", missed) { object, reply in
        object.writeSpeaker(of: reply)
        object.writeReply(reply, sessionID: nil, timestamp: nil)
      }
    }
    return object.finish()
  }

  // MARK: Where a thread stands

  private func stand(_ request: Request, _ context: Context) async throws -> Response {
    let client = try await door.reader(context.parameters.get("client"), request, context)
    let conversation = try await conversation(client, request)
    guard let snapshot = await conversation.snapshot else { throw HTTPRefusal.stateUnavailable }
    guard snapshot.hasBegun else { throw HTTPRefusal.notFound }
    return Response(
      JSONAnswer(.ok) { object in
        object.write("thread", client.rawValue)
        object.write(snapshot)
      })
  }

  private func graphs(_ request: Request, _ context: Context) async throws -> Response {
    try await door.visitor(request, context)
    let graphs = await directory.graphs()
    return Response(
      JSONAnswer(.ok) { object in
        object.writeObjects("graphs", graphs) { object, graph in
          object.write("name", graph.name.rawValue)
          object.write("title", graph.title)
          object.write("locales", graph.locales.map(\.rawValue))
          object.write("default", graph.isDefault)
        }
      })
  }

  // MARK: Common to all

  private func conversation(_ client: ClientID, _ request: Request) async throws(HTTPRefusal) -> Conversation {
    let graph = request.uri.queryParameters["graph"].map { GraphName(rawValue: String($0)) }
    do {
      return try await directory.conversation(client.thread, graph: graph)
    } catch {
      throw HTTPRefusal(error)
    }
  }

  private var timestamp: String { Instant(seconds: time.now().seconds).rfc3339 }
}

extension IncomingMessage {
  /// - Parameters:
  ///   - seen: the newest reply that had reached the person, unless they say that it is an older one.
  ///   - trace: what the message is part of, unless it says so itself.
  init(
    _ message: ClientMessage, from client: ClientID, seen: ReplyID, zone: String? = nil, locale: LocaleID? = nil,
    trace: TraceFields? = nil
  ) {
    self.init(
      id: message.messageID, text: message.content, sender: client.thread.rawValue, seen: min(seen, message.seen ?? seen),
      zone: message.zone ?? zone, locale: message.locale ?? locale,
      press: message.press.map { .init(reply: $0.reply, button: $0.number) })
    self.trace = message.trace ?? trace
  }
}

extension Response {
  /// - Parameter written: called when the body has been handed to the socket, and only then.
  init(_ answer: JSONAnswer, written: @escaping @Sendable () async -> Void) {
    let body = answer.body
    self.init(
      status: answer.response.status, headers: answer.response.headerFields,
      body: ResponseBody(contentLength: body.readableBytes) { writer in
        try await writer.write(body)
        try await writer.finish(nil)
        await written()
      })
  }
}
