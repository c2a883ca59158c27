import Testing

@Suite("Clock times are recognised")
struct ClockRecognitionTests {
  @Test(
    "a time with its half of the day is one time",
    arguments: [
      ("3pm", "15:00"), ("3 pm", "15:00"), ("3 p.m.", "15:00"), ("3p", "15:00"), ("15:30", "15:30"), ("03:30", "03:30"),
      ("10.30am", "10:30"),
      ("3:30:15 pm", "15:30:15"), ("12am", "00:00"), ("12pm", "12:00"), ("noon", "12:00"), ("midnight", "00:00"),
      ("at 1530", "15:30"),
      ("15h30", "15:30"), ("8 in the evening", "20:00"), ("at 3 in the morning", "03:00"), ("17:00", "17:00"),
    ])
  func definite(text: String, time: String) {
    #expect(RecognisedText.lines(text) == ["time \(time)"])
  }

  @Test(
    "a bare hour is in the working day first",
    arguments: [
      ("at 3", "15:00", "03:00"), ("at 8", "08:00", "20:00"), ("at 11", "11:00", "23:00"), ("at 12", "12:00", "00:00"),
      ("at 7", "19:00", "07:00"), ("3 o'clock", "15:00", "03:00"), ("at three", "15:00", "03:00"),
      ("at ten thirty", "10:30", "22:30"),
      ("half past three", "15:30", "03:30"), ("quarter to 4", "15:45", "03:45"), ("a quarter past ten", "10:15", "22:15"),
      ("ten past five", "17:10", "05:10"), ("9:00", "09:00", "21:00"),
    ])
  func open(text: String, first: String, second: String) {
    #expect(RecognisedText.lines(text) == ["time \(first) | time \(second)"])
  }

  @Test(
    "a day and a time are joined in either order",
    arguments: [
      ("tomorrow at 3pm", "2026-11-26 15:00"), ("3pm tomorrow", "2026-11-26 15:00"), ("Friday, 15:30", "2026-11-27 15:30"),
      ("tomorrow morning at 9", "2026-11-26 09:00"), ("at 8 tomorrow evening", "2026-11-26 20:00"),
      ("tonight at 8", "2026-11-25 20:00"),
      ("2026-11-27T15:30", "2026-11-27 15:30"), ("in 30 minutes", "2026-11-25 10:30"), ("in two hours", "2026-11-25 12:00"),
      ("2026-12-03T09:00:00+02:00", "2026-12-03 07:00"), ("2027-07-03T09:00:00Z", "2027-07-03 10:00"),
      ("2026-12-03T23:30-01:00", "2026-12-04 00:30"), ("November 27, 2027 at 3pm", "2027-11-27 15:00"),
      ("at noon on the 27th", "2026-11-27 12:00"),
    ])
  func joined(text: String, moment: String) {
    #expect(RecognisedText.lines(text) == ["datetime \(moment)"])
  }

  @Test(
    "numbers that count something are no times",
    arguments: ["at 3 Main Street", "around 20 people", "for 5 people", "by 5%", "3 apples"])
  func others(text: String) {
    #expect(RecognisedText.lines(text).filter { $0.hasPrefix("time") } == [])
  }
}
