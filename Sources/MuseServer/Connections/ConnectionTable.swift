/// One WebSocket of a client, counted since the start of the server.
package struct ConnectionID: Hashable, Sendable {
  var number: UInt64
}

/// Who is connected, and how many may be. A pure value: `ConnectionManager` keeps it behind a lock.
package struct ConnectionTable<Connection: Sendable>: Sendable {
  package struct Limits: Hashable, Sendable {
    var total: Int
    var perClient: Int

    package init(total: Int, perClient: Int) {
      self.total = total
      self.perClient = perClient
    }
  }

  private struct Place {
    var client: ClientID
    /// Nil while the WebSocket handshake goes on.
    var connection: Connection?
  }

  package var limits: Limits
  private var places: [ConnectionID: Place] = [:]
  private var byClient: [ClientID: [ConnectionID]] = [:]
  private var newest: UInt64 = 0

  package init(limits: Limits) { self.limits = limits }

  /// Connections, with those whose handshake goes on.
  package var count: Int { places.count }

  package var clients: Int { byClient.count }

  /// Keeps a place for a handshake; nil when the server is full.
  package mutating func reserve(for client: ClientID) -> ConnectionID? {
    guard places.count < limits.total else { return nil }
    newest += 1
    let id = ConnectionID(number: newest)
    places[id] = Place(client: client)
    return id
  }

  /// Fills a reserved place. False when the client has too many, or gave the place up.
  package mutating func fill(_ id: ConnectionID, with connection: Connection) -> Bool {
    guard let client = places[id]?.client, byClient[client, default: []].count < limits.perClient else { return false }
    places[id]?.connection = connection
    byClient[client, default: []].append(id)
    return true
  }

  /// Gives a place up, filled or not; again does nothing.
  package mutating func release(_ id: ConnectionID) {
    guard let client = places.removeValue(forKey: id)?.client, var ids = byClient[client] else { return }
    ids.removeAll { $0 == id }
    byClient[client] = ids.isEmpty ? nil : ids
  }

  /// In the order in which they connected.
  package func connections(of client: ClientID, except id: ConnectionID? = nil) -> [Connection] {
    (byClient[client] ?? []).filter { $0 != id }.compactMap { places[$0]?.connection }
  }

  /// How many connections each client has, sorted by client.
  package var counts: [(client: ClientID, connections: Int)] {
    byClient.map { (client: $0.key, connections: $0.value.count) }.sorted { $0.client.rawValue < $1.client.rawValue }
  }

  package var all: [Connection] { places.values.compactMap(\.connection) }
}
