import Testing

@Suite("German days, times and numbers are recognised")
struct GermanRecognitionTests {
  @Test(
    "days, counted from a Wednesday",
    arguments: [
      ("heute", "2026-11-25"), ("morgen", "2026-11-26"), ("übermorgen", "2026-11-27"), ("uebermorgen", "2026-11-27"),
      ("am Freitag", "2026-11-27"), ("nächsten Dienstag", "2026-12-01"), ("am nächsten Dienstag", "2026-12-01"),
      ("kommenden Freitag", "2026-11-27"), ("diesen Freitag", "2026-11-27"), ("am 3. Mai", "2027-05-03"),
      ("3. Mai 2028", "2028-05-03"),
      ("den 27. November", "2026-11-27"), ("27.11.2026", "2026-11-27"), ("3.5.", "2027-05-03"), ("am 3.12.", "2026-12-03"),
      ("am dritten Mai", "2027-05-03"), ("am 1. Advent", "2026-11-29"), ("an Heiligabend", "2026-12-24"),
      ("in zwei Wochen", "2026-12-09"),
      ("in drei Tagen", "2026-11-28"), ("vor drei Tagen", "2026-11-22"), ("Freitag in einer Woche", "2026-12-04"),
      ("nächste Woche Dienstag", "2026-12-01"), ("Freitag, den 27. November", "2026-11-27"), ("am 27.", "2026-11-27"),
      ("am einundzwanzigsten Dezember", "2026-12-21"), ("letzten Freitag", "2026-11-20"), ("am Do", "2026-11-26"),
      ("3. Dez.", "2026-12-03"),
      ("heute in acht Tagen", "2026-12-02"), ("am letzten Freitag im Januar", "2027-01-29"),
      ("am 28. Februar 2027", "2027-02-28"),
    ])
  func days(text: String, date: String) {
    #expect(GermanGraph.lines(text) == ["date \(date)"])
  }

  @Test(
    "clock times",
    arguments: [
      ("um 15 Uhr", "time 15:00"), ("15 Uhr 30", "time 15:30"), ("15:30 Uhr", "time 15:30"), ("15.30 Uhr", "time 15:30"),
      ("um 15:30", "time 15:30"), ("halb vier", "time 15:30 | time 03:30"), ("um halb 9", "time 08:30 | time 20:30"),
      ("Viertel nach drei", "time 15:15 | time 03:15"), ("viertel vor vier", "time 15:45 | time 03:45"),
      ("dreiviertel vier", "time 15:45 | time 03:45"), ("viertel vier", "time 15:15 | time 03:15"),
      ("fünf vor halb vier", "time 15:25 | time 03:25"), ("fünf nach halb vier", "time 15:35 | time 03:35"),
      ("zehn nach drei", "time 15:10 | time 03:10"), ("zwanzig vor fünf", "time 16:40 | time 04:40"),
      ("um drei", "time 15:00 | time 03:00"),
      ("gegen 9 Uhr", "time 09:00 | time 21:00"), ("ein Uhr", "time 13:00 | time 01:00"), ("um acht Uhr abends", "time 20:00"),
      ("um 8 Uhr morgens", "time 08:00"), ("mittags", "time 12:00"), ("um Mitternacht", "time 00:00"),
      ("abends um acht", "time 20:00"),
      ("3 Uhr nachmittags", "time 15:00"), ("um 15 Uhr MEZ", "time 15:00"), ("15 Uhr Londoner Zeit", "time 16:00"),
      ("24 Uhr", "time 00:00"),
    ])
  func clocks(text: String, expected: String) {
    #expect(GermanGraph.lines(text) == [expected])
  }

  @Test(
    "a day and a time are joined",
    arguments: [
      ("morgen um 15 Uhr", "2026-11-26 15:00"), ("am Freitag um halb vier", "2026-11-27 15:30"),
      ("übermorgen um 9:30", "2026-11-27 09:30"),
      ("morgen früh um 8", "2026-11-26 08:00"), ("morgen Abend um 8", "2026-11-26 20:00"),
      ("heute Abend um acht", "2026-11-25 20:00"),
      ("Freitagabend um 8", "2026-11-27 20:00"), ("um 10 Uhr am Montag", "2026-11-30 10:00"),
      ("in einer Stunde", "2026-11-25 11:00"),
      ("in anderthalb Stunden", "2026-11-25 11:30"), ("am 3. Mai um 15 Uhr 30", "2027-05-03 15:30"),
      ("morgen Mittag", "2026-11-26 12:00"),
      ("27.11.2026, 14:00", "2026-11-27 14:00"), ("am Freitag, dem 27.11., um 10", "2026-11-27 10:00"),
      ("vor einer Stunde", "2026-11-25 09:00"),
    ])
  func moments(text: String, moment: String) {
    #expect(GermanGraph.lines(text).first?.hasPrefix("datetime \(moment)") == true, "\(GermanGraph.lines(text))")
    #expect(GermanGraph.lines(text).count == 1)
  }

  @Test(
    "lengths",
    arguments: [
      ("30 Minuten", 1800), ("eine Stunde", 3600), ("anderthalb Stunden", 5400), ("eineinhalb Stunden", 5400),
      ("eine halbe Stunde", 1800),
      ("eine Viertelstunde", 900), ("eine Dreiviertelstunde", 2700), ("zweieinhalb Stunden", 9000), ("1,5 Stunden", 5400),
      ("2 Std.", 7200),
      ("1 Stunde 15 Minuten", 4500), ("eine Stunde und zehn Minuten", 4200), ("90 Min", 5400), ("zwei Tage", 172_800),
      ("1h30", 5400),
      ("drei Wochen", 1_814_400), ("für zwei Stunden", 7200), ("fünfundvierzig Minuten", 2700), ("zwei Stunden lang", 7200),
    ])
  func durations(text: String, seconds: Int) {
    #expect(GermanGraph.lines(text) == ["duration \(seconds)"])
  }

  @Test(
    "ranges",
    arguments: [
      ("von Montag bis Freitag", "days 2026-11-30..<2026-12-05"), ("vom 3. bis 5. Mai", "days 2027-05-03..<2027-05-06"),
      ("vom 3. bis zum 5. Mai", "days 2027-05-03..<2027-05-06"), ("3.-5. Mai", "days 2027-05-03..<2027-05-06"),
      ("nächste Woche", "days 2026-11-30..<2026-12-07"), ("diese Woche", "days 2026-11-23..<2026-11-30"),
      ("am Wochenende", "days 2026-11-28..<2026-11-30"), ("nächsten Monat", "days 2026-12-01..<2027-01-01"),
      ("im Mai", "days 2027-05-01..<2027-06-01"), ("zwischen 2 und 4", "times 14:00..<16:00"),
      ("von 9 bis 17 Uhr", "times 09:00..<17:00"),
      ("14-16 Uhr", "times 14:00..<16:00"), ("morgen von 2 bis 4", "moments 2026-11-26 14:00..<2026-11-26 16:00"),
      ("von halb drei bis vier", "times 14:30..<16:00"), ("Ende Dezember", "days 2026-12-21..<2027-01-01"),
    ])
  func ranges(text: String, expected: String) {
    #expect(GermanGraph.lines(text) == [expected])
  }

  @Test(
    "numbers in words up to a million",
    arguments: [
      ("eins", 1), ("zwölf", 12), ("zwoelf", 12), ("siebzehn", 17), ("einundzwanzig", 21), ("fünfundvierzig", 45),
      ("neunundneunzig", 99),
      ("hundert", 100), ("hundertfünf", 105), ("zweihundert", 200), ("dreihunderteinundzwanzig", 321), ("tausend", 1000),
      ("eintausendzweihundert", 1200), ("fünfundzwanzigtausend", 25000), ("dreihunderttausend", 300_000),
      ("neunhundertneunundneunzigtausendneunhundertneunundneunzig", 999_999), ("eine Million", 1_000_000), ("1.234", 1234),
      ("1.234,5", 1234.5), ("minus fünf", -5), ("ein Dutzend", 12), ("zwei Millionen", 2_000_000), ("anderthalb", 1.5),
    ])
  func numbers(text: String, number: Double) {
    #expect(GermanGraph.lines(text) == ["number \(number)"])
  }

  @Test(
    "words that only look like values are none",
    arguments: ["so ist das", "ich mache mir Sorgen", "der zweite", "das ist nicht gut", "am besten", "ein Mann", "wie viel Uhr"])
  func others(text: String) {
    #expect(GermanGraph.lines(text).filter { !$0.hasPrefix("ordinal") } == [])
  }
}
