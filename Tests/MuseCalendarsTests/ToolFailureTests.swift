import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Failing tools")
struct ToolFailureTests {
  static let tools: [ToolID] = [
    "people.find", "calendar.find", "calendar.free_busy", "calendar.list", "calendar.create", "calendar.move", "calendar.delete",
  ]

  static func arguments(_ desk: Desk) throws -> [String: Value] {
    [
      "words": .string("standup"), "people": .list([]), "start": .timestamp(try desk.at("2026-11-27T15:00")),
      "length": .duration(.seconds(1800)), "title": .string("Review"),
      "day": .date(CivilDate(year: 2026, month: 11, day: 27)), "meeting": .event(try desk.event("Review", "2026-11-27T15:00")),
    ]
  }

  @Test("all tools of calendar.tools.yaml are there")
  func allTools() {
    #expect(CalendarTools.all(store: InMemoryCalendarStore(), people: AddressBook()).map(\.id) == Self.tools)
  }

  @Test(
    "a store that fails has done nothing", arguments: tools.dropFirst(),
    [
      (StoreFailure.unavailable(reason: "disk full"), "The calendar is out of reach: disk full"),
      (StoreFailure.unreadable(reason: "bad page"), "The calendar cannot be read: bad page"),
    ])
  func failingStore(tool: ToolID, failure: (StoreFailure, String)) async throws {
    var desk = try Desk()
    desk.store = FailingCalendarStore(failure: failure.0)
    let arguments = try Self.arguments(desk)
    await #expect(throws: ToolFailure.notDone(reason: failure.1)) { try await desk.call(tool, arguments) }
  }

  @Test(
    "an argument of another type is named, and nothing is done",
    arguments: [
      ("people.find", "words", Value.int(1), "a text"), ("calendar.find", "words", nil, "a text"),
      ("calendar.free_busy", "start", .string("now"), "a datetime"),
      ("calendar.free_busy", "length", .duration(.zero), "a duration above zero"),
      ("calendar.free_busy", "length", .duration(.seconds(-60)), "a duration above zero"),
      ("calendar.free_busy", "length", .int(30), "a duration"),
      ("calendar.free_busy", "except", .string("x"), "an event"), ("calendar.list", "day", .timestamp(.earliest), "a date"),
      ("calendar.create", "title", .null, "a text"), ("calendar.create", "people", .list([.string("Bob")]), "a list of persons"),
      ("calendar.create", "place", .int(1), "a text"),
      ("calendar.create", "length", .duration(.seconds(Int64.max)), "a duration above zero"),
      ("calendar.move", "meeting", nil, "an event"),
      ("calendar.delete", "meeting", .object(ObjectValue(type: "event")), "an event"),
    ])
  func unfitArgument(tool: ToolID, name: String, value: Value?, expected: String) async throws {
    let desk = try Desk()
    var arguments = try Self.arguments(desk)
    arguments[name] = value
    let call = arguments
    await #expect(throws: ToolFailure.notDone(reason: "The argument \"\(name)\" is not \(expected).")) {
      try await desk.call(tool, call)
    }
    #expect(try await desk.events() == [])
  }
}
