import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("Intents are told apart by a few examples")
struct IntentTests {
  private func best(_ text: String) -> IntentID? { RecognisedText.analysis(text).intents.first?.intent }

  @Test(
    "requests in other words than the examples",
    arguments: [
      ("I want to schedule a meeting with bob@example.com", "book"),
      ("book a 45 minute meeting called Budget talk with eve@example.com on Friday at 10am", "book"),
      ("can you set up something with Ann tomorrow", "book"), ("I'd like to arrange a call with Ann on Friday", "book"),
      ("make an appointment with Ann", "book"), ("shedule a meeting with bob", "book"), ("I need to meet Bob next week", "book"),
      ("reschedule the design review to 4pm", "move"), ("can we push the standup back to 4", "move"),
      ("postpone the budget meeting until next Tuesday at 9", "move"), ("move my meeting", "move"),
      ("cancel the standup", "call_off"), ("cancle the standup", "call_off"), ("call off the design review", "call_off"),
      ("delete the standup", "call_off"), ("what's on my calendar tomorrow?", "agenda"), ("what do I have on Monday", "agenda"),
      ("show me my calendar", "agenda"), ("am I free tomorrow", "agenda"), ("what can you do?", "about"),
      ("what can you do for me", "about"), ("who are you?", "about"), ("that's all, thanks", "finish"), ("bye", "finish"),
      ("goodbye", "finish"),
    ])
  func requests(text: String, intent: String) {
    #expect(best(text)?.rawValue == intent)
  }

  @Test(
    "greetings, small talk and nonsense are none of them",
    arguments: [
      "hi", "hello there", "good morning", "the weather is nice", "asdf qwer", "how are you", "tell me a joke", "I like trains",
      "blue",
      "what is the capital of Spain", "my phone is broken", "lorem ipsum dolor sit amet", "yes", "no", "thanks",
      "tomorrow at 3pm",
      "30 minutes", "", "???", "12345", "play some jazz",
    ])
  func others(text: String) {
    #expect(best(text) == nil)
  }

  @Test("the same examples give the same scores")
  func deterministic() {
    let again = MeetingGraph.trainedAgain
    let text = "could you move the review to Friday"
    let scores = again.analyse(text, now: MeetingGraph.now, zone: MeetingGraph.london, locale: "en-GB")
    #expect(scores == RecognisedText.analysis(text))
  }

  @Test("a graph without intents, slots and examples is understood too")
  func emptyGraph() {
    #expect(
      MeetingGraph.empty.analyse("book a meeting", now: MeetingGraph.now, zone: .utc, locale: "en").intents.compactMap(\.intent)
        == [])
  }
}
