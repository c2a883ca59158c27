import MuseDefinition
import Testing

@Suite("Repairs are understood in many words")
struct RepairTests {
  @Test(
    "at a question and at a confirmation",
    arguments: [
      ("skip that", "skip"), ("I'd rather not say", "skip"), ("next question", "skip"), ("can we skip that?", "skip"),
      ("say that again", "repeat"), ("pardon?", "repeat"), ("sorry, what?", "repeat"),
      ("could you repeat that please?", "repeat"),
      ("I didn't catch that", "repeat"), ("what do you mean?", "help"), ("what can I say?", "help"),
      ("I don't understand", "help"),
      ("help!", "help"), ("start over", "start over"), ("let's start from scratch", "start over"),
      ("back to the beginning", "start over"),
      ("cancel", "cancel"), ("never mind", "cancel"), ("forget about it", "cancel"), ("I don't want this anymore", "cancel"),
      ("stop it please", "cancel"), ("I've changed my mind", "cancel"),
    ])
  func repairs(text: String, move: String) {
    #expect(Waits.moves(text, Waits.details(asking: "start")) == [move])
    #expect(Waits.moves(text, Waits.agree) == [move])
  }

  @Test("silence is no message, and an empty one is nonsense", arguments: ["", "   ", "...", "\n"])
  func empty(text: String) {
    #expect(Waits.moves(text, Waits.details(asking: "start")) == ["nonsense"])
  }

  @Test(
    "a request that is denied is not begun",
    arguments: [
      "don't book a meeting", "I don't want to book a meeting", "please do not schedule anything", "never book a meeting",
      "do not move my meeting", "I do not need a meeting", "don't cancel the standup",
    ])
  func denied(text: String) {
    #expect(Waits.moves(text, Waits.triage) == ["refuse"])
  }

  @Test(
    "a question with a negation in it asks for it",
    arguments: [
      "why don't you book a meeting with Ann", "can't you book a meeting with Ann", "don't forget to book a meeting with Ann",
    ])
  func rhetorical(text: String) {
    #expect(Waits.moves(text, Waits.triage) == ["intent book", "people = \"Ann\""])
  }
}
