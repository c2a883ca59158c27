import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("What comes again and again, or lasts longer than a day, is no single day")
struct ManyDaysTests {
  @Test(
    "recurring times",
    arguments: [
      ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
      ("every other Friday at 9am", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;TIME=09:00:00"),
      ("each week", "FREQ=WEEKLY"), ("every day at 7:13 p.m.", "FREQ=DAILY;TIME=19:13:00"),
      ("on Tuesdays", "FREQ=WEEKLY;BYDAY=TU"),
      ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"),
      ("every Monday and Thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
      ("every night", "FREQ=DAILY;POD=night"), ("each quarter", "FREQ=MONTHLY;INTERVAL=3"),
      ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ])
  func recurring(text: String, rule: String) {
    #expect(RecognisedText.lines(text) == ["set \(rule)"])
  }

  @Test(
    "in German",
    arguments: [
      ("jeden Montag um 10 Uhr", "FREQ=WEEKLY;BYDAY=MO;TIME=10:00:00"),
      ("alle zwei Wochen", "FREQ=WEEKLY;INTERVAL=2"),
      ("jeden zweiten Freitag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
      ("dienstags", "FREQ=WEEKLY;BYDAY=TU"), ("täglich", "FREQ=DAILY"),
    ])
  func german(text: String, rule: String) {
    #expect(GermanGraph.lines(text) == ["set \(rule)"])
  }

  @Test("the weekly report is a thing", arguments: ["the weekly report", "the daily standup"])
  func things(text: String) {
    #expect(RecognisedText.lines(text) == [])
  }

  @Test(
    "a slot of one day takes none of them, and is told why",
    arguments: [
      ("every Monday at 10", "recurring"), ("next week", "stretch"), ("on Fridays", "recurring"),
      ("this month", "stretch"),
    ])
  func told(text: String, why: String) {
    #expect(Waits.moves(text, Waits.details(asking: "start")) == ["start = many days: \(why)"])
  }

  @Test("a wish with such a time")
  func wishes() {
    #expect(
      Waits.moves("set up a call every Monday at 10 with Bob", Waits.triage) == [
        "intent book", "start = many days: recurring", "people = \"Bob\"",
      ])
    #expect(
      Waits.moves("show my agenda for next week", Waits.triage) == [
        "intent agenda", "day = many days: stretch",
      ])
  }

  @Test("a title may hold them")
  func titles() {
    #expect(
      Waits.moves("Plans for next week", Waits.details(asking: "title")) == [
        "title = 'Plans for next week'"
      ])
  }
}
