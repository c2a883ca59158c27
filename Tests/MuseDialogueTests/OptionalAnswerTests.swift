import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("An optional question may be left open in many words")
struct OptionalAnswerTests {
  @Test("at any slot", arguments: ["I don't know", "no idea, sorry", "not sure", "I forgot"])
  func unknowing(text: String) {
    #expect(SupperGraph.moves(text, asking: "clock") == ["skip"])
    #expect(SupperGraph.moves(text, asking: "wishes") == ["skip"])
  }

  @Test("in German", arguments: ["weiß ich nicht", "egal", "keine Ahnung"])
  func german(text: String) {
    #expect(SupperGraph.moves(text, asking: "clock", locale: "de") == ["skip"])
  }

  @Test("there is none of it", arguments: ["no wishes", "no, no wishes", "none"])
  func none(text: String) {
    #expect(SupperGraph.moves(text, asking: "wishes") == ["skip"])
  }

  @Test("an intent whose own words deny something is not denied by them")
  func denials() {
    #expect(SupperGraph.moves("not today") == ["intent rest"])
  }
}
