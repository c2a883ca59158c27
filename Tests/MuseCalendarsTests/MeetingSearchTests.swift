import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Finding a meeting")
struct MeetingSearchTests {
  static func calendar() throws -> Desk {
    let desk = try Desk()
    return desk.stored(
      try desk.event("Standup", "2026-11-27T09:30"), try desk.event("Budget talk", "2026-11-27T15:00", people: [.bob]),
      try desk.event("Design review", "2026-11-26T15:00", people: [.ann]),
      try desk.event("Design review with Bob", "2026-11-30T11:00", people: [.bob]),
      try desk.event("Café planning", "2026-12-01T10:00"), try desk.event("Friday drinks", "2026-12-03T18:00"),
      try desk.event("Call", "2026-12-02T12:00"), try desk.event("Cancel the old contracts", "2026-12-04T08:30"))
  }

  @Test(
    "by its title",
    arguments: [
      ("Standup", ["Standup"]), ("the standup", ["Standup"]), ("STANDUP", ["Standup"]), ("stand-up", ["Standup"]),
      ("the stand up meeting", ["Standup"]), ("my standup.", ["Standup"]), ("stand", ["Standup"]),
      ("Budget talk", ["Budget talk"]), ("budget", ["Budget talk"]), ("the budget meeting", ["Budget talk"]),
      ("talk", ["Budget talk"]), ("cafe planning", ["Café planning"]), ("CAFÉ", ["Café planning"]),
      ("Cancel the old contracts", ["Cancel the old contracts"]), ("old contracts", ["Cancel the old contracts"]),
      ("the call", ["Call"]), ("Friday drinks", ["Friday drinks"]), ("the drinks on Thursday", ["Friday drinks"]),
      ("the budget talk we planned", ["Budget talk"]), ("quarterly numbers", []), ("", []), ("?!", []), ("up", []),
    ])
  func titles(words: String, titles: [String]) async throws {
    #expect(try await Self.calendar().find(words) == titles)
  }

  @Test("the whole title beats a part of one")
  func wholeTitle() async throws {
    #expect(try await Self.calendar().find("design review") == ["Design review"])
    #expect(try await Self.calendar().find("review") == ["Design review", "Design review with Bob"])
    #expect(try await Self.calendar().find("design review with bob") == ["Design review with Bob"])
  }

  @Test(
    "in spite of a small slip",
    arguments: [
      ("standp", ["Standup"]), ("the stnadup", ["Standup"]), ("standups", ["Standup"]), ("bugdet", ["Budget talk"]),
      ("the desing reveiw", ["Design review", "Design review with Bob"]), ("freeday drinks", ["Friday drinks"]),
      ("cal", ["Call"]), ("tall", ["Budget talk", "Call"]), ("bell", []),
    ])
  func slips(words: String, titles: [String]) async throws {
    #expect(try await Self.calendar().find(words) == titles)
  }

  @Test(
    "by day, clock time and people",
    arguments: [
      ("my 3pm meeting", ["Design review", "Budget talk"]), ("tomorrow's 3pm meeting", ["Budget talk"]),
      ("the 3 o'clock tomorrow", ["Budget talk"]), ("the meeting at 15:00 today", ["Design review"]), ("the 9:30", ["Standup"]),
      ("the 9.30 am one", ["Standup"]), ("tomorrow morning's meeting", ["Standup"]),
      ("tomorrow's meeting", ["Standup", "Budget talk"]),
      ("my meeting this afternoon", ["Design review"]), ("Monday's meeting", ["Design review with Bob"]),
      ("the meeting on Monday", ["Design review with Bob"]), ("the meeting on the 30th", ["Design review with Bob"]),
      ("the meeting on 4 December", ["Cancel the old contracts"]), ("Dec 4th", ["Cancel the old contracts"]),
      ("the meeting with Bob", ["Budget talk", "Design review with Bob"]),
      ("the meeting with Bob tomorrow", ["Budget talk"]), ("the Bob meeting on Friday", ["Budget talk"]),
      ("my call with ann", ["Design review"]), ("the meeting with bob@example.com tomorrow", ["Budget talk"]),
      ("the meeting with Bob and Ann", []), ("the 4pm meeting", []), ("Saturday's meeting", []),
      ("my next meeting", ["Design review"]),
      ("the next one with Bob", ["Budget talk"]), ("the lunch tomorrow", []),
    ])
  func descriptions(words: String, titles: [String]) async throws {
    #expect(try await Self.calendar().find(words) == titles)
  }

  @Test("a word that tells nothing offers what comes next, five at most")
  func nothingTold() async throws {
    let titles = ["Design review", "Standup", "Budget talk", "Design review with Bob", "Café planning"]
    #expect(try await Self.calendar().find("my meeting") == titles)
  }

  @Test("what comes next is first, and past ones only count where nothing to come is as near")
  func futureFirst() async throws {
    let desk = try Desk()
    var series: [CalendarEvent] = []
    for (id, day) in zip(["d", "c", "b", "a"], ["2026-11-24", "2026-11-25", "2026-11-27", "2026-12-01"]) {
      var standup = try desk.event("Standup", "\(day)T09:30")
      standup.id = id
      series.append(standup)
    }
    #expect(try await desk.stored(series[3], series[2], series[1]).ids("standup") == ["b", "a"])
    #expect(try await desk.stored(series[0], series[1]).ids("standup") == ["c"])
    #expect(try await desk.stored(series[0]).ids("standup") == [])
    // One that runs just now is still to come.
    var running = desk.stored(series[2])
    running.now = try desk.at("2026-11-27T09:45")
    #expect(try await running.ids("the standup") == ["b"])
  }

  @Test("whole events are the answer")
  func wholeAnswer() async throws {
    let desk = try Desk()
    let standup = try desk.event("Standup", "2026-11-27T09:30", people: [.bob, .ann])
    let answer = try await desk.stored(standup).call("calendar.find", ["words": .string("standup")])
    #expect(answer == ToolAnswer("found", ["matches": .list([.event(standup)])]))
  }
}

extension Desk {
  fileprivate func find(_ words: String) async throws -> [String] {
    try #require(try await call("calendar.find", ["words": .string(words)]).fields["matches"]).titles
  }

  fileprivate func ids(_ words: String) async throws -> [String] {
    let matches = try await call("calendar.find", ["words": .string(words)]).fields["matches"]
    guard case .list(let events) = matches else { return ["no list"] }
    return events.map { event in
      guard case .object(let event) = event, case .string(let id) = event["id"] else { return "no event" }
      return id
    }
  }
}
