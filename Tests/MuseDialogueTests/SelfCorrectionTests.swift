import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("What is put right within a message counts")
struct SelfCorrectionTests {
  @Test(
    "a later value of its kind takes the place of the first",
    arguments: [
      ("tomorrow at 3 - no, 4", ["start = 2026-11-26 16:00"]),
      ("tomorrow at 3, sorry, Friday", ["start = 2026-11-27 15:00"]),
      ("with Bob, no wait, with Carol", ["people = \"Carol\""]),
      ("for an hour, I mean two hours", ["length = 120m"]),
      ("Friday, actually Saturday", ["start = 2026-11-28 --:--"]),
      ("with Bob, actually also with Carol", ["people = \"Bob\"", "people + \"Carol\""]),
    ])
  func corrected(text: String, moves: [String]) {
    #expect(Waits.moves("book a meeting " + text, Waits.triage) == ["intent book"] + moves)
  }

  @Test(
    "who is meant instead of somebody comes",
    arguments: [
      ("no, not Bob, Eve", ["people - \"Bob\"", "people + \"Eve\""]),
      ("not Bob but Eve", ["people - \"Bob\"", "people + \"Eve\""]),
      ("without Bob and Carol", ["people - \"Bob\"", "people - \"Carol\""]),
    ])
  func instead(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agreeForTwo).filter { $0.hasPrefix("people") } == moves)
  }

  @Test("the verb of another request is nobody's name")
  func verbs() {
    #expect(
      !Waits.moves("book a meeting with Bob and cancel the standup", Waits.triage).contains {
        $0.contains("cancel\"")
      })
  }

  @Test("of two people one of whom is meant nobody is taken", arguments: ["Bob or Carol", "with Bob or Carol"])
  func alternatives(text: String) {
    #expect(!Waits.moves(text, Waits.details(asking: "people")).contains { $0.hasPrefix("people") })
    #expect(!Waits.moves("book a meeting " + text, Waits.triage).contains { $0.hasPrefix("people") })
  }

  @Test("several names behind one word go together")
  func lists() {
    #expect(
      Waits.moves("remove Bob and Carol", Waits.agreeForTwo).filter { $0.hasPrefix("people") }
        == ["people - \"Bob\"", "people - \"Carol\""])
  }

  @Test("what is denied is no place")
  func denied() {
    #expect(Waits.moves("not at 3, at 4", Waits.agree) == ["start = ---- 16:00"])
  }

  @Test("a quoted title behind its name")
  func quoted() {
    let moves = Waits.moves("book a half-hour meeting tomorrow at 3, title \"Budget: round 2\"", Waits.triage)
    #expect(moves.contains("title = 'Budget: round 2'"))
  }

  @Test("the 'no' of a slip is no answer", arguments: ["at 4, no, at 5", "at 4, no wait, at 5"])
  func slips(text: String) {
    #expect(Waits.moves(text, Waits.agree) == ["start = ---- 17:00"])
  }
}
