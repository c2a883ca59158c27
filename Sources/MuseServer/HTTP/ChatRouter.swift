import HTTPTypes
import Hummingbird
import MuseExpression
import MuseRuntime
import NIOCore

/// The HTTP side: health, the chat page, calendars, and the routes for whoever runs the server.
struct ChatRouter: Sendable {
  let settings: ServerSettings
  let door: HTTPDoor
  let gatekeeper: Gatekeeper
  let connections: ConnectionManager
  let time: any TimeSource
  let isStoreReady: @Sendable () async -> Bool
  let calendar: MuseServer.CalendarProvider?
  let threads: ThreadRoutes
  let admin: AdminRoutes

  /// What of it a port serves.
  enum Part {
    /// For everybody: the page, conversations, calendars.
    case chat
    /// For whoever runs the server.
    case admin
  }

  func build(_ parts: Set<Part>) -> Router<LocalRequestContext> {
    let router = Router(context: LocalRequestContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: RequestIDMiddleware())
    router.add(middleware: CrossOriginMiddleware(hosts: door.hosts))
    router.add(middleware: RefusalMiddleware(hosts: door.hosts, proxies: { [gatekeeper] in gatekeeper.proxies }))
    addHealth(to: router)
    if parts.contains(.chat) { addChat(to: router) }
    if parts.contains(.admin) { admin.add(to: router) }
    refuseOtherMethods(in: router)
    return router
  }

  private func addHealth(to router: Router<LocalRequestContext>) {
    router.get("/health") { _, _ in health() }
    router.get("/health/live") { _, _ in status(.ok, "alive") }
    router.get("/health/ready") { _, _ in await readiness() }
    for document in ProtocolDocument.allCases { router.get(RouterPath(document.path)) { _, _ in document.response() } }
  }

  private func addChat(to router: Router<LocalRequestContext>) {
    router.get("/") { _, _ in try page() }
    threads.add(to: router)
    router.get("/ws/{client}") { _, context -> Response in
      _ = try client(in: context)
      throw HTTPRefusal.upgradeRequired
    }
    if let calendar {
      router.get("/calendar/{client}.ics") { request, context in try await answer(with: calendar, request, context) }
    }
  }

  /// An address that is there answers other methods with 405, and says which it has.
  private func refuseOtherMethods(in router: Router<LocalRequestContext>) {
    for (_, routes) in Dictionary(grouping: router.routes, by: \.path.description) {
      guard let path = routes.first?.path else { continue }
      var known = Set(routes.map(\.method))
      if known.contains(.get) { known.insert(.head) }
      let allowed = known.map(\.rawValue).sorted().joined(separator: ", ")
      for method in Self.methods where !known.contains(method) {
        router.on(path, method: method) { _, _ -> Response in throw HTTPRefusal.methodNotAllowed(allowed: allowed) }
      }
    }
  }

  private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]

  // MARK: Health

  private func health() -> Response {
    Response(
      JSONAnswer(.ok) { object in
        object.write("status", connections.isDraining ? "draining" : "healthy")
        object.write("timestamp", Instant(seconds: time.now().seconds).rfc3339)
        object.write("active_connections", connections.connectionCount)
      })
  }

  private func readiness() async -> Response {
    if connections.isDraining { return status(.serviceUnavailable, "draining") }
    return await isStoreReady() ? status(.ok, "ready") : status(.serviceUnavailable, "store_unavailable")
  }

  private func status(_ status: HTTPResponse.Status, _ word: String) -> Response {
    Response(JSONAnswer(status) { $0.write("status", word) })
  }

  // MARK: The page

  private func page() throws -> Response {
    let nonce = String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
    var fields = SecurityFields.base
    fields[.contentSecurityPolicy] = SecurityFields.page(nonce: nonce)
    fields[.contentType] = "text/html; charset=utf-8"
    let html = ChatPage.html(title: settings.title, purpose: settings.purpose, nonce: nonce)
    return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }

  // MARK: Clients

  private func client(in context: LocalRequestContext) throws(HTTPRefusal) -> ClientID {
    guard let client = context.parameters.get("client").flatMap({ ClientID($0) }) else { throw .badClientID }
    return client
  }

  private func answer(
    with calendar: MuseServer.CalendarProvider, _ request: Request, _ context: LocalRequestContext
  ) async throws -> Response {
    let client = try await door.client(context.parameters.get("client"), request, context)
    guard let text = try await calendar(client) else { throw HTTPRefusal.notFound }
    var fields = SecurityFields.base
    fields[.contentType] = "text/calendar; charset=utf-8"
    fields[.contentDisposition] = "inline; filename=\"\(client.rawValue).ics\""
    return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension Response {
  init(_ answer: JSONAnswer) {
    self.init(
      status: answer.response.status, headers: answer.response.headerFields, body: ResponseBody(byteBuffer: answer.body))
  }
}
