import HummingbirdCore
import MuseDefinition
import MuseExpression
import NIOHTTP1

/// A request for a WebSocket, `GET /ws/{client_id}?graph=…&zone=…&locale=…`, read from its head.
struct ConnectRequest: Hashable, Sendable {
  var client: ClientID
  /// The graph that was asked for; nil: the thread's, or the default.
  var graph: GraphName?
  /// The time zone that the client lives in; nil: the graph's.
  var zone: String?
  /// The locale that the client reads; nil: the graph's first.
  var locale: LocaleID?

  /// Whether a head is a whole WebSocket handshake for a path below `/ws/`. The rest is HTTP, and the router answers it.
  ///
  /// Source: RFC 6455, section 4.2.1.
  static func isHandshake(_ head: HTTPRequestHead) -> Bool {
    let fields = head.headers
    return head.method == .GET && head.version == .http1_1 && head.uri.hasPrefix("/ws/")
      && fields[canonicalForm: "upgrade"].map { $0.lowercased() } == ["websocket"]
      && fields[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
      && fields["sec-websocket-version"] == ["13"]
      && fields["sec-websocket-key"].map(\.utf8.count) == [24]
      && !fields.contains(name: "content-length") && !fields.contains(name: "transfer-encoding")
  }

  init(_ head: HTTPRequestHead, hosts: HostPolicy) throws(HTTPRefusal) {
    let uri = URI(head.uri)
    guard let client = ClientID(String(uri.path.dropFirst("/ws/".count))) else { throw .badClientID }
    guard hosts.allows(host: head.headers.first(name: "host")) else { throw .wrongHost }
    guard hosts.allows(origin: head.headers.first(name: "origin"), host: head.headers.first(name: "host")) else {
      throw .originNotAllowed
    }
    zone = uri.queryParameters["zone"].map(String.init)
    guard zone.map({ Zone(named: $0) != nil }) ?? true else { throw .badZone }
    locale = uri.queryParameters["locale"].map { LocaleID(rawValue: String($0)) }
    graph = uri.queryParameters["graph"].map { GraphName(rawValue: String($0)) }
    self.client = client
  }
}
