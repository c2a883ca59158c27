import MuseExpression
import Testing

@Suite("Values as a person writes them")
struct WrittenLiteralTests {
  @Test(
    "a duration is read in its everyday forms",
    arguments: [
      ("30m", "1800s"), ("1h30m", "5400s"), ("1h 30m", "5400s"), ("2d", "172800s"), ("1w", "604800s"), ("90 min", "5400s"),
      ("45s", "45s"), ("500ms", "0.5s"), ("1.5h", "5400s"), ("0.1s", "0.1s"), ("-5m", "-300s"), ("0", "0s"), ("PT30M", "1800s"),
      ("P1DT2H", "93600s"), ("P2W", "1209600s"), ("PT1H30M15.5S", "5415.5s"), ("pt30m", "1800s"), ("-PT5M", "-300s"),
      ("315576000000s", "315576000000s"), ("1ns", "0.000000001s"), ("2us", "0.000002s"),
    ])
  func durations(text: String, seconds: String) {
    #expect(WrittenLiteral.duration(text)?.secondsText == seconds)
  }

  @Test(
    "what is no duration is not read",
    arguments: [
      "", "-", "30", "m", "30x", "h30m", "P", "PT", "P1Y", "P1M", "P1DT", "PT1D", "PT30M1H", "1h30", "1..5h", "315576000001s",
      "9999999999999w9999999999999w", "99999999999999999999h", "thirty minutes", "1h-30m",
    ])
  func noDurations(text: String) {
    #expect(WrittenLiteral.duration(text) == nil)
  }

  @Test("dates, times and both")
  func times() throws {
    #expect(WrittenLiteral.date("2026-11-27") == CivilDate(year: 2026, month: 11, day: 27))
    #expect(WrittenLiteral.time("15:00") == TimeOfDay(hour: 15))
    let zone = try #require(Zone(named: "Europe/London"))
    #expect(WrittenLiteral.dateTime("2026-07-01T15:00")?.instant(in: zone).rfc3339 == "2026-07-01T14:00:00Z")
    #expect(WrittenLiteral.dateTime("2026-07-01 15:00")?.instant(in: zone).rfc3339 == "2026-07-01T14:00:00Z")
    #expect(WrittenLiteral.dateTime("2026-07-01T15:00:00Z")?.instant(in: zone).rfc3339 == "2026-07-01T15:00:00Z")
    #expect(WrittenLiteral.dateTime("tomorrow") == nil)
  }

  @Test("numbers and truth")
  func numbers() {
    #expect(WrittenLiteral.integer("-5") == -5)
    #expect(["", "-", "+5", "5.0", "0x5", "1e3", "1_000", "９", "9223372036854775808"].compactMap(WrittenLiteral.integer) == [])
    #expect(WrittenLiteral.number("-0.5") == -0.5)
    #expect(WrittenLiteral.number("12") == 12)
    #expect(["", "-", ".5", "5.", "1e3", "nan", "inf", "0x1p3", "1,5"].compactMap(WrittenLiteral.number) == [])
    #expect(WrittenLiteral.boolean("true") == true)
    #expect(WrittenLiteral.boolean("yes") == nil)
  }
}
