import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Alternatives in random calendars")
struct RandomCalendarTests {
  @Test("are free, in working hours, on the quarter, in the future, and in order", arguments: 0..<60)
  func promises(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let desk = try Self.desk(using: &random)
    let length = Int.random(in: 1...32, using: &random) * 15 * 60
    let wanted = desk.now.seconds + Int64.random(in: 0...14 * 96, using: &random) * 900
    let answer = try await desk.look(at: Instant(seconds: wanted), seconds: length)
    guard case .list(let offers) = answer.fields["alternatives"] else {
      #expect(answer == ToolAnswer("free"))
      return
    }
    #expect(answer.outcome == "busy" && offers.count <= 3)
    var last = desk.now
    for offer in offers {
      guard case .timestamp(let start) = offer else { throw NoTime() }
      #expect(start > last)
      last = start
      #expect(try await desk.look(at: start, seconds: length) == ToolAnswer("free"))
      let (begin, end) = (desk.zone.civil(start), desk.zone.civil(Instant(seconds: start.seconds + Int64(length))))
      #expect(begin.time.hour >= 8 && end.date == begin.date && end.time <= TimeOfDay(hour: 18))
      #expect(begin.time.secondOfDay % 900 == 0)
    }
  }

  private struct NoTime: Error {}

  /// A full fortnight around the end of summer time in London.
  private static func desk(using random: inout SeededGenerator) throws -> Desk {
    let desk = try Desk(now: "2026-10-19T09:00")
    var events: [CalendarEvent] = []
    for index in 0..<120 {
      var event = try desk.event("e\(index)", "2026-10-19T00:00", minutes: Int.random(in: 1...200, using: &random))
      event.start.seconds += Int64.random(in: 0...14 * 1440, using: &random) * 60
      events.append(event)
    }
    var full = desk
    full.store = InMemoryCalendarStore([desk.owner: events])
    return full
  }
}

extension Desk {
  fileprivate func look(at start: Instant, seconds: Int) async throws -> ToolAnswer {
    try await call(
      "calendar.free_busy", ["people": .list([]), "start": .timestamp(start), "length": .duration(.seconds(seconds))])
  }
}

/// SplitMix64: the same numbers for the same seed, which the test's argument shows.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
