import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("The booking dialogues are understood")
struct BookingDialogueTests {
  private static let bob = "people = email='bob@example.com' id='bob@example.com' name='bob@example.com'"
  private static let eve = "people = email='eve@example.com' id='eve@example.com' name='eve@example.com'"

  @Test("the main conversation, line by line")
  func main() {
    #expect(Waits.moves("hi", Waits.beginning) == ["nonsense"])
    #expect(Waits.moves("I want to schedule a meeting with bob@example.com", Waits.triage) == ["intent book", Self.bob])
    #expect(Waits.moves("tomorrow at 3pm", Waits.details(asking: "start")) == ["start = 2026-11-26 15:00"])
    #expect(Waits.moves("30 minutes", Waits.details(asking: "title")) == ["length = 30m"])
    #expect(Waits.moves("call it Design review", Waits.details(asking: "title")) == ["title = 'Design review'"])
    #expect(Waits.moves("yes", Waits.agree) == ["agree"])
  }

  @Test("everything in one message")
  func oneMessage() {
    let text = "book a 45 minute meeting called Budget talk with eve@example.com on Friday at 10am"
    let moves = ["intent book", "length = 45m", "title = 'Budget talk'", Self.eve, "start = 2026-11-27 10:00"]
    #expect(Waits.moves(text, Waits.beginning) == moves)
  }

  @Test(
    "requests bring their values",
    arguments: [
      ("can you set up something with Ann tomorrow", ["intent book", "people = \"Ann\"", "start = 2026-11-26 --:--"]),
      ("plan the budget review at the Ritz", ["intent book", "title = 'the budget review'", "place = 'the Ritz'"]),
      ("book a meeting", ["intent book"]), ("move my meeting", ["intent move"]),
      ("book a meeting tomorrow with Ann at 3pm", ["intent book", "start = 2026-11-26 15:00", "people = \"Ann\""]),
      (
        "schedule a design review with Ann, Bob and Eve next Monday from 2 to 4",
        [
          "intent book", "title = 'design review'", "people = \"Ann\"", "people = \"Bob\"", "people = \"Eve\"",
          "start = 2026-11-30 14:00", "length = 120m",
        ]
      ),
      ("book \"Cancel the old contracts\" with Ann", ["intent book", "title = 'Cancel the old contracts'", "people = \"Ann\""]),
      ("reschedule the design review to 4pm", ["intent move", "meeting = \"design review\"", "start = ---- 16:00"]),
      ("move the standup from 2 to 4", ["intent move", "meeting = \"standup\"", "start = ---- 16:00"]),
      ("push the standup to Friday", ["intent move", "meeting = \"standup\"", "start = 2026-11-27 --:--"]),
      ("move the standup from Friday to Monday", ["intent move", "meeting = \"standup\"", "start = 2026-11-30 --:--"]),
      ("cancel the standup", ["intent call_off", "meeting = \"standup\""]),
      ("cancel the standup tomorrow", ["intent call_off", "meeting = \"standup\""]),
      ("cancel tomorrow's standup", ["intent call_off", "meeting = \"standup\""]), ("call it off", ["intent call_off"]),
      ("move it to 4pm", ["intent move", "start = ---- 16:00"]),
      ("move the meeting with Ann to 4pm", ["intent move", "meeting = \"meeting with Ann\"", "start = ---- 16:00"]),
      (
        "book a meeting called Cancel the old contracts with bob@example.com tomorrow at 3",
        ["intent book", "title = 'Cancel the old contracts'", bob, "start = 2026-11-26 15:00"]
      ),
      (
        "book a meeting called Meet Carol with Bob tomorrow at 3",
        ["intent book", "title = 'Meet Carol'", "people = \"Bob\"", "start = 2026-11-26 15:00"]
      ),
      ("book a meeting called Plan for Friday with Bob", ["intent book", "title = 'Plan for Friday'", "people = \"Bob\""]),
      (
        "book a meeting called Sync with Bob on Friday",
        ["intent book", "title = 'Sync'", "people = \"Bob\"", "start = 2026-11-27 --:--"]
      ),
      (
        "book a meeting called Sync for Friday at 3 with Bob",
        ["intent book", "title = 'Sync'", "start = 2026-11-27 15:00", "people = \"Bob\""]
      ),
      (
        "book a meeting called \"Plan with Bob for Friday\" tomorrow at 3pm",
        ["intent book", "title = 'Plan with Bob for Friday'", "start = 2026-11-26 15:00"]
      ),
      ("book a meeting called Kick-off", ["intent book", "title = 'Kick-off'"]),
      ("call off the design review", ["intent call_off", "meeting = \"design review\""]),
      ("what's on my calendar tomorrow?", ["intent agenda", "day = 2026-11-26"]),
      ("what do I have on Monday", ["intent agenda", "day = 2026-11-30"]), ("what can you do?", ["intent about"]),
      ("that's all, thanks", ["intent finish"]), ("bye", ["intent finish"]),
    ])
  func requests(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.triage) == moves)
  }

  @Test("two intents in one message")
  func twoIntents() {
    #expect(
      Waits.moves("book a meeting with Ann tomorrow at 3 and show my agenda", Waits.triage)
        == ["intent book", "people = \"Ann\"", "start = 2026-11-26 15:00", "intent agenda"])
  }

  @Test(
    "a bare value is the one intent that marks its slot",
    arguments: [
      ("30 minutes", ["intent book", "length = 30m"]), ("bob@example.com", ["intent book", bob]), ("tomorrow", ["nonsense"]),
      ("tomorrow at 3", ["nonsense"]),
    ])
  func bareValues(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.triage) == moves)
  }

  @Test(
    "repairs at an open classify, where an intent comes first",
    arguments: [
      ("help", ["help"]), ("start over", ["start over"]), ("never mind", ["cancel"]), ("say that again", ["repeat"]),
      ("cancel the standup", ["intent call_off", "meeting = \"standup\""]),
    ])
  func repairs(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.triage) == moves)
  }
}
