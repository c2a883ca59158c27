import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Booking")
struct BookingTests {
  @Test("an event is booked with all that was said")
  func booking() async throws {
    let desk = try Desk()
    let answer = try await desk.book("Design review", "2026-11-27T15:00", place: .string("the Ritz"))
    let booked = try #require(try await desk.events().first)
    #expect(try await desk.events() == [booked])
    #expect(
      booked
        == CalendarEvent(
          id: booked.id, title: "Design review", start: try desk.at("2026-11-27T15:00"), length: 1800, people: [.bob],
          place: "the Ritz", zone: "Europe/London", sequence: 0, changed: desk.now))
    #expect(answer == ToolAnswer("created", ["event": .event(booked)]))
  }

  @Test("a place that was declined, or never said, is none", arguments: [Value.empty, .null, nil])
  func noPlace(place: Value?) async throws {
    let desk = try Desk()
    _ = try await desk.book("Design review", "2026-11-27T15:00", place: place)
    #expect(try await desk.events().map(\.place) == [nil])
  }

  @Test("the id is made from owner and key: the same again, another for others, and it tells neither")
  func ids() async throws {
    let ids = try await [("alice-1", "alice-1/1"), ("alice-1", "alice-1/1"), ("alice-1", "alice-1/2"), ("bob", "alice-1/1")]
      .asyncMap {
        owner, key in
        var desk = try Desk()
        desk.owner = OwnerID(rawValue: owner)
        _ = try await desk.book("Design review", "2026-11-27T15:00", key: key)
        return try #require(try await desk.events().first).id
      }
    #expect(ids[0] == ids[1])
    #expect(Set(ids).count == 3)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/) != nil })
  }

  @Test("a taken time is a clash with alternatives, and nothing is booked")
  func clash() async throws {
    let desk = try Desk()
    let standup = try desk.event("Standup", "2026-11-27T15:00")
    let taken = desk.stored(standup)
    let answer = try await taken.book("Design review", "2026-11-27T15:15")
    #expect(answer.outcome == "clash")
    #expect(
      try #require(answer.fields["alternatives"]).clocks(in: desk.zone)
        == ["2026-11-27T14:30", "2026-11-27T15:30", "2026-11-27T16:00"])
    #expect(try await taken.events() == [standup])
  }

  @Test("the same key books once, and answers the same for ever")
  func repetition() async throws {
    let desk = try Desk()
    let first = try await desk.book("Design review", "2026-11-27T15:00")
    var later = desk
    later.now = try desk.at("2026-11-26T10:00")
    #expect(try await later.book("Design review", "2026-11-27T15:00") == first)
    #expect(try await desk.events().count == 1)
    // What happened in between does not matter: the answer is about the booking.
    _ = try await later.call("calendar.delete", ["meeting": try #require(first.fields["event"])], key: "alice-1/2")
    #expect(try await later.book("Design review", "2026-11-27T15:00") == first)
    #expect(try await desk.events() == [])
  }

  @Test("a clash is remembered under its key as well")
  func repeatedClash() async throws {
    let desk = try Desk()
    let standup = try desk.event("Standup", "2026-11-27T15:00")
    let taken = desk.stored(standup)
    let first = try await taken.book("Design review", "2026-11-27T15:15")
    _ = try await taken.call("calendar.delete", ["meeting": .event(standup)], key: "alice-1/2")
    #expect(try await taken.book("Design review", "2026-11-27T15:15") == first)
  }

  @Test("a hundred calls at once with one key book one event and get one answer")
  func sameKeyAtOnce() async throws {
    let desk = try Desk()
    let answers = try await withThrowingTaskGroup(of: ToolAnswer.self) { group in
      for _ in 0..<100 { group.addTask { try await desk.book("Design review", "2026-11-27T15:00") } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(answers.map(\.outcome) == ["created"])
    #expect(try await desk.events().count == 1)
  }

  @Test("of a hundred calls at once for one time, with keys of their own, one gets it")
  func sameTimeAtOnce() async throws {
    let desk = try Desk()
    let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
      for index in 0..<100 {
        group.addTask { try await desk.book("Review \(index)", "2026-11-27T15:00", key: "alice-1/\(index)").outcome.rawValue }
      }
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(outcomes == ["created": 1, "clash": 99])
    #expect(try await desk.events().count == 1)
  }

  @Test("owners do not see each other's events")
  func owners() async throws {
    let alice = try Desk()
    var bob = alice
    bob.owner = "bob"
    _ = try await alice.book("Design review", "2026-11-27T15:00")
    #expect(try await bob.book("Budget", "2026-11-27T15:00").outcome == "created")
    #expect(try await alice.events().map(\.title) == ["Design review"])
    #expect(try await bob.events().map(\.title) == ["Budget"])
  }
}

@Suite("Moving and calling off")
struct MovingTests {
  @Test("a moved event keeps all but its time, and its number grows")
  func moving() async throws {
    let desk = try Desk()
    let review = try desk.event("Review", "2026-11-27T15:00", people: [.bob])
    var later = desk.stored(review)
    later.now = try desk.at("2026-11-26T10:00")
    let answer = try await later.move(review, to: "2026-11-27T15:15")
    var moved = review
    moved.start = try desk.at("2026-11-27T15:15")
    moved.sequence = 1
    moved.changed = later.now
    #expect(answer == ToolAnswer("moved", ["event": .event(moved)]))
    #expect(try await later.events() == [moved])
  }

  @Test("moving it again to the same time changes nothing")
  func harmless() async throws {
    let desk = try Desk()
    let review = try desk.event("Review", "2026-11-27T15:00")
    let taken = desk.stored(review)
    let first = try await taken.move(review, to: "2026-11-27T16:00")
    let events = try await taken.events()
    #expect(try await taken.move(review, to: "2026-11-27T16:00") == first)
    #expect(try await taken.move(review, to: "2026-11-27T16:00", key: "alice-1/2") == first)
    #expect(try await taken.events() == events)
  }

  @Test("it may overlap itself, but no other event")
  func clash() async throws {
    let desk = try Desk()
    let review = try desk.event("Review", "2026-11-27T15:00", minutes: 60)
    let standup = try desk.event("Standup", "2026-11-27T16:30")
    let taken = desk.stored(review, standup)
    let answer = try await taken.move(review, to: "2026-11-27T16:00")
    #expect(
      answer
        == ToolAnswer(
          "clash",
          ["alternatives": .list(try ["15:00", "15:30", "17:00"].map { .timestamp(try desk.at("2026-11-27T\($0)")) })]))
    #expect(try await taken.events() == [review, standup])
    #expect(try await taken.move(review, to: "2026-11-27T15:30", key: "alice-1/2").outcome == "moved")
  }

  @Test("what is gone is certainly not moved")
  func movingWhatIsGone() async throws {
    let desk = try Desk()
    let review = try desk.event("Review", "2026-11-27T15:00")
    await #expect(throws: ToolFailure.notDone(reason: "The event is no longer in the calendar.")) {
      try await desk.move(review, to: "2026-11-27T16:00")
    }
  }

  @Test("calling off removes one event; once more does no harm")
  func callingOff() async throws {
    let desk = try Desk()
    let review = try desk.event("Review", "2026-11-27T15:00")
    let standup = try desk.event("Standup", "2026-11-27T16:30")
    let taken = desk.stored(review, standup)
    for key in ["alice-1/1", "alice-1/1", "alice-1/2"] {
      #expect(try await taken.call("calendar.delete", ["meeting": .event(review)], key: key) == ToolAnswer("deleted"))
      #expect(try await taken.events() == [standup])
    }
  }
}

extension Desk {
  fileprivate func book(
    _ title: String, _ start: String, place: Value? = nil, key: String = "alice-1/1"
  ) async throws -> ToolAnswer {
    var arguments: [String: Value] = [
      "title": .string(title), "start": .timestamp(try at(start)), "length": .duration(.seconds(1800)),
      "people": .list([.person(.bob)]),
    ]
    arguments["place"] = place
    return try await call("calendar.create", arguments, key: key)
  }

  fileprivate func move(_ event: CalendarEvent, to start: String, key: String = "alice-1/1") async throws -> ToolAnswer {
    try await call("calendar.move", ["meeting": .event(event), "start": .timestamp(try at(start))], key: key)
  }
}

extension Sequence where Self: Sendable {
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
