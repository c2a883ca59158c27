import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("What lies close together is told apart")
struct NearbyAnswerTests {
  @Test(
    "a bare number at a time's question is an hour, though another slot holds numbers",
    arguments: [
      ("8", "start = ---- 08:00"), ("at 8", "start = ---- 08:00"), ("we are 8", "party = 8"),
      ("for six", "party = 6"),
    ])
  func hours(text: String, move: String) {
    #expect(SupperGraph.moves(text, asking: "start").first == move)
  }

  @Test(
    "a number that counts something else fills no slot that nobody asked for",
    arguments: [
      ("yes, two people", ["hurt = true"]), ("yes, my wife and 2 kids", ["hurt = true"]),
      ("yes, about 300 euros", ["hurt = true", "amount = 300.0"]),
    ])
  func counted(text: String, moves: [String]) {
    #expect(SupperGraph.moves(text, asking: "hurt") == moves)
  }

  @Test(
    "'the one' is a thing and no number",
    arguments: ["the set one", "this one", "the open one, please"])
  func pronouns(text: String) {
    #expect(!SupperGraph.moves(text, asking: "menu").contains { $0.hasPrefix("party") })
  }

  @Test("digits in a code fill no slot", arguments: ["yes, XY12", "yes, T-12", "yes, it was AB-77"])
  func codes(text: String) {
    #expect(SupperGraph.moves(text, asking: "hurt") == ["hurt = true"])
  }

  @Test(
    "of two things said with 'or' neither is taken",
    arguments: [
      ("2 or 3", "party", "party = 2|3"), ("for two or three", "party", "party = 2|3"),
      ("tomorrow at 3 or 4pm", "start", "start = 2026-11-26 15:00|2026-11-26 16:00"),
      ("tomorrow at 3 or 4", "start", "start = 2026-11-26 15:00|2026-11-26 16:00"),
      ("the set menu or the open menu?", "menu", "menu = 'set'|'open'"),
    ])
  func alternatives(text: String, slot: String, move: String) {
    #expect(SupperGraph.moves(text, asking: SlotID(rawValue: slot)) == [move])
  }

  @Test(
    "a day and an hour fill two slots that want them",
    arguments: [
      ("yesterday at 8 am", ["day = 2026-11-24", "clock = 08:00"]),
      ("at half past six in the evening on Sunday", ["day = 2026-11-22", "clock = 18:30"]),
    ])
  func bothHalves(text: String, moves: [String]) {
    #expect(Set(SupperGraph.moves(text, asking: "day")) == Set(moves))
  }

  @Test(
    "the slot's own condition decides whether a weekday or a date is the last one",
    arguments: [
      ("on Friday", "2026-11-20"), ("Wednesday", "2026-11-25"), ("20 December", "2025-12-20"),
      ("03/02", "2026-02-03|2026-03-02"),
      ("today", "2026-11-25"),
    ])
  func past(text: String, day: String) {
    #expect(SupperGraph.moves(text, asking: "day") == ["day = \(day)"])
  }

  @Test("what stands is made longer and shorter", arguments: [("make it 15 minutes longer", 45), ("10 minutes shorter", 20)])
  func lengths(text: String, minutes: Int) {
    #expect(Waits.moves(text, Waits.agree) == ["length = \(minutes)m"])
  }
}
