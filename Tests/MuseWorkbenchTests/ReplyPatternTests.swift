import MuseWorkbench
import Testing

@Suite("Patterns of replies")
struct ReplyPatternTests {
  @Test(
    "a pattern fits",
    arguments: [
      ("Booked.", "Booked."),
      ("Booked.", "  Booked.\n"),
      ("One. Two.", "One.\n\nTwo."),
      ("Booked: *", "Booked: Design review, Tuesday."),
      ("*Booked*", "Booked"),
      ("*", ""),
      ("a*b*c", "a b b c"),
      ("*a*a", "a a"),
      (#"2 \* 3"#, "2 * 3"),
      (#"a\b"#, #"a\b"#), (#"a\\\*b"#, #"a\*b"#), (#"\/x/"#, "/x/"),
      ("/^Book(ed|s)/", "Booked: x"),
      ("/", "/"),
    ])
  func fits(pattern: String, text: String) {
    #expect(ReplyPattern(pattern).matches(text))
  }

  @Test(
    "a pattern does not fit",
    arguments: [
      ("Booked", "Booked."),
      ("Booked.", "booked."),
      ("*a*a", "a"),
      ("ab*ba", "aba"),
      ("Booked: *", "Not booked: x"),
      (#"2 \* 3"#, "2 + 3"),
      ("/^Booked$/", "Booked: x"),
      ("/(/", "("),
    ])
  func doesNotFit(pattern: String, text: String) {
    #expect(!ReplyPattern(pattern).matches(text))
  }

  @Test("a regular expression that does not parse says so", arguments: [("/(/", true), ("/a/", false), ("a(", false)])
  func complains(pattern: String, complains: Bool) {
    #expect((ReplyPattern(pattern).complaint != nil) == complains)
  }
}
