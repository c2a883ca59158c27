public import MuseExpression

/// Keeps the calendars of owners: the records only. What a conflict is and what an alternative, is MuseCalendars' business.
///
/// ```swift
/// let receipt = try await store.update("alice-1", key: "alice-1/7") { events in
///   events.append(event)
///   return .done(event)
/// }
/// ```
public protocol CalendarStore: Sendable {
  /// The events of an owner, by start.
  func events(of owner: OwnerID) async throws(StoreFailure) -> [CalendarEvent]

  /// Changes one owner's calendar in one transaction. The same key again does not run `change`: it gives the first receipt.
  func update(
    _ owner: OwnerID, key: String, change: @escaping @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(StoreFailure) -> CalendarReceipt
}

public struct CalendarEvent: Hashable, Sendable, Codable {
  public struct Person: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var email: String?

    public init(id: String, name: String, email: String?) {
      self.id = id
      self.name = name
      self.email = email
    }
  }

  public var id: String
  public var title: String
  public var start: Instant
  /// Seconds.
  public var length: Int
  public var people: [Person]
  public var place: String?
  /// The IANA name of the zone in which it was booked.
  public var zone: String
  /// Grows with every change (RFC 5545, SEQUENCE).
  public var sequence: Int
  /// When it was changed last.
  public var changed: Instant

  public init(
    id: String, title: String, start: Instant, length: Int, people: [Person], place: String?, zone: String, sequence: Int,
    changed: Instant
  ) {
    self.id = id
    self.title = title
    self.start = start
    self.length = length
    self.people = people
    self.place = place
    self.zone = zone
    self.sequence = sequence
    self.changed = changed
  }
}

/// What a change did: kept under its key, so that a repetition gives the same answer.
public enum CalendarReceipt: Hashable, Sendable, Codable {
  case done(CalendarEvent)
  /// The time is taken; the alternatives are starts.
  case clash(alternatives: [Instant])
  /// There is no such event (any more).
  case missing
}

/// Why a store could not do what it was asked.
public enum StoreFailure: Error, Hashable, Sendable {
  /// Nothing was stored; the same call may succeed later (busy, disk full, read-only).
  case unavailable(reason: String)
  /// It may have been stored or not: the disk failed in the last moment, or the file was taken away meanwhile.
  case uncertain(reason: String)
  /// What is stored cannot be read.
  case unreadable(reason: String)

  /// It does not pass by itself.
  var isDamage: Bool {
    switch self {
    case .unavailable, .uncertain: false
    case .unreadable: true
    }
  }
}
