import MuseRuntime
import NIOCore
import NIOHTTP1

/// Decides who gets a WebSocket. All that can be refused before the upgrade is refused here, with an HTTP status.
struct Admission: Sendable {
  /// A place in the server, and the conversation to sit down to.
  struct Ticket: Sendable {
    let request: ConnectRequest
    let place: ConnectionID
    let conversation: Conversation
  }

  let hosts: HostPolicy
  let connections: ConnectionManager
  let directory: ConversationDirectory

  /// The place is given up when the channel closes, whatever becomes of it.
  func admit(_ head: HTTPRequestHead, on channel: any Channel) async throws(HTTPRefusal) -> Ticket {
    let request = try ConnectRequest(head, hosts: hosts)
    let place = try reserve(for: request.client)
    channel.closeFuture.whenComplete { [connections] _ in connections.disconnect(place) }
    do throws(HTTPRefusal) {
      return Ticket(request: request, place: place, conversation: try await conversation(of: request))
    } catch {
      connections.disconnect(place)
      throw error
    }
  }

  private func reserve(for client: ClientID) throws(HTTPRefusal) -> ConnectionID {
    do {
      return try connections.reserve(for: client)
    } catch {
      switch error {
      case .full: throw .full
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
