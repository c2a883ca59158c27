import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("Changes, additions and other things are understood at a confirmation")
struct ChangeTests {
  @Test(
    "a change without its value",
    arguments: [
      ("change the time", "start"), ("rename it", "title"), ("different time", "start"), ("a different time, please", "start"),
      ("another day", "start"), ("I want to change the title", "title"), ("can we change the people?", "people"),
      ("the time is wrong", "start"), ("wrong day", "start"), ("edit the place", "place"), ("change the length", "length"),
      ("the duration", "length"), ("somewhere else", "place"), ("change the start please", "start"),
      ("the title is not right", "title"),
    ])
  func reopened(text: String, slot: String) {
    #expect(Waits.moves(text, Waits.agree) == ["reopen \(slot)"])
  }

  @Test(
    "beside an answer",
    arguments: [("no, the time is wrong", ["refuse", "reopen start"]), ("no, change the title", ["refuse", "reopen title"])])
  func besideAnswers(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agree) == moves)
  }

  @Test("a yes beside it does not agree", arguments: ["yes, but a different time", "yes, change the title", "ok, another day"])
  func noYes(text: String) {
    #expect(!Waits.moves(text, Waits.agree).contains("agree"))
    #expect(Waits.moves(text, Waits.agree).contains { $0.hasPrefix("reopen") })
  }

  @Test(
    "more than the name of a slot is no such change",
    arguments: [
      "the time is right", "the place is nice", "do not change the time", "what is the time?",
      "change the time to whenever Bob can",
    ])
  func others(text: String) {
    #expect(!Waits.moves(text, Waits.agree).contains { $0.hasPrefix("reopen") })
  }

  @Test(
    "a yes and a second wish with values of its own",
    arguments: [
      ("yes. Also book one with Carol on Friday", ["agree", "intent book", "people = \"Carol\"", "start = 2026-11-27 --:--"]),
      (
        "yes, and book another one with Carol and Dave on Friday",
        ["agree", "intent book", "people = \"Carol\"", "people = \"Dave\"", "start = 2026-11-27 --:--"]
      ), ("yes. What is on tomorrow?", ["agree", "intent agenda", "day = 2026-11-26"]),
      ("also book one with Carol on Friday", ["intent book", "people = \"Carol\"", "start = 2026-11-27 --:--"]),
      ("yes and move the standup to 5", ["intent move", "meeting = \"standup\"", "start = ---- 17:00"]),
      ("yes, what is on tomorrow?", ["intent agenda", "day = 2026-11-26"]),
    ])
  func secondWish(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agree) == moves)
  }

  @Test("what a second wish says lies within its span")
  func spans() {
    let moves = MeetingGraph.understander.moves(
      in: "yes. Also book one with Carol on Friday", awaiting: Waits.agree, now: MeetingGraph.now, zone: MeetingGraph.london,
      locale: "en-GB")
    #expect(moves.map(\.span) == [0..<3, 5..<39, 24..<29, 30..<39])
  }

  @Test(
    "a denied change is none",
    arguments: [
      ("don't move it to 4pm", ["refuse"]), ("no, don't push it to Friday", ["refuse"]),
      ("don't invite Bob", ["people - \"Bob\""]),
    ])
  func denied(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agree) == moves)
  }

  @Test(
    "another thing than the one found",
    arguments: [
      ("no, the budget talk", ["refuse", "meeting = \"budget talk\""]), ("the budget talk", ["meeting = \"budget talk\""]),
      ("I meant the standup", ["meeting = \"standup\""]),
      ("No, I mean Design review.", ["refuse", "meeting = \"Design review\""]),
      ("no, the other one", ["refuse"]), ("no", ["refuse"]),
    ])
  func otherThing(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agreeCallOff) == moves)
  }

  @Test(
    "people come and go",
    arguments: [
      ("also invite Eve", ["people + \"Eve\""]), ("add Eve too", ["people + \"Eve\""]), ("not Bob", ["people - \"Bob\""]),
      ("without Bob", ["people - \"Bob\""]), ("Eve instead of Bob", ["people + \"Eve\"", "people - \"Bob\""]),
      ("only Eve", ["people := \"Eve\""]), ("remove the second one", ["people - id='carol' name='Carol'"]),
      ("drop the last one", ["people - id='carol' name='Carol'"]), ("only the first", ["people := id='bob' name='Bob'"]),
      ("replace Bob with Eve", ["people - \"Bob\"", "people + \"Eve\""]),
      ("swap Carol for Eve", ["people - \"Carol\"", "people + \"Eve\""]),
      ("Bob can't come", ["people - \"Bob\""]), ("take Bob off", ["people - \"Bob\""]),
      ("Eve and not Bob", ["people + \"Eve\"", "people - \"Bob\""]),
      ("without Bob and Carol", ["people - \"Bob\"", "people - \"Carol\""]),
      ("uninvite Bob, add Eve", ["people - \"Bob\"", "people + \"Eve\""]), ("invite Eve as well", ["people + \"Eve\""]),
      ("and Eve", ["people + \"Eve\""]), ("no, Eve", ["refuse", "people = \"Eve\""]),
    ])
  func people(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agreeForTwo) == moves)
  }

  @Test(
    "at a wait, where nothing is asked, a change is a change as anywhere",
    arguments: ["make it 4 pm", "call it Ball", "change the time", "with Carol too"])
  func atWait(text: String) {
    let pause = Awaiting(question: .wait, slots: Waits.slots(Waits.known), digressions: ["about"])
    let moves = Waits.moves(text, pause)
    #expect(moves == Waits.moves(text, Waits.agree))
    #expect(!moves.contains("nonsense"))
  }

  @Test("what is no change means nothing at a wait", arguments: ["thanks", "lovely weather here", "ok"])
  func nothingAtWait(text: String) {
    let pause = Awaiting(question: .wait, slots: Waits.slots(Waits.known), digressions: ["about"])
    #expect(!Waits.moves(text, pause).contains { $0.contains("=") || $0.hasPrefix("reopen") })
  }
}
