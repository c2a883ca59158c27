import MuseExpression
import Testing

@Suite("The zone table")
struct ZoneTests {
  @Test("agrees with Python's zoneinfo", arguments: zoneSamples.split(separator: "\n"))
  func samples(line: Substring) throws {
    let words = line.split(separator: " ")
    let zone = try #require(Zone(named: String(words[0])))
    for sample in words.dropFirst() {
      let numbers = sample.split(separator: ":").compactMap { Int64($0) }
      #expect(zone.offset(at: Instant(seconds: numbers[0])) == Int(numbers[1]), "\(words[0]) \(sample)")
    }
  }

  @Test("has rules for every name")
  func everyName() {
    #expect(Zone.names.count == 597)
    #expect(Zone.names.filter { Zone(named: $0) == nil } == [])
    #expect(ZoneTable.version == "2026f")
  }

  @Test("knows no other names", arguments: ["", "London", "europe/london", "Europe/London ", "Factory", "UTC+1", "A|B", ","])
  func unknown(name: String) {
    #expect(Zone(named: name) == nil)
  }

  @Test("gives the same rules under an old name")
  func links() throws {
    let old = try #require(Zone(named: "US/Eastern"))
    let new = try #require(Zone(named: "America/New_York"))
    let summer = Instant(seconds: 1_784_000_000)
    #expect(old.offset(at: summer) == -14_400)
    #expect(old.civil(summer) == new.civil(summer))
    #expect(old != new)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var zone: String
    var civil: String
    var resolution: [String]

    init(_ zone: String, _ civil: String, _ resolution: String...) {
      self.zone = zone
      self.civil = civil
      self.resolution = resolution
    }

    var testDescription: String { "\(civil) in \(zone)" }
  }

  @Test(
    "says what a clock time means",
    arguments: [
      Case("Europe/London", "2026-11-27T15:00", "once", "2026-11-27T15:00:00Z"),
      Case("Europe/London", "2026-07-01T15:00", "once", "2026-07-01T14:00:00Z"),
      Case("Europe/London", "2027-03-28T00:59", "once", "2027-03-28T00:59:00Z"),
      Case("Europe/London", "2027-03-28T01:00", "skipped", "2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z"),
      Case("Europe/London", "2027-03-28T01:30", "skipped", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"),
      Case("Europe/London", "2027-03-28T02:00", "once", "2027-03-28T01:00:00Z"),
      Case("Europe/London", "2027-10-31T00:59", "once", "2027-10-30T23:59:00Z"),
      Case("Europe/London", "2027-10-31T01:30", "twice", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"),
      Case("Europe/London", "2027-10-31T02:00", "once", "2027-10-31T02:00:00Z"),
      Case("America/New_York", "2051-03-12T02:30", "skipped", "2051-03-12T06:30:00Z", "2051-03-12T07:30:00Z"),
      Case("America/New_York", "2051-11-05T01:30", "twice", "2051-11-05T05:30:00Z", "2051-11-05T06:30:00Z"),
      Case("Australia/Lord_Howe", "2026-10-04T02:15", "skipped", "2026-10-03T15:15:00Z", "2026-10-03T15:45:00Z"),
      Case("Pacific/Apia", "2011-12-30T12:00", "skipped", "2011-12-29T22:00:00Z", "2011-12-30T22:00:00Z"),
      Case("Asia/Kolkata", "2026-11-27T15:00", "once", "2026-11-27T09:30:00Z"),
      Case("Europe/Dublin", "2026-07-01T12:00", "once", "2026-07-01T11:00:00Z"),
    ])
  func resolve(_ test: Case) throws {
    let zone = try #require(Zone(named: test.zone))
    let civil = try #require(CivilDateTime(iso: test.civil))
    let found: [String] =
      switch zone.resolve(civil) {
      case .once(let instant): ["once", instant.rfc3339]
      case .twice(let earlier, let later): ["twice", earlier.rfc3339, later.rfc3339]
      case .skipped(let before, let after): ["skipped", before.rfc3339, after.rfc3339]
      }
    #expect(found == test.resolution)
  }

  @Test(
    "starts a day where its clocks first show it",
    arguments: [
      ("Europe/London", "2026-11-27", "2026-11-27T00:00:00Z"),
      ("Europe/London", "2026-07-01", "2026-06-30T23:00:00Z"),
      // Midnight does not exist: clocks go from 00:00 to 01:00.
      ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"),
      ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
      // The whole day does not exist.
      ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
    ])
  func startOfDay(zone: String, date: String, instant: String) throws {
    let zone = try #require(Zone(named: zone))
    #expect(zone.startOfDay(try #require(CivilDate(iso: date))).rfc3339 == instant)
  }

  @Test("stays in range for instants and days beyond any calendar")
  func extremes() throws {
    let zone = try #require(Zone(named: "America/New_York"))
    for seconds in [Int64.min, Int64.min + 1, -1, 0, Int64.max - 1, Int64.max] {
      let instant = Instant(seconds: seconds, nanoseconds: .max)
      #expect((-86_400...86_400).contains(zone.offset(at: instant)))
      #expect((0...10_000).contains(zone.civil(instant).date.year))
      #expect(!instant.rfc3339.isEmpty)
    }
    for year in [Int.min, -1, 0, 9999, 10_000, Int.max] {
      _ = zone.startOfDay(CivilDate(year: year, month: 12, day: 31))
    }
  }
}
