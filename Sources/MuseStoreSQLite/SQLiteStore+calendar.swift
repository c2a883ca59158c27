import GRDB
import MuseExpression
public import MuseRuntime

extension SQLiteStore: CalendarStore {
  public func events(of owner: OwnerID) async throws(StoreFailure) -> [CalendarEvent] {
    try await read { try CalendarRows(owner, $0).events() }
  }

  public func update(
    _ owner: OwnerID, key: String, change: @escaping @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(StoreFailure) -> CalendarReceipt {
    try await writer.write { database in try CalendarRows(owner, database).update(key, change) }
  }
}

/// The calendar of one owner, inside of a transaction.
private struct CalendarRows {
  let owner: String
  let database: Database

  init(_ owner: OwnerID, _ database: Database) {
    self.owner = owner.rawValue
    self.database = database
  }

  func events() throws -> [CalendarEvent] {
    try String.fetchAll(
      database.cachedStatement(sql: "SELECT json FROM calendar_event WHERE owner = ?"), arguments: [owner]
    ).map { try CanonicalJSON.value(CalendarEvent.self, from: $0) }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  func update(_ key: String, _ change: (inout [CalendarEvent]) -> CalendarReceipt) throws -> CalendarReceipt {
    if let earlier = try receipt(key) { return earlier }
    let old = try events()
    var new = old
    let receipt = change(&new)
    try replace(old, by: new)
    try database.cachedStatement(sql: "INSERT INTO calendar_receipt (owner, key, json) VALUES (?, ?, ?)")
      .execute(arguments: [owner, key, try CanonicalJSON.text(of: receipt)])
    return receipt
  }

  private func receipt(_ key: String) throws -> CalendarReceipt? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT json FROM calendar_receipt WHERE owner = ? AND key = ?"),
      arguments: [owner, key]
    ).map { try CanonicalJSON.value(from: $0) }
  }

  private func replace(_ old: [CalendarEvent], by new: [CalendarEvent]) throws {
    let unchanged = Set(old).intersection(new)
    for event in old where !unchanged.contains(event) {
      try database.cachedStatement(sql: "DELETE FROM calendar_event WHERE owner = ? AND id = ?")
        .execute(arguments: [owner, event.id])
    }
    for event in new where !unchanged.contains(event) {
      try database.cachedStatement(sql: "INSERT INTO calendar_event (owner, id, start, json) VALUES (?, ?, ?, ?)")
        .execute(arguments: [owner, event.id, event.start.seconds, try CanonicalJSON.text(of: event)])
    }
  }
}
