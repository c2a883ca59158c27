public import MuseRuntime

/// Calendars that live as long as the process: for `chat`, `test` and tests.
///
/// Receipts are kept for ever, as the port asks for; a server that runs for months keeps its calendars in a file.
public actor InMemoryCalendarStore: CalendarStore {
  private struct Receipt: Hashable {
    var owner: OwnerID
    var key: String
  }

  private var calendars: [OwnerID: [CalendarEvent]]
  private var receipts: [Receipt: CalendarReceipt] = [:]

  /// - Parameter calendars: what stands in them already.
  public init(_ calendars: [OwnerID: [CalendarEvent]] = [:]) {
    self.calendars = calendars.mapValues { $0.sorted(by: CalendarEvent.comesBefore) }
  }

  public func events(of owner: OwnerID) async throws(StoreFailure) -> [CalendarEvent] {
    calendars[owner] ?? []
  }

  public func update(
    _ owner: OwnerID, key: String, change: @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(StoreFailure) -> CalendarReceipt {
    let place = Receipt(owner: owner, key: key)
    if let receipt = receipts[place] { return receipt }
    var events = calendars[owner] ?? []
    let receipt = change(&events)
    calendars[owner] = events.sorted(by: CalendarEvent.comesBefore)
    receipts[place] = receipt
    return receipt
  }
}
