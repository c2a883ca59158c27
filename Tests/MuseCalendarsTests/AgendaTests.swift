import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Agenda of a day")
struct AgendaTests {
  @Test("a day's events come by start, and of one start by title")
  func order() async throws {
    let desk = try Desk()
    let full = desk.stored(
      try desk.event("Zoo", "2026-11-27T09:00"), try desk.event("Late", "2026-11-27T22:00"),
      try desk.event("Apes", "2026-11-27T09:00"), try desk.event("Early", "2026-11-27T06:00"),
      try desk.event("Other day", "2026-11-28T09:00"))
    let answer = try await full.agenda("2026-11-27")
    #expect(answer.outcome == "listed")
    #expect(answer.fields["entries"]?.titles == ["Early", "Apes", "Zoo", "Late"])
  }

  @Test("a day without events is empty")
  func emptyDay() async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Review", "2026-11-27T09:00"))
    #expect(try await taken.agenda("2026-11-26") == ToolAnswer("empty"))
    #expect(try await taken.agenda("2026-11-28") == ToolAnswer("empty"))
  }

  @Test("several days are those from one to the other, both with all their events")
  func severalDays() async throws {
    let desk = try Desk()
    let full = desk.stored(
      try desk.event("Before", "2026-11-22T09:00"), try desk.event("First", "2026-11-23T00:00"),
      try desk.event("Last", "2026-11-29T23:00"), try desk.event("After", "2026-11-30T00:00"))
    #expect(try await full.agenda("2026-11-23", to: "2026-11-29").fields["entries"]?.titles == ["First", "Last"])
    #expect(try await full.agenda("2026-11-24", to: "2026-11-26") == ToolAnswer("empty"))
  }

  @Test(
    "an event belongs to every day that it touches, and midnight to the day that begins",
    arguments: [("2026-11-26", false), ("2026-11-27", true), ("2026-11-28", true), ("2026-11-29", false)])
  func overMidnight(day: String, isListed: Bool) async throws {
    let desk = try Desk()
    let night = desk.stored(try desk.event("Night", "2026-11-27T23:00", minutes: 120))
    #expect(try await night.agenda(day).outcome == (isListed ? "listed" : "empty"))
    let evening = desk.stored(try desk.event("Evening", "2026-11-27T23:00", minutes: 60))
    #expect(try await evening.agenda("2026-11-28").outcome == "empty")
  }

  @Test(
    "days of 23 and 25 hours begin and end where the zone says",
    arguments: [
      // London goes to summer time on 29 March 2026 and back on 25 October.
      ("2026-03-28T23:59:59Z", "2026-03-29", false), ("2026-03-29T00:00:00Z", "2026-03-29", true),
      ("2026-03-29T22:59:00Z", "2026-03-29", true), ("2026-03-29T23:00:00Z", "2026-03-29", false),
      ("2026-03-29T23:00:00Z", "2026-03-30", true), ("2026-10-24T22:59:59Z", "2026-10-25", false),
      ("2026-10-24T23:00:00Z", "2026-10-25", true), ("2026-10-25T23:59:59Z", "2026-10-25", true),
      ("2026-10-26T00:00:00Z", "2026-10-25", false), ("2026-10-26T00:00:00Z", "2026-10-26", true),
    ])
  func daylightSaving(start: String, day: String, isListed: Bool) async throws {
    let desk = try Desk()
    var moment = try desk.event("Moment", "2026-11-27T09:00")
    moment.start = try #require(Instant(rfc3339: start))
    moment.length = 1
    #expect(try await desk.stored(moment).agenda(day).outcome == (isListed ? "listed" : "empty"))
  }

  @Test(
    "the day is that of the call's zone",
    arguments: [("Europe/London", "2026-11-27"), ("Asia/Tokyo", "2026-11-28"), ("Pacific/Honolulu", "2026-11-27")])
  func zones(zone: String, day: String) async throws {
    let london = try Desk()
    let event = try london.event("Review", "2026-11-27T15:00")
    #expect(try await Desk(in: zone).stored(event).agenda(day).fields["entries"]?.titles == ["Review"])
  }
}

extension Desk {
  fileprivate func agenda(_ day: String, to last: String? = nil) async throws -> ToolAnswer {
    var days: [String: Value] = ["day": .date(try #require(CivilDate(iso: day)))]
    if let last { days["last"] = .date(try #require(CivilDate(iso: last))) }
    return try await call("calendar.list", days)
  }
}
