import Testing

@Suite("Durations, ranges and numbers are recognised")
struct QuantityRecognitionTests {
  @Test(
    "a duration is in seconds",
    arguments: [
      ("30 minutes", 1800), ("45 minute", 2700), ("45-minute", 2700), ("an hour", 3600), ("half an hour", 1800),
      ("an hour and a half", 5400), ("one and a half hours", 5400), ("1.5 hours", 5400), ("2h", 7200), ("1h30", 5400),
      ("1h30m", 5400),
      ("90min", 5400), ("1 hour 15 minutes", 4500), ("an hour and 10 minutes", 4200), ("three quarters of an hour", 2700),
      ("a couple of hours", 7200), ("two days", 172_800), ("for 2 hours", 7200), ("a half hour", 1800),
    ])
  func durations(text: String, seconds: Int) {
    #expect(RecognisedText.lines(text) == ["duration \(seconds)"])
  }

  @Test(
    "a range ends before its end",
    arguments: [
      ("from 2 to 4", "times 14:00..<16:00"), ("from two to four", "times 14:00..<16:00"), ("2-4pm", "times 14:00..<16:00"),
      ("from five to six", "times 17:00..<18:00"), ("11am to 1", "times 11:00..<13:00"),
      ("between 10:00 and 11:30", "times 10:00..<11:30"), ("tomorrow from 2 to 4", "moments 2026-11-26 14:00..<2026-11-26 16:00"),
      ("from 9 to 5 on Friday", "moments 2026-11-27 09:00..<2026-11-27 17:00"),
      ("from Friday 3pm to Saturday 4pm", "moments 2026-11-27 15:00..<2026-11-28 16:00"),
      ("from Monday to Wednesday", "days 2026-11-30..<2026-12-03"), ("3-5 December", "days 2026-12-03..<2026-12-06"),
      ("Dec 3-5", "days 2026-12-03..<2026-12-06"), ("from 3 to 5 December", "days 2026-12-03..<2026-12-06"),
      ("between the 3rd and the 5th of December", "days 2026-12-03..<2026-12-06"), ("next week", "days 2026-11-30..<2026-12-07"),
      ("this week", "days 2026-11-23..<2026-11-30"),
      ("the weekend", "days 2026-11-28..<2026-11-30"), ("next month", "days 2026-12-01..<2027-01-01"),
      ("next year", "days 2027-01-01..<2028-01-01"),
    ])
  func ranges(text: String, expected: String) {
    #expect(RecognisedText.lines(text) == [expected])
  }

  @Test(
    "numbers in digits and words",
    arguments: [
      ("25", "number 25.0"), ("twenty five", "number 25.0"), ("twenty-five", "number 25.0"),
      ("two hundred and five", "number 205.0"),
      ("a thousand", "number 1000.0"), ("three hundred thousand and one", "number 300001.0"), ("1,234.5", "number 1234.5"),
      ("two and a half", "number 2.5"), ("a dozen", "number 12.0"), ("-3", "number -3.0"), ("minus five", "number -5.0"),
      ("3 hundred and 21", "number 321.0"), ("second", "ordinal 2"),
      ("twenty-first", "ordinal 21"), ("42nd", "ordinal 42"),
    ])
  func numbers(text: String, expected: String) {
    #expect(RecognisedText.lines(text) == [expected])
  }

  @Test(
    "a whole number that would be changed is not read",
    arguments: ["12345678901234567", "-9007199254740993", "9223372036854775808"])
  func tooLarge(text: String) {
    #expect(!RecognisedText.lines(text).contains { $0.hasPrefix("number") })
  }

  @Test("two numbers side by side stay two")
  func twoNumbers() {
    #expect(RecognisedText.lines("one two") == ["number 1.0", "number 2.0"])
  }
}
