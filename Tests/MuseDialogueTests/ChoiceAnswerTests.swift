import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("A choice is named in its words, and not by asking about it")
struct ChoiceAnswerTests {
  @Test(
    "its words in the locale's language",
    arguments: [
      ("the set menu", "en", "set"), ("à la carte please", "en", "open"), ("open", "en", "open"),
      ("the open menu?", "en", "open"),
      ("das Tagesmenü bitte", "de", "set"), ("die Karte", "de", "open"),
      ("how about the open menu?", "en", "open"),
      ("the set menu, no, the open menu", "en", "open"),
    ])
  func words(text: String, locale: String, option: String) {
    #expect(
      SupperGraph.moves(text, asking: "menu", locale: LocaleID(rawValue: locale)) == [
        "menu = '\(option)'"
      ])
  }

  @Test(
    "a question about it asks for help",
    arguments: [
      "what is an open menu?", "what's the set menu?", "how much is the open menu",
      "is there meat in the set menu?",
    ])
  func questions(text: String) {
    #expect(SupperGraph.moves(text, asking: "menu") == ["help"])
  }

  @Test("what is denied is not chosen", arguments: ["not the set menu", "not set"])
  func denied(text: String) {
    #expect(!SupperGraph.moves(text, asking: "menu").contains("menu = 'set'"))
  }

  @Test("its word is a choice, whatever a digression says with it")
  func digressions() {
    #expect(SupperGraph.moves("when are you open?", asking: "menu") == ["intent hours"])
  }

  @Test("an option that is offered beside others of its number")
  func hours() {
    #expect(
      SupperGraph.moves(
        "8", asking: "start",
        offering: [.timestamp(MeetingGraph.instant(2026, 11, 27, 19)), .timestamp(MeetingGraph.instant(2026, 11, 27, 20))])
        == ["choose 2"])
  }
}
