import HTTPTypes
import Hummingbird
import HummingbirdCore
import MuseAccess

/// Finds out who is behind an HTTP request, and whether they may have what they ask for.
///
/// Where the server asks for credentials, they are needed from everywhere. Where it asks for none, what is not for everybody is only for
/// programs on the same machine.
struct HTTPDoor: Sendable {
  let hosts: HostPolicy
  let doorkeeper: Doorkeeper

  /// What of the server an administrator looks after.
  func administrator(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> Domain {
    guard let identity = try await identity(request, context) else { return .everybody }
    guard let domain = identity.administers else { throw trespass(identity, request, context) }
    return domain
  }

  /// An administrator of the whole server.
  func operatorOfAll(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) {
    guard try await administrator(request, context) == .everybody else { throw .notTheirs }
  }

  /// The client of a path, for an administrator: of its own tenant by its name, of others as `tenant:name`.
  func client(_ text: String?, in domain: Domain) throws(HTTPRefusal) -> ClientID {
    switch domain {
    case .everybody:
      guard let client = text.flatMap({ ClientID(qualified: $0) }) else { throw .badClientID }
      return client
    case .tenant(let tenant):
      guard let client = text.flatMap({ ClientID($0, tenant: tenant) }) else { throw .badClientID }
      return client
    }
  }

  /// The client of a path, for itself, or for who administers it.
  func client(_ text: String?, _ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> ClientID {
    guard let identity = try await identity(request, context) else { return try client(text, in: .everybody) }
    if let domain = identity.administers { return try client(text, in: domain) }
    guard let client = text.flatMap({ ClientID($0, tenant: identity.tenant) }) else { throw .badClientID }
    guard identity.maySpeak(for: client.rawValue) else { throw trespass(identity, request, context) }
    return client
  }

  /// The client of a path, for whoever may talk as it: where nobody is asked for credentials that is everybody, as over the WebSocket.
  /// To look after a client is not to talk as it.
  func participant(_ text: String?, _ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> ClientID {
    let identity = doorkeeper.asksForCredentials ? try await identity(request, context) : nil
    if identity == nil { try await visitor(request, context) }
    guard let client = text.flatMap({ ClientID($0, tenant: identity?.tenant) }) else { throw .badClientID }
    if let identity, !identity.maySpeak(for: client.rawValue) { throw trespass(identity, request, context) }
    return client
  }

  /// The client of a path, for whoever may talk as it or looks after it.
  func reader(_ text: String?, _ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> ClientID {
    doorkeeper.asksForCredentials
      ? try await client(text, request, context) : try await participant(text, request, context)
  }

  /// Anybody who may talk here at all.
  func visitor(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) {
    guard !doorkeeper.asksForCredentials else {
      _ = try await identity(request, context)
      return
    }
    guard hosts.allows(origin: request.headers[.origin], host: request.head.authority) else { throw .originNotAllowed }
  }

  /// Nil: nobody is asked for credentials, and the request comes from this machine.
  private func identity(_ request: Request, _ context: LocalRequestContext) async throws(HTTPRefusal) -> Identity? {
    guard doorkeeper.asksForCredentials || context.isLocal else { throw .notLocal }
    // Pages of other sites can send a browser of this machine here, but not without their origin.
    guard hosts.allows(origin: request.headers[.origin], host: request.head.authority) else { throw .originNotAllowed }
    try doorkeeper.checkPatience(with: context.address)
    let offer = CredentialOffer(
      authorization: request.headers[values: .authorization],
      query: request.uri.queryParameters["access_token"].map(String.init))
    do throws(CredentialRefusal) {
      return try await doorkeeper.identity(of: offer, from: context.address, for: request.uri.path)
    } catch {
      throw error == .signersUnavailable ? HTTPRefusal.credentialsUncheckable : HTTPRefusal.unauthenticated(error)
    }
  }

  private func trespass(_ identity: Identity, _ request: Request, _ context: LocalRequestContext) -> HTTPRefusal {
    doorkeeper.noteTrespass(identity, from: context.address, for: request.uri.path)
    return .notTheirs
  }
}
