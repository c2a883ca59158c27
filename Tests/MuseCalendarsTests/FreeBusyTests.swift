import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Free or busy")
struct FreeBusyTests {
  @Test(
    "times are half-open: touching ends are free",
    arguments: [
      ("09:00", 60, true), ("09:30", 30, true), ("09:30", 31, false), ("09:59", 2, false), ("10:00", 60, false),
      ("10:00", 1, false),
      ("10:15", 15, false), ("10:59", 1, false), ("11:00", 30, true), ("09:00", 240, false), ("08:00", 121, false),
    ])
  func overlap(start: String, minutes: Int, isFree: Bool) async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Review", "2026-11-27T10:00", minutes: 60))
    #expect(try await taken.answer("2026-11-27T\(start)", minutes: minutes).outcome == (isFree ? "free" : "busy"))
  }

  @Test("an empty calendar is free at any time, and says nothing else")
  func emptyCalendar() async throws {
    #expect(try await Desk().answer("2026-11-27T03:00", minutes: 480) == ToolAnswer("free"))
  }

  @Test("the event that is to be moved does not stand in its own way")
  func exceptItself() async throws {
    let desk = try Desk()
    let review = try desk.event("Review", "2026-11-27T10:00", minutes: 60)
    let taken = desk.stored(review)
    #expect(try await taken.answer("2026-11-27T10:30", minutes: 60, except: .event(review)) == ToolAnswer("free"))
    #expect(try await taken.answer("2026-11-27T10:30", minutes: 60, except: .empty).outcome == "busy")
    #expect(try await taken.answer("2026-11-27T10:30", minutes: 60, except: .null).outcome == "busy")
  }

  @Test("another owner's calendar does not count, whoever is invited")
  func otherOwners() async throws {
    let desk = try Desk()
    let store = InMemoryCalendarStore(["bob": [try desk.event("Review", "2026-11-27T10:00")]])
    var alice = desk
    alice.store = store
    #expect(try await alice.answer("2026-11-27T10:00", minutes: 30) == ToolAnswer("free"))
  }

  @Test("an event over the hour that is put forward is as long as its clock says elsewhere")
  func summerTime() async throws {
    // 29 March 2026, 00:30 to 02:30 on the wall, is one hour long: 01:00 to 02:00 is skipped.
    let desk = try Desk(now: "2026-03-20T09:00")
    let taken = desk.stored(try desk.event("Night shift", "2026-03-29T00:30", minutes: 60))
    #expect(try await taken.answer("2026-03-29T02:30", minutes: 30).outcome == "free")
    #expect(try await taken.answer("2026-03-29T02:15", minutes: 30).outcome == "busy")
  }
}

@Suite("Alternatives")
struct AlternativeTests {
  @Test("near the wanted time, before and after it")
  func nearTheWantedTime() async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Review", "2026-11-27T15:00"))
    #expect(
      try await taken.offers("2026-11-27T15:00", minutes: 30) == ["2026-11-27T14:30", "2026-11-27T15:30", "2026-11-27T16:00"])
  }

  @Test("on the quarter of an hour, whatever was asked for")
  func onTheQuarter() async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Review", "2026-11-27T15:07", minutes: 20))
    #expect(
      try await taken.offers("2026-11-27T15:10", minutes: 15) == ["2026-11-27T14:45", "2026-11-27T15:30", "2026-11-27T16:00"])
  }

  @Test("within working hours, at their end as at their beginning")
  func workingHours() async throws {
    let desk = try Desk()
    let late = desk.stored(try desk.event("Review", "2026-11-27T17:30"))
    #expect(
      try await late.offers("2026-11-27T17:30", minutes: 30) == ["2026-11-27T16:00", "2026-11-27T16:30", "2026-11-27T17:00"])
    let early = desk.stored(try desk.event("Review", "2026-11-27T08:00"))
    #expect(
      try await early.offers("2026-11-27T08:00", minutes: 30) == ["2026-11-27T08:30", "2026-11-27T09:00", "2026-11-27T09:30"])
    let night = desk.stored(try desk.event("Review", "2026-11-27T22:00"))
    #expect(
      try await night.offers("2026-11-27T22:00", minutes: 60) == ["2026-11-27T16:00", "2026-11-27T16:30", "2026-11-27T17:00"])
  }

  @Test("the same day first, then the next working day at the same time")
  func nextDays() async throws {
    let desk = try Desk()
    let taken = desk.stored(
      try desk.event("Morning", "2026-11-27T08:00", minutes: 390), try desk.event("Rest", "2026-11-27T15:00", minutes: 180))
    // The 28th and 29th are a weekend.
    #expect(
      try await taken.offers("2026-11-27T10:00", minutes: 30) == ["2026-11-27T14:30", "2026-11-30T10:00", "2026-11-30T10:30"])
  }

  @Test("at a weekend only where a weekend was asked for")
  func weekend() async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Party", "2026-11-28T08:00", minutes: 600))
    #expect(
      try await taken.offers("2026-11-28T12:00", minutes: 60) == ["2026-11-29T11:30", "2026-11-29T12:00", "2026-11-29T12:30"])
  }

  @Test("in the future")
  func inTheFuture() async throws {
    let desk = try Desk(now: "2026-11-27T15:00")
    let taken = desk.stored(try desk.event("Review", "2026-11-27T15:00"))
    #expect(
      try await taken.offers("2026-11-27T15:10", minutes: 30) == ["2026-11-27T15:30", "2026-11-27T16:00", "2026-11-27T16:30"])
    let past = try Desk(now: "2026-11-26T16:50").stored(try desk.event("Old", "2026-11-24T10:00"))
    #expect(
      try await past.offers("2026-11-24T10:00", minutes: 60) == ["2026-11-26T17:00", "2026-11-27T10:00", "2026-11-27T10:30"])
  }

  @Test("by the call's zone, not by the one the event was booked in")
  func zones() async throws {
    let desk = try Desk(in: "America/New_York", now: "2026-11-26T04:00")
    let taken = desk.stored(try desk.event("Review", "2026-11-27T08:00"))
    #expect(
      try await taken.offers("2026-11-27T08:00", minutes: 30) == ["2026-11-27T08:30", "2026-11-27T09:00", "2026-11-27T09:30"])
  }

  @Test("none where the meeting is longer than a working day")
  func tooLong() async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Review", "2026-11-27T15:00"))
    #expect(try await taken.offers("2026-11-27T15:00", minutes: 601) == [])
  }

  @Test("none where two weeks are full")
  func full() async throws {
    let desk = try Desk()
    let taken = desk.stored(try desk.event("Leave", "2026-11-20T00:00", minutes: 40 * 24 * 60))
    #expect(try await taken.offers("2026-11-27T15:00", minutes: 30) == [])
  }

  @Test("at the very end of time nothing traps")
  func endOfTime() async throws {
    let desk = try Desk()
    var last = try desk.event("Review", "2026-11-27T15:00")
    last.start = .latest
    last.length = 999_999_999
    let answer = try await desk.stored(last).call(
      "calendar.free_busy", ["people": .list([]), "start": .timestamp(.latest), "length": .duration(.seconds(999_999_999))])
    #expect(answer.outcome == "free" || answer.outcome == "busy")
  }
}

extension Desk {
  fileprivate func answer(_ start: String, minutes: Int, except: Value? = nil) async throws -> ToolAnswer {
    var arguments: [String: Value] = [
      "people": .list([.person(.bob)]), "start": .timestamp(try at(start)), "length": .duration(.seconds(minutes * 60)),
    ]
    arguments["except"] = except
    return try await call("calendar.free_busy", arguments)
  }

  fileprivate func offers(_ start: String, minutes: Int) async throws -> [String] {
    let answer = try await answer(start, minutes: minutes)
    #expect(answer.outcome == "busy")
    return try #require(answer.fields["alternatives"]).clocks(in: zone)
  }
}
