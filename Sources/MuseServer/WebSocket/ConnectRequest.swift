import HummingbirdCore
import MuseAccess
import MuseDefinition
import MuseExpression
import MuseRuntime
package import NIOHTTP1

/// A request for a WebSocket of the chat, `GET /ws/{client_id}?graph=…&zone=…&locale=…`, read from its head.
package struct ConnectRequest: Hashable, Sendable {
  package var client: ClientID
  /// The graph that was asked for; nil: the thread's, or the default.
  var graph: GraphName?
  /// The time zone that the client lives in; nil: the graph's.
  var zone: String?
  /// The locale that the client reads; nil: the graph's first.
  var locale: LocaleID?
  var credentials: CredentialOffer
  var subprotocols: SubprotocolOffer
  /// The trace that the handshake is part of, and all that is said after it; nil: each message has its own.
  var trace: TraceFields?

  /// Where messages come back as they went, if the server has that.
  static let echoPath = "/ws-echo"

  /// Whether a head is a whole WebSocket handshake for a path that may have one. The rest is HTTP, and the router answers it.
  ///
  /// Source: RFC 6455, section 4.2.1.
  package static func isHandshake(_ head: HTTPRequestHead) -> Bool {
    let fields = head.headers
    return head.method == .GET && head.version == .http1_1
      && (head.uri.hasPrefix("/ws/") || head.uri == echoPath)
      && fields[canonicalForm: "upgrade"].map { $0.lowercased() } == ["websocket"]
      && fields[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
      && fields["sec-websocket-version"] == ["13"]
      && fields["sec-websocket-key"].map(\.utf8.count) == [24]
      && !fields.contains(name: "content-length") && !fields.contains(name: "transfer-encoding")
  }

  package init(_ head: HTTPRequestHead, hosts: HostPolicy) throws(HTTPRefusal) {
    let uri = URI(head.uri)
    guard let client = ClientID(String(uri.path.dropFirst("/ws/".count))) else { throw .badClientID }
    try hosts.check(head)
    zone = uri.queryParameters["zone"].map(String.init)
    guard zone.map({ Zone(named: $0) != nil }) ?? true else { throw .badZone }
    locale = uri.queryParameters["locale"].map { LocaleID(rawValue: String($0)) }
    graph = uri.queryParameters["graph"].map { GraphName(rawValue: String($0)) }
    self.client = client
    trace = TraceFields(head.headers)
    subprotocols = SubprotocolOffer(head.headers["sec-websocket-protocol"], speaksFullForm: true)
    credentials = CredentialOffer(
      authorization: head.headers["authorization"], subprotocols: subprotocols.names,
      query: uri.queryParameters["access_token"].map(String.init))
  }
}

extension HostPolicy {
  /// Refuses a handshake for a host, or from a page, that is not allowed.
  func check(_ head: HTTPRequestHead) throws(HTTPRefusal) {
    let host = head.headers.first(name: "host")
    guard allows(host: host) else { throw .wrongHost }
    guard allows(origin: head.headers.first(name: "origin"), host: host) else { throw .originNotAllowed }
  }
}
