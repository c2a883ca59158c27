import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

/// One owner's calendar with its tools, at nine o'clock in London on Thursday, 26 November 2026.
struct Desk {
  var store: any CalendarStore
  var book = AddressBook()
  var owner: OwnerID = "alice-1"
  var zone: Zone
  var now: Instant

  init(_ events: [CalendarEvent] = [], in zone: String = "Europe/London", now: String = "2026-11-26T09:00") throws {
    self.zone = try #require(Zone(named: zone))
    self.now = try self.zone.instant(now)
    store = InMemoryCalendarStore([owner: events])
  }

  func call(_ tool: ToolID, _ arguments: [String: Value], key: String = "alice-1/1") async throws -> ToolAnswer {
    let tool = try #require(CalendarTools.all(store: store, people: book).first { $0.id == tool })
    return try await tool.perform(ToolRequest(arguments: arguments, owner: owner, key: key, now: now, zone: zone))
  }

  func events() async throws -> [CalendarEvent] { try await store.events(of: owner) }

  func at(_ time: String) throws -> Instant { try zone.instant(time) }

  /// An event of half an hour, booked at nine.
  func event(_ title: String, _ time: String, minutes: Int = 30, people: [CalendarEvent.Person] = []) throws -> CalendarEvent {
    CalendarEvent(
      id: title.lowercased(), title: title, start: try at(time), length: minutes * 60, people: people, place: nil,
      zone: zone.name,
      sequence: 0, changed: now)
  }

  func stored(_ events: CalendarEvent...) -> Desk {
    var desk = self
    desk.store = InMemoryCalendarStore([owner: events])
    return desk
  }
}

extension Zone {
  /// What "2026-11-26T09:00" on a clock of this zone means.
  func instant(_ time: String) throws -> Instant { resolve(try #require(CivilDateTime(iso: time))).firstReading }

  /// "2026-11-26T09:00", as a clock of this zone shows it.
  func clock(_ instant: Instant) -> String { String(civil(instant).iso.dropLast(3)) }
}

extension Value {
  static func event(_ event: CalendarEvent) -> Value {
    .object(
      ObjectValue(
        type: "event",
        fields: [
          "id": .string(event.id), "title": .string(event.title), "start": .timestamp(event.start),
          "length": .duration(.seconds(event.length)), "people": .list(event.people.map(Value.person)),
        ]))
  }

  static func person(_ person: CalendarEvent.Person) -> Value {
    .object(.person(id: person.id, name: person.name, email: person.email))
  }

  var titles: [String] {
    guard case .list(let events) = self else { return ["no list"] }
    return events.map { event in
      guard case .object(let event) = event, case .string(let title) = event["title"] else { return "no event" }
      return title
    }
  }

  func clocks(in zone: Zone) -> [String] {
    guard case .list(let instants) = self else { return ["no list"] }
    return instants.map { instant in
      guard case .timestamp(let instant) = instant else { return "no datetime" }
      return zone.clock(instant)
    }
  }
}

extension CalendarEvent.Person {
  static let bob = CalendarEvent.Person(id: "bob", name: "Bob", email: "bob@example.com")
  static let ann = CalendarEvent.Person(id: "ann.archer", name: "Ann Archer", email: "ann.archer@example.com")
}

/// A store that has stopped working.
struct FailingCalendarStore: CalendarStore {
  var failure: StoreFailure

  func events(of owner: OwnerID) async throws(StoreFailure) -> [CalendarEvent] { throw failure }

  func update(
    _ owner: OwnerID, key: String, change: @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(StoreFailure) -> CalendarReceipt { throw failure }
}
