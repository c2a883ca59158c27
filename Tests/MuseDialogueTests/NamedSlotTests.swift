import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("Words name their slot only if they say something")
struct NamedSlotTests {
  @Test("by its label", arguments: ["the name is Lee", "name: Lee", "change the name to Lee", "the name should be Lee"])
  func labels(text: String) {
    #expect(SupperGraph.moves(text, asking: "wishes") == ["guest = 'Lee'"])
  }

  @Test("by its id", arguments: ["the amount is 300", "change the amount to 300", "amount: 300"])
  func ids(text: String) {
    #expect(SupperGraph.moves(text, asking: "clock") == ["amount = 300.0"])
  }

  @Test(
    "'and' before a value of an example names nothing", arguments: ["a table for two and their dog", "book a table and tell Bob"])
  func conjunctions(text: String) {
    #expect(!SupperGraph.moves(text).contains { $0.hasPrefix("wishes") })
  }
}
