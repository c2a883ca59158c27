import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("A code is found by its form")
struct CodeTests {
  @Test(
    "within a message, and in small letters",
    arguments: [
      "AB123456", "AB123456 please", "my order is AB123456", "no, I meant AB123456.", "ab123456",
      "it's order AB123456, I think",
    ])
  func asked(text: String) {
    #expect(SupperGraph.moves(text, asking: "order") == ["order = 'AB123456'"])
  }

  @Test(
    "in a wish",
    arguments: [
      "track AB123456", "where is my order AB123456", "my parcel has not come, the number is ab123456, can you look?",
    ])
  func wishes(text: String) {
    #expect(SupperGraph.moves(text) == ["intent track", "order = 'AB123456'"])
  }

  @Test("a question about it asks for help")
  func questions() {
    #expect(SupperGraph.moves("what is an order number?", asking: "order") == ["help"])
  }

  @Test(
    "words are part of no code, though its pattern fits them",
    arguments: [("12 High Street", "12 High Street"), ("my postcode is SW1A 1AA", "SW1A 1AA"), ("it's 10115, thanks", "10115")])
  func streets(text: String, code: String) {
    #expect(SupperGraph.moves(text, asking: "postcode") == ["postcode = '\(code)'"])
  }
}
