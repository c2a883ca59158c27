import HTTPTypes
import Hummingbird
import MuseAccess
import MuseExpression
import MuseRuntime

/// Who is connected, and what they are told.
///
/// | path | what it does |
/// |---|---|
/// | `GET /health/clients`, `GET /admin/connections` | who is here; each connection |
/// | `POST /admin/broadcast` `{content}` | tells everybody |
/// | `POST /admin/clients/{id}/messages` `{content}` | tells one client |
/// | `POST /admin/drain` | stops the server, as SIGTERM does |
extension AdminRoutes {
  func addClients(to router: Router<LocalRequestContext>) {
    router.get("/health/clients") { request, context in try await presence(request, context) }
    router.get("/admin/connections") { request, context in try await list(request, context) }
    router.post("/admin/broadcast") { request, context in try await broadcast(request, context) }
    router.post("/admin/clients/{client}/messages") { request, context in try await tell(request, context) }
    router.post("/admin/drain") { request, context in try await drain(request, context) }
  }

  private func presence(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> Response {
    let domain = try await door.administrator(request, context)
    let present = connections.presence.filter { domain.contains($0.id.tenant) }
    return Response(
      JSONAnswer(.ok) { object in
        object.write("active_connections", present.map(\.connections).reduce(0, +))
        object.write("active_clients", present.count)
        object.writeObjects("clients", present) { object, client in
          object.write("client_id", domain.name(of: client.id))
          object.write("connections", client.connections)
        }
      })
  }

  private func list(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> Response {
    let domain = try await door.administrator(request, context)
    let open = connections.open.filter { domain.contains($0.client.tenant) }
    return Response(
      JSONAnswer(.ok) { object in
        object.writeObjects("connections", open) { object, connection in
          object.write("id", Int(connection.id.number))
          object.write("client_id", domain.name(of: connection.client))
          object.write("form", connection.form == .full ? "musegraph.v1" : "plain")
          object.write("since", connection.since.rfc3339)
        }
      })
  }

  private func broadcast(_ request: Request, _ context: LocalRequestContext) async throws -> Response {
    let domain = try await door.administrator(request, context)
    return told(connections.broadcast(try await body(of: request).text("content"), to: domain))
  }

  private func tell(_ request: Request, _ context: LocalRequestContext) async throws -> Response {
    let client = try await client(request, context)
    return told(connections.sendPersonalMessage(try await body(of: request).text("content"), to: client))
  }

  private func told(_ count: Int) -> Response { Response(JSONAnswer(.ok) { $0.write("connections", count) }) }

  private func drain(_ request: Request, _ context: LocalRequestContext) async throws -> Response {
    try await door.operatorOfAll(request, context)
    let answer = JSONAnswer(.accepted) { $0.write("status", "draining") }
    return Response(answer) { [stop] in stop() }
  }
}
