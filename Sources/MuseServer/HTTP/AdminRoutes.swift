import HTTPTypes
import Hummingbird
import MuseAccess
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime

/// What only whoever runs the server may do: report events, staff queues, and take over threads. An administrator of one tenant sees
/// and does nothing of others; queues are the whole server's.
///
/// | path | what it does |
/// |---|---|
/// | `POST /v1/threads/{id}/events` `{name, fields, id}` | something has happened outside |
/// | `GET /admin/queues`, `POST /admin/queues/{name}` `{staffed}` | whether somebody is there |
/// | `GET /admin/handoffs`, `GET /admin/handoffs/{id}` | who waits for a person; what was said there |
/// | `POST /admin/handoffs/{id}/take` `say` `return` `close` `{name, text, id}` | somebody takes over |
struct AdminRoutes: Sendable {
  private typealias Context = LocalRequestContext

  /// Bytes of a body.
  private static let longestBody = 64 * 1024
  /// Records of a thread in which its newest lines are looked for.
  private static let newest = 200

  let door: HTTPDoor
  let directory: ConversationDirectory
  let connections: ConnectionManager
  /// Stops the server, as SIGTERM does.
  let stop: @Sendable () -> Void
  let archive: (any ThreadArchive)?
  let entropy: Entropy

  func add(to router: Router<LocalRequestContext>) {
    addClients(to: router)
    addThreads(to: router)
    router.post("/v1/threads/{client}/events") { request, context in try await event(request, context) }
    router.get("/admin/queues") { request, context in try await queues(request, context) }
    router.post("/admin/queues/{queue}") { request, context in try await staff(request, context) }
    router.get("/admin/handoffs") { request, context in try await handoffs(request, context) }
    router.get("/admin/handoffs/{client}") { request, context in try await lines(request, context) }
    router.post("/admin/handoffs/{client}/{deed}") { request, context in try await act(request, context) }
  }

  func body(of request: Request) async throws -> JSONValue {
    var buffer = try await request.body.collect(upTo: Self.longestBody)
    let text = buffer.readString(length: buffer.readableBytes) ?? ""
    guard let value = JSONValue(text: text), case .object = value else { throw HTTPRefusal.badBody("The body is a JSON object.") }
    return value
  }

  /// The client of the path, if whoever asks looks after it.
  func client(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> ClientID {
    try door.client(context.parameters.get("client"), in: try await door.administrator(request, context))
  }

  // MARK: Events

  private func event(_ request: Request, _ context: Context) async throws -> Response {
    let client = try await client(request, context)
    let body = try await body(of: request)
    let name = try body.text("name")
    let id = try body.optionalText("id").map(MessageID.init(rawValue:)) ?? entropy.messageID()
    let reception: Reception
    do throws(ConversationDirectory.EventRefusal) {
      reception = try await directory.event(
        EventName(rawValue: name), fields: body["fields"] ?? [:], id: id, to: client.thread)
    } catch {
      switch error {
      case .unknownEvent: throw HTTPRefusal.unknownEvent
      case .badFields(let sentence): throw HTTPRefusal.badBody(sentence)
      case .thread(let refusal): throw HTTPRefusal(refusal)
      }
    }
    return try answer(reception)
  }

  private func answer(_ reception: Reception) throws(HTTPRefusal) -> Response {
    switch reception {
    case .taken(_, let repeated): Response(JSONAnswer(.ok, ["status": repeated ? "repeated" : "taken"]))
    case .ignored: Response(JSONAnswer(.ok, ["status": "ignored"]))
    case .failed(let failure): throw .turnFailed(failure)
    }
  }

  // MARK: Queues

  private func desk() throws(HTTPRefusal) -> HandoffDesk {
    guard let desk = directory.desk else { throw .notFound }
    return desk
  }

  private func queues(_ request: Request, _ context: Context) async throws -> Response {
    try await door.operatorOfAll(request, context)
    let staffed = try await desk().staffedQueues
    return Response(JSONAnswer(.ok, ["staffed": .array(staffed.map { .string($0) })]))
  }

  private func staff(_ request: Request, _ context: Context) async throws -> Response {
    try await door.operatorOfAll(request, context)
    let body = try await body(of: request)
    guard case .bool(let isStaffed)? = body["staffed"] else { throw HTTPRefusal.badBody("\"staffed\" is true or false.") }
    try await desk().setStaffed(isStaffed, queue: context.parameters.require("queue"))
    return try await queues(request, context)
  }

  // MARK: Handoffs

  private func handoffs(_ request: Request, _ context: Context) async throws -> Response {
    let domain = try await door.administrator(request, context)
    let open = try await desk().openHandoffs.compactMap { handoff -> JSONValue? in
      domain.name(of: handoff.thread).map { ["thread": .string($0), "queue": .string(handoff.queue)] }
    }
    return Response(JSONAnswer(.ok, ["handoffs": .array(open)]))
  }

  private func lines(_ request: Request, _ context: Context) async throws -> Response {
    let domain = try await door.administrator(request, context)
    let thread = try door.client(context.parameters.get("client"), in: domain).thread
    guard let archive else { throw HTTPRefusal.notFound }
    guard let open = try await desk().openHandoffs.first(where: { $0.thread == thread }) else { throw HTTPRefusal.notFound }
    let lines = SaidLine.lines(in: try await archive.journal(of: thread, newest: Self.newest))
    return Response(
      JSONAnswer(
        .ok, ["thread": .string(domain.name(of: thread) ?? ""), "queue": .string(open.queue), "lines": .array(lines.map(\.json))])
    )
  }

  private func act(_ request: Request, _ context: Context) async throws -> Response {
    let thread = try await client(request, context).thread
    let body = try await body(of: request)
    let deed = try deed(context.parameters.require("deed"), body)
    let id = try body.optionalText("id").map(MessageID.init(rawValue:)) ?? entropy.messageID()
    let name = try body.optionalText("name") ?? "Staff"
    let reception: Reception
    do throws(ConversationDirectory.Refusal) {
      reception = try await directory.staff(IncomingDeed(id: id, deed: deed, name: name), in: thread)
    } catch {
      throw HTTPRefusal(error)
    }
    return try answer(reception)
  }

  private func deed(_ word: String, _ body: JSONValue) throws(HTTPRefusal) -> StaffAction.Deed {
    switch word {
    case "take": .takes
    case "say": .says(try body.text("text"))
    case "return": .returns
    case "close": .closes
    default: throw .notFound
    }
  }
}

extension JSONValue {
  /// Characters of a name, an id or a text.
  private static var longestText: Int { 8000 }

  fileprivate func optionalText(_ name: String) throws(HTTPRefusal) -> String? {
    switch self[name] {
    case .string(let text) where !text.isEmpty && text.unicodeScalars.count <= Self.longestText: return text
    case nil, .null: return nil
    case .string, .bool, .integer, .number, .array, .object:
      throw .badBody("\"\(name)\" is a text of 1 to \(Self.longestText) characters.")
    }
  }

  func text(_ name: String) throws(HTTPRefusal) -> String {
    guard let text = try optionalText(name) else { throw .badBody("\"\(name)\" is missing.") }
    return text
  }
}

extension SaidLine {
  fileprivate var json: JSONValue {
    var fields: [String: JSONValue] = [
      "speaker": .string(speaker.rawValue), "text": .string(text), "at": .string(at.rfc3339),
    ]
    if let name { fields["name"] = .string(name) }
    return .object(fields)
  }
}

extension HTTPRefusal {
  init(_ refusal: ConversationDirectory.Refusal) {
    switch refusal {
    case .unknownGraph: self = .unknownGraph
    case .inAnotherGraph: self = .anotherGraphRuns
    case .failed(.draining): self = .draining
    case .failed(.stateUnavailable): self = .stateUnavailable
    case .failed: self = .internalError
    }
  }
}
