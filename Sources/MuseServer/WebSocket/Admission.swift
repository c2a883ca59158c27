import MuseAccess
import MuseRuntime
import NIOCore
import NIOHTTP1

/// Decides who gets a WebSocket. All that can be refused before the upgrade is refused here, with an HTTP status.
struct Admission: Sendable {
  /// A place in the server, and what to do there.
  struct Ticket: Sendable {
    let request: ConnectRequest
    let place: ConnectionID
    let seat: Seat

    var identity: Identity? {
      guard case .conversation(_, let identity) = seat else { return nil }
      return identity
    }
  }

  enum Seat: Sendable {
    /// - Parameter identity: who has proved to be this client; nil where nobody is asked.
    case conversation(Conversation, Identity?)
    /// To be told why, and to leave.
    case turnedAway(TurnAway)
  }

  /// False where only HTTP is served.
  let takesWebSockets: Bool
  let hosts: HostPolicy
  let connections: ConnectionManager
  let directory: ConversationDirectory
  let doorkeeper: Doorkeeper
  let gatekeeper: Gatekeeper

  /// The place is given up when the channel closes, whatever becomes of it.
  func admit(_ head: HTTPRequestHead, on channel: any Channel) async throws(HTTPRefusal) -> Ticket {
    guard takesWebSockets else { throw .notFound }
    var request = try ConnectRequest(head, hosts: hosts)
    let counted = gatekeeper.countedAddress(of: head, on: channel)
    try gatekeeper.enter(counted)
    channel.closeFuture.whenComplete { [gatekeeper] _ in gatekeeper.leave(counted) }
    let address = gatekeeper.address(of: head, on: channel)
    try doorkeeper.checkPatience(with: address)
    let verdict = try await identify(request, from: address)
    if case .success(let identity) = verdict { request.client = request.client.of(identity?.tenant) }
    let place = try reserve(for: request.client)
    channel.closeFuture.whenComplete { [connections] _ in connections.disconnect(place) }
    do throws(HTTPRefusal) {
      return Ticket(request: request, place: place, seat: try await seat(for: verdict, request))
    } catch {
      connections.disconnect(place)
      throw error
    }
  }

  /// Who asks, or why they are sent away. Nothing of the thread is looked at for who does not own it.
  private func identify(
    _ request: ConnectRequest, from address: String
  ) async throws(HTTPRefusal) -> Result<Identity?, TurnAway> {
    do throws(CredentialRefusal) {
      let found = try await doorkeeper.identity(
        of: request.credentials, from: address, for: "/ws/\(request.client.rawValue)")
      guard let identity = found, !identity.maySpeak(for: request.client.rawValue) else { return .success(found) }
      doorkeeper.noteTrespass(identity, from: address, for: "/ws/\(request.client.rawValue)")
      return .failure(.notTheirs)
    } catch {
      if error == .signersUnavailable { throw .credentialsUncheckable }
      return .failure(.unauthenticated(error))
    }
  }

  private func seat(for verdict: Result<Identity?, TurnAway>, _ request: ConnectRequest) async throws(HTTPRefusal) -> Seat {
    switch verdict {
    case .success(let identity): .conversation(try await conversation(of: request), identity)
    case .failure(let reason): .turnedAway(reason)
    }
  }

  private func reserve(for client: ClientID) throws(HTTPRefusal) -> ConnectionID {
    do {
      return try connections.reserve(for: client)
    } catch {
      switch error {
      case .full:
        gatekeeper.report.hit(.connections)
        throw .full
      case .draining: throw .draining
      }
    }
  }

  private func conversation(of request: ConnectRequest) async throws(HTTPRefusal) -> Conversation {
    do {
      return try await directory.conversation(request.client.thread, graph: request.graph)
    } catch {
      throw HTTPRefusal(error)
    }
  }
}
