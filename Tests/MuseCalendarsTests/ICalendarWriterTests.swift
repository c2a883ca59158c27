import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("iCalendar")
struct ICalendarWriterTests {
  @Test("an event is printed whole")
  func wholeEvent() throws {
    let desk = try Desk()
    var event = try desk.event("Design review", "2026-11-27T15:00", people: [.bob])
    event.place = "the Ritz"
    event.sequence = 2
    let lines = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//musegraph//musegraph 1//EN
      CALSCALE:GREGORIAN
      BEGIN:VTIMEZONE
      TZID:Europe/London
      BEGIN:STANDARD
      DTSTART:20250101T000000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0000
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20250330T010000
      RDATE:20260329T010000,20270328T010000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0100
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:20251026T020000
      RDATE:20261025T020000,20271031T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0000
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:design review
      DTSTAMP:20261126T090000Z
      LAST-MODIFIED:20261126T090000Z
      SEQUENCE:2
      DTSTART;TZID=Europe/London:20261127T150000
      DTEND;TZID=Europe/London:20261127T153000
      SUMMARY:Design review
      STATUS:CONFIRMED
      LOCATION:the Ritz
      ORGANIZER:invalid:nomail
      ATTENDEE;CN=Bob;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:bob@example.com
      END:VEVENT
      END:VCALENDAR

      """
    let expected = lines.replacing("\n", with: "\r\n").replacing("mailto:bob@example.com", with: "mailto:bob@examp\r\n le.com")
    #expect(ICalendarWriter().calendar([event]) == expected)
  }

  @Test(
    "whatever people write comes out as they wrote it",
    arguments: [
      "Design review", "a, b; c: d \\ e \"f\"", "one\ntwo\r\nthree", "", "Café ☕️ – \u{1F469}\u{200D}\u{1F4BB} naïve",
      String(repeating: "é", count: 200), String(repeating: "\u{1F389}", count: 61), String(repeating: "\\,;", count: 50),
      "END:VEVENT\r\nBEGIN:VEVENT", "tab\there", "\\n is not a line",
    ])
  func texts(text: String) throws {
    let desk = try Desk()
    var event = try desk.event(text, "2026-11-27T15:00")
    event.place = text
    let read = try #require(try ICalendarReader.read(ICalendarWriter().calendar([event])).all("VEVENT").first)
    let expected = text.replacing("\r\n", with: "\n")
    #expect(read["SUMMARY"]?.text == expected)
    #expect(read["LOCATION"]?.text == expected)
    #expect(read["UID"]?.text == expected.lowercased())
  }

  @Test("control characters are dropped")
  func controlCharacters() throws {
    let event = try Desk().event("a\u{0}b\u{7}c\u{7F}d\u{85}e", "2026-11-27T15:00")
    let read = try ICalendarReader.read(ICalendarWriter().calendar([event])).all("VEVENT").first
    #expect(read?["SUMMARY"]?.text == "abcd\ne")
  }

  @Test("names and addresses cannot break out of their line")
  func attendees() throws {
    let people = [
      CalendarEvent.Person(id: "1", name: "Bob \"B\" Carter; Jr: ^x", email: "bob+x@example.com"),
      CalendarEvent.Person(id: "2", name: "Eve\r\nATTENDEE:mailto:x", email: "eve\r\nX:y@example.com"),
      CalendarEvent.Person(id: "3", name: "", email: nil),
    ]
    let event = try Desk().event("Review", "2026-11-27T15:00", people: people)
    let read = try ICalendarReader.read(ICalendarWriter(organizer: .ann).calendar([event])).all("VEVENT").first
    let invited = read?.properties.filter { $0.name == "ATTENDEE" || $0.name == "ORGANIZER" }
    #expect(
      invited?.map(\.value) == [
        "mailto:ann.archer@example.com", "mailto:bob+x@example.com", "mailto:eve%0D%0AX:y@example.com", "invalid:nomail",
      ])
    #expect(invited?.map { $0.parameters["CN"] } == ["Ann Archer", "Bob ^'B^' Carter; Jr: ^^x", "Eve^nATTENDEE:mailto:x", nil])
  }

  @Test("an owner whose id is an address invites, others have no address")
  func organizer() async throws {
    let event = try Desk().event("Review", "2026-11-27T15:00", people: [.bob])
    let store = InMemoryCalendarStore(["alice@example.com": [event], "alice-1": [event]])
    for (owner, organizer) in [("alice@example.com", "mailto:alice@example.com"), ("alice-1", "invalid:nomail")] {
      let text = try await ICalendarWriter().calendar(of: OwnerID(rawValue: owner), in: store)
      #expect(try ICalendarReader.read(text).all("VEVENT").first?["ORGANIZER"]?.value == organizer)
    }
  }

  @Test("an owner without events has a valid calendar")
  func emptyCalendar() async throws {
    let calendar = try ICalendarReader.read(try await ICalendarWriter().calendar(of: "nobody", in: InMemoryCalendarStore()))
    #expect(calendar.components.map(\.name) == ["VTIMEZONE"])
  }

  @Test("a store that fails fails the export")
  func failingStore() async {
    let failure = StoreFailure.unreadable(reason: "bad page")
    await #expect(throws: failure) { try await ICalendarWriter().calendar(of: "a", in: FailingCalendarStore(failure: failure)) }
  }
}

@Suite("iCalendar times")
struct ICalendarTimeTests {
  @Test(
    "stand on the clock of the event's zone where that says it once, else in UTC",
    arguments: [
      ("Europe/London", "2026-07-01T14:00:00Z", "TZID=Europe/London:20260701T150000"),
      ("America/New_York", "2026-11-27T15:00:00Z", "TZID=America/New_York:20261127T100000"),
      ("UTC", "2026-11-27T15:00:00Z", ":20261127T150000Z"), ("Etc/UTC", "2026-11-27T15:00:00Z", ":20261127T150000Z"),
      ("Mars/Olympus", "2026-11-27T15:00:00Z", ":20261127T150000Z"), ("", "2026-11-27T15:00:00Z", ":20261127T150000Z"),
      // London's clock shows 01:15 twice on 25 October 2026.
      ("Europe/London", "2026-10-25T00:15:00Z", ":20261025T001500Z"),
      ("Europe/London", "2026-10-25T01:15:00Z", ":20261025T011500Z"),
      ("Europe/London", "2026-10-24T23:45:00Z", ":20261024T234500Z"),
      ("Europe/London", "2026-10-25T02:15:00Z", "TZID=Europe/London:20261025T021500"),
      ("Europe/London", "2026-03-29T00:45:00Z", "TZID=Europe/London:20260329T004500"),
    ])
  func start(zone: String, start: String, expected: String) throws {
    var event = try Desk().event("Review", "2026-11-27T15:00")
    event.zone = zone
    event.start = try #require(Instant(rfc3339: start))
    let calendar = try ICalendarReader.read(ICalendarWriter().calendar([event]))
    let read = try #require(calendar.all("VEVENT").first?["DTSTART"])
    #expect((read.parameters["TZID"].map { "TZID=\($0)" } ?? "") + ":" + read.value == expected)
    #expect(calendar.all("VTIMEZONE").map { $0["TZID"]?.value } == (read.parameters.isEmpty ? [] : [zone]))
  }

  @Test(
    "come back from the VTIMEZONE alone",
    arguments: [
      "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Tokyo", "Africa/Casablanca",
      "America/St_Johns",
      "Pacific/Apia", "Europe/Dublin", "America/Sao_Paulo", "Africa/Cairo", "Asia/Tehran", "Pacific/Chatham", "Africa/Monrovia",
    ])
  func roundTrip(name: String) throws {
    let zone = try #require(Zone(named: name))
    var events: [CalendarEvent] = []
    // Every eleventh hour and a bit, over two years far apart.
    for year in [1971, 2011, 2026] {
      let begin = zone.startOfDay(CivilDate(year: year, month: 1, day: 1)).seconds
      for step in 0..<790 {
        events.append(
          CalendarEvent(
            id: "\(year)-\(step)", title: "", start: Instant(seconds: begin + Int64(step) * 39_977), length: 60, people: [],
            place: nil,
            zone: name, sequence: 0, changed: .earliest))
      }
    }
    let calendar = try ICalendarReader.read(ICalendarWriter().calendar(events))
    let rules = try #require(calendar.all("VTIMEZONE").first)
    let onsets = try Self.onsets(of: rules)
    for (event, read) in zip(events, calendar.all("VEVENT")) {
      let start = try #require(read["DTSTART"])
      #expect(try Self.instant(start, onsets) == event.start, "\(event.id)")
    }
  }

  private struct Onset {
    /// On the clock before the change.
    var local: Int64
    var to: Int64
  }

  private static func onsets(of rules: ICalendarReader.Component) throws -> [Onset] {
    var onsets: [Onset] = []
    for component in rules.components {
      let to = try offset(try #require(component["TZOFFSETTO"]).value)
      let starts = [component["DTSTART"], component["RDATE"]].compactMap { $0?.value }.flatMap { $0.split(separator: ",") }
      onsets += try starts.map { Onset(local: try local(String($0)), to: to) }
    }
    return onsets.sorted { $0.local < $1.local }
  }

  private static func instant(_ time: ICalendarReader.Property, _ onsets: [Onset]) throws -> Instant {
    if time.value.hasSuffix("Z") { return Instant(seconds: try local(String(time.value.dropLast()))) }
    let local = try local(time.value)
    let onset = try #require(onsets.last { $0.local <= local })
    return Instant(seconds: local - onset.to)
  }

  /// "20261127T150000" as seconds since 1970 of the same clock.
  private static func local(_ text: String) throws -> Int64 {
    let digits = Array(text)
    try #require(digits.count == 15)
    func number(_ range: Range<Int>) throws -> Int { try #require(Int(String(digits[range]))) }
    let day = CivilDate(year: try number(0..<4), month: try number(4..<6), day: try number(6..<8))
    return Int64(day.dayNumber) * 86_400 + Int64(try number(9..<11) * 3600 + number(11..<13) * 60 + number(13..<15))
  }

  private static func offset(_ text: String) throws -> Int64 {
    let size = String(text.dropFirst()) + (text.count == 5 ? "00" : "")
    let digits = try #require(Int(size))
    let seconds = digits / 10_000 * 3600 + digits / 100 % 100 * 60 + digits % 100
    return Int64(text.hasPrefix("-") ? -seconds : seconds)
  }
}
