import MuseExpression
import Testing

@Suite("Instants, dates and times")
struct InstantTests {
  @Test(
    "an instant prints what it reads",
    arguments: [
      "1970-01-01T00:00:00Z", "2026-11-27T15:00:00Z", "2026-11-27T15:00:00.5Z", "2026-11-27T15:00:00.000000001Z",
      "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.9Z", "2024-02-29T00:00:00Z",
    ])
  func roundTrip(text: String) {
    #expect(Instant(rfc3339: text)?.rfc3339 == text)
  }

  @Test(
    "an offset is counted off",
    arguments: [
      ("2026-11-27T15:00:00+01:00", "2026-11-27T14:00:00Z"), ("2026-11-27T15:00:00-08:30", "2026-11-27T23:30:00Z"),
      ("2026-11-27t15:00:00z", "2026-11-27T15:00:00Z"), ("2026-11-27T15:00:00.1234567899Z", "2026-11-27T15:00:00.123456789Z"),
    ])
  func offsets(text: String, utc: String) {
    #expect(Instant(rfc3339: text)?.rfc3339 == utc)
  }

  @Test(
    "what is no instant is not read",
    arguments: [
      "", "2026", "2026-11-27", "2026-11-27T15:00Z", "2026-11-27T15:00:00", "2026-11-27 15:00:00Z", "2026-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z", "2026-11-27T24:00:00Z", "2026-11-27T15:60:00Z", "2026-11-27T15:00:60Z", "2026-11-27T15:00:00.Z",
      "2026-11-27T15:00:00Zx", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00",
      "２０２６-11-27T15:00:00Z", "2026-11-27T15:00:00+1:00", "+2026-11-27T15:00:00Z",
    ])
  func unreadable(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("sums and differences stay in range or are nil")
  func arithmetic() throws {
    let start = try #require(Instant(rfc3339: "2026-11-27T15:00:00.75Z"))
    #expect(start.adding(.seconds(90))?.rfc3339 == "2026-11-27T15:01:30.75Z")
    #expect(start.adding(.milliseconds(-1750))?.rfc3339 == "2026-11-27T14:59:59Z")
    #expect(start.adding(.milliseconds(250))?.rfc3339 == "2026-11-27T15:00:01Z")
    #expect(start.since(Instant(seconds: 0))?.secondsText == "1795791600.75s")
    #expect(Instant(seconds: 0).since(start)?.secondsText == "-1795791600.75s")
    #expect(Instant.latest.adding(.nanoseconds(1)) == nil)
    #expect(Instant.earliest.adding(.nanoseconds(-1)) == nil)
    #expect(Instant(seconds: .max).adding(.seconds(Int64.max)) == nil)
    #expect(Instant(seconds: .min).since(Instant(seconds: .max)) == nil)
    #expect(Duration.seconds(315_576_000_000).adding(.nanoseconds(1)) == nil)
    #expect(Duration.seconds(Int64.max).subtracting(.seconds(Int64.min)) == nil)
    #expect(Instant(millisecondsSince1970: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
    #expect(Instant(millisecondsSince1970: .max) == .latest)
  }

  @Test("a date and a time print what they read")
  func civil() {
    #expect(CivilDate(iso: "2026-11-27")?.iso == "2026-11-27")
    #expect(CivilDate(iso: "2026-11-27") == CivilDate(year: 2026, month: 11, day: 27))
    #expect(CivilDate(iso: "2026-11-7") == nil)
    #expect(CivilDate(iso: "2026-02-30") == nil)
    #expect(TimeOfDay(iso: "15:00")?.iso == "15:00:00")
    #expect(TimeOfDay(iso: "15:00:30") == TimeOfDay(hour: 15, minute: 0, second: 30))
    #expect(TimeOfDay(iso: "24:00") == nil)
    #expect(TimeOfDay(iso: "3:00") == nil)
    #expect(CivilDateTime(iso: "2026-11-27 15:00")?.iso == "2026-11-27T15:00:00")
    #expect(CivilDateTime(iso: "2026-11-27") == nil)
  }

  @Test("days count on without end")
  func days() {
    let start = CivilDate(year: 1, month: 1, day: 1)
    var date = start
    for number in 0..<4000 {
      #expect(date.dayNumber == start.dayNumber + number * 997)
      #expect(CivilDate(dayNumber: date.dayNumber) == date)
      date = date.adding(days: 997)
    }
    #expect(CivilDate(year: 2026, month: 11, day: 27).weekday == .friday)
    #expect(CivilDate(year: 2026, month: 1, day: 31).adding(months: 1) == CivilDate(year: 2026, month: 2, day: 28))
    #expect(CivilDate(year: 2026, month: 1, day: 31).adding(months: -2) == CivilDate(year: 2025, month: 11, day: 30))
    _ = CivilDate(year: .max, month: 1, day: 1).adding(days: .max)
    _ = CivilDate(year: .min, month: 1, day: 1).adding(months: .min)
  }
}
