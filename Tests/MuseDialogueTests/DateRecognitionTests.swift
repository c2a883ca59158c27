import MuseExpression
import Testing

@Suite("Days are recognised")
struct DateRecognitionTests {
  @Test(
    "a day is counted from the day of the message, a Wednesday",
    arguments: [
      ("today", "2026-11-25"), ("tomorrow", "2026-11-26"), ("tomorow", "2026-11-26"), ("the day after tomorrow", "2026-11-27"),
      ("yesterday", "2026-11-24"), ("in 3 days", "2026-11-28"), ("three days from now", "2026-11-28"),
      ("3 days ago", "2026-11-22"),
      ("in a week", "2026-12-02"), ("in two weeks", "2026-12-09"), ("in a month", "2026-12-25"),
    ])
  func relative(text: String, date: String) {
    #expect(RecognisedText.lines(text) == ["date \(date)"])
  }

  @Test(
    "a weekday is the next such day, in the next week with 'next'",
    arguments: [
      ("Friday", "2026-11-27"), ("on Friday", "2026-11-27"), ("this Friday", "2026-11-27"), ("next Friday", "2026-12-04"),
      ("Monday", "2026-11-30"), ("next Monday", "2026-11-30"), ("Friday next week", "2026-12-04"),
      ("next week on Tuesday", "2026-12-01"),
      ("Wednesday", "2026-12-02"), ("this Wednesday", "2026-11-25"), ("last Friday", "2026-11-20"), ("on Sat", "2026-11-28"),
      ("Monday week", "2026-12-07"), ("the first Monday in December", "2026-12-07"),
      ("the third Friday of January", "2027-01-15"),
    ])
  func weekdays(text: String, date: String) {
    #expect(RecognisedText.lines(text) == ["date \(date)"])
  }

  @Test(
    "a day of a month is the next one unless its year is said",
    arguments: [
      ("27 November", "2026-11-27"), ("November 27", "2026-11-27"), ("Nov 27th", "2026-11-27"),
      ("the 27th of November", "2026-11-27"),
      ("24 November", "2027-11-24"), ("25 November", "2026-11-25"), ("on the 27th", "2026-11-27"), ("27th", "2026-11-27"),
      ("on the 3rd", "2026-12-03"),
      ("27 Nov 2027", "2027-11-27"), ("November 27, 2027", "2027-11-27"), ("Friday 27 November", "2026-11-27"),
      ("Fri, Nov 27", "2026-11-27"), ("the twenty-seventh of November", "2026-11-27"), ("29 February", "2028-02-29"),
    ])
  func months(text: String, date: String) {
    #expect(RecognisedText.lines(text) == ["date \(date)"])
  }

  @Test(
    "the region says which of two numbers is the month; without one both stand",
    arguments: [
      ("12/01/2027", "en-GB", "date 2027-01-12"), ("12/01/2027", "en-US", "date 2027-12-01"),
      ("12/01/2027", "en", "date 2027-01-12 | date 2027-12-01"), ("03/03", "en", "date 2027-03-03"),
      ("11/27", "en-GB", "date 2026-11-27"),
      ("27/11", "en-US", "date 2026-11-27"), ("2026-12-01", "en", "date 2026-12-01"),
    ])
  func numeric(text: String, locale: String, expected: String) {
    #expect(RecognisedText.lines(text, locale: LocaleID(rawValue: locale)) == [expected])
  }

  @Test(
    "words that are also other words are no days",
    arguments: ["we sat down", "I may come", "the second one", "march on", "31 February"])
  func others(text: String) {
    #expect(RecognisedText.lines(text).filter { $0.hasPrefix("date") } == [])
  }
}
