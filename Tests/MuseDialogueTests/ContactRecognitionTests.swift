import MuseDialogue
import Testing

@Suite("Addresses and persons are recognised")
struct ContactRecognitionTests {
  @Test(
    "addresses by their form, the sentence's own signs left out",
    arguments: [
      ("write to bob@example.com today", ["email bob@example.com", "date 2026-11-25"]),
      ("bob.smith+x@mail.example.co.uk.", ["email bob.smith+x@mail.example.co.uk"]),
      ("see https://example.com/a?b=c, please", ["url https://example.com/a?b=c"]), ("www.example.com", ["url www.example.com"]),
      ("+44 20 7946 0958", ["phone +44 20 7946 0958"]), ("call 020 7946 0958", ["phone 020 7946 0958"]),
      ("(555) 123-4567", ["phone (555) 123-4567"]), ("bob at example", []), ("@bob", []),
    ])
  func addresses(text: String, expected: [String]) {
    #expect(RecognisedText.lines(text) == expected)
  }

  @Test(
    "persons behind a word that leads to them, one by one",
    arguments: [
      ("with Ann", ["person Ann"]), ("with Ann, Bob and Eve", ["person Ann", "person Bob", "person Eve"]),
      ("invite bob and Ann Smith to lunch", ["person bob", "person Ann Smith"]),
      ("with bob@example.com and Eve", ["email bob@example.com", "person Eve"]),
      ("with Jean-Luc Picard tomorrow", ["person Jean-Luc Picard", "date 2026-11-26"]), ("meet Bob", ["person Bob"]),
      ("a meeting with the team", []), ("the Ritz", []),
    ])
  func persons(text: String, expected: [String]) {
    #expect(RecognisedText.lines(text) == expected)
  }

  @Test("spans count Unicode scalars, the flag of two scalars included")
  func spans() {
    let entity = RecognisedText.analysis("🇬🇧 é café tomorrow").entities.first
    #expect(entity?.span == 10..<18)
    #expect(entity?.text == "tomorrow")
  }
}
