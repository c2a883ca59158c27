public import MuseAccess
import MuseInterpreter
import NIOCore
import Synchronization

/// Knows every connection, by client: who may connect, and how to reach them.
///
/// ```swift
/// server.connections.sendPersonalMessage("Your room has changed.", to: client)
/// server.connections.broadcast("Maintenance tonight at ten.")
/// ```
public final class ConnectionManager: Sendable {
  /// Why there is no place for a connection.
  enum Refusal: Error, Hashable {
    case full
    case draining
  }

  private struct State {
    var table: ConnectionTable<ClientConnection>
    var isDraining = false
  }

  private let state: Mutex<State>

  init(limits: ConnectionTable<ClientConnection>.Limits) {
    state = Mutex(State(table: ConnectionTable(limits: limits)))
  }

  /// Open connections.
  public var connectionCount: Int { state.withLock { $0.table.count } }

  /// Clients that have one connection at least.
  public var clientCount: Int { state.withLock { $0.table.clients } }

  public func connectionCount(of client: ClientID) -> Int { state.withLock { $0.table.connections(of: client).count } }

  /// Who is here, with how many connections, sorted by client.
  public var presence: [(id: ClientID, connections: Int)] {
    state.withLock { $0.table.counts.map { (id: $0.client, connections: $0.connections) } }
  }

  /// Sends a `notice` to every connection of one client.
  /// - Returns: how many connections it went to.
  @discardableResult
  public func sendPersonalMessage(_ text: String, to client: ClientID) -> Int {
    send(.notice(.announcement(text)), to: state.withLock { $0.table.connections(of: client) })
  }

  /// Sends a `notice` to everybody of a domain.
  /// - Returns: how many connections it went to.
  @discardableResult
  public func broadcast(_ text: String, to domain: Domain = .everybody) -> Int {
    send(.notice(.announcement(text)), to: state.withLock { $0.table.all }.filter { domain.contains($0.client.tenant) })
  }

  private func send(_ message: ServerMessage, to connections: [ClientConnection]) -> Int {
    for connection in connections { connection.send(.unasked(message)) }
    return connections.count
  }
}

// MARK: For the connections

extension ConnectionManager {
  /// Those who are here stay.
  func apply(_ limits: ConnectionTable<ClientConnection>.Limits) { state.withLock { $0.table.limits = limits } }

  /// Keeps a place for a connection, until `disconnect`.
  func reserve(for client: ClientID) throws(Refusal) -> ConnectionID {
    let place = try state.withLock { state throws(Refusal) in
      guard !state.isDraining else { throw .draining }
      return state.table.reserve(for: client)
    }
    guard let place else { throw .full }
    return place
  }

  /// False when the client has too many connections already.
  func connect(_ connection: ClientConnection) -> Bool {
    state.withLock { $0.table.fill(connection.id, with: connection) }
  }

  func disconnect(_ id: ConnectionID) { state.withLock { $0.table.release(id) } }

  /// In the order in which they came.
  var open: [ClientConnection] { state.withLock { $0.table.all }.sorted { $0.id.number < $1.id.number } }

  /// Tells the client's other connections what was said on one. (Those of the full form follow the thread's history.)
  func share(
    _ message: ClientMessage, _ reply: Reply, of client: ClientID, except id: ConnectionID? = nil,
    as told: ServerMessage? = nil
  ) {
    let others = state.withLock { $0.table.connections(of: client, except: id) }
    for other in others where other.form == .plain {
      if let id = reply.answers { other.send(.unasked(.notice(.said(message.content, id: id)))) }
      if !reply.relayed { other.send(.unasked(told ?? .notice(.replied(reply)))) }
    }
  }

  var isDraining: Bool { state.withLock { $0.isDraining } }

  /// Refuses new connections from now on.
  func beginDraining() { state.withLock { $0.isDraining = true } }

  /// Who is here by an API key, by its id.
  var keyHolders: [String: [ClientConnection]] {
    let all = state.withLock { $0.table.all }
    return Dictionary(grouping: all.filter { $0.identity?.keyID != nil }) { $0.identity?.keyID ?? "" }
  }

  /// Closes every connection as soon as all that it is owed was written; or at once, since that may take for ever.
  func dismissAll(atOnce: Bool) {
    for connection in state.withLock({ $0.table.all }) {
      if atOnce { connection.close(.restart) } else { connection.dismiss() }
    }
  }
}
