import MuseExpression
import Testing

@Suite("A pattern")
struct PatternTests {
  @Test(
    "fits somewhere in a text",
    arguments: [
      ("", "", true), ("ubb", "hubba", true), ("^ubb", "hubba", false), ("a$", "hubba", true), ("^$", "", true),
      ("a.c", "abc", true),
      ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?s:a.)c", "a\nc", true), ("(a|😀){2}", "🐱😀😀", true),
      ("^a*$", "aaab", false),
      ("^a+?b", "aab", true), ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true), ("^a{0}b", "b", true),
      ("a{,2}", "a{,2}", true),
      ("a{", "a{", true), ("(?i)STRASSE", "Strasse", true), ("(?i:a)B", "AB", true), ("(?i:a)B", "Ab", false),
      ("(?i)[^a]", "A", false),
      ("(?-i)A", "a", false), ("(?m)^b$", "a\nb\nc", true), ("^b$", "a\nb\nc", false), (#"\Ab"#, "b", true),
      (#"a\z"#, "a\n", false),
      (#"\bcat\b"#, "a cat.", true), (#"\bcat\b"#, "concat", false), (#"\Bcat"#, "concat", true),
      (#"^\d{3}-\d{4}$"#, "555-1234", true),
      (#"^\D\S\W$"#, "ab-", true), (#"\w"#, "é", false), (#"^[\w-]+$"#, "a-b", true), ("[]a]", "]", true), ("[^]a]", "]", false),
      ("[a-]", "-", true), (#"[\d\s]"#, " ", true), ("^[[:upper:]][[:^digit:]]$", "Ab", true), (#"^\pL+$"#, "Größe", true),
      (#"\p{Lu}"#, "größe", false), (#"^\p{Greek}+$"#, "Ελλάδα", true), (#"\P{Latin}"#, "abc", false),
      (#"\p{^Latin}"#, "abc", false),
      (#"^\x41\x{1F431}\101$"#, "A🐱A", true), (#"^\Qa.b\E.$"#, "a.b!", true), (#"\Q("#, "(", true),
      ("(?P<year>[0-9]+)", "x2026", true),
      ("(?<year>[0-9]+)", "x2026", true), ("a|", "b", true), ("(a*)*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
      ("(x+x+)+y", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false), ("^(|a)+$", "aaa", true), ("[\u{0}-\u{10FFFF}]", "x", true),
      (#"\/\-\."#, "/-.", true), (#"(?U)a+"#, "aa", true), ("^(?:(?:ab)?c){2}$", "cabc", true),
    ])
  func fits(pattern: String, text: String, fits: Bool) {
    let variables: [String: Value] = ["text": .string(text), "pattern": .string(pattern)]
    #expect(Plain.outcome(of: "text.matches(pattern)", variables) == "\(fits)")
    #expect(Plain.outcome(of: "matches(text, pattern)", variables) == "\(fits)")
  }

  @Test(
    "that is none is refused with a sentence",
    arguments: [
      ("(", "The pattern does not close a group: a ) is missing."),
      (")", "The pattern closes a group with ) that it did not open."),
      ("[a", "The pattern does not close a set: a ] is missing."),
      ("*a", "The pattern repeats nothing: \"*\" stands behind no part."), ("a**", "The pattern repeats a repetition."),
      ("a{2}{3}", "The pattern repeats a repetition."),
      ("a{3,2}", "The pattern repeats a part from 3 to 2 times; up to 1000 are allowed."),
      ("a{1001}", "The pattern repeats a part from 1001 to 1001 times; up to 1000 are allowed."),
      ("(?=a)", "The pattern has a group (?=, which does not exist: it cannot look ahead or behind."),
      ("(?<!a)", "The pattern has a group (?<, which does not exist: it cannot look ahead or behind."),
      (#"(a)\1"#, #"The pattern has "\1", which stands for nothing."#),
      (#"\q"#, #"The pattern has "\q", which stands for nothing."#),
      (#"a\"#, #"The pattern ends behind a backslash; write \\ for one."#),
      ("[b-a]", "The pattern has the set b-a, which ends before it begins."),
      (#"\pQ"#, #"The pattern names the characters "Q", which do not exist."#),
      ("[[:foo:]]", #"The pattern names the characters "[:foo:]", which do not exist."#),
      (#"\x{110000}"#, #"The pattern has "\x110000", which stands for no character."#),
      ("((a{100}){100}){100}", "The pattern is too large: its repetitions stand for too many parts."),
      ("((){1000}){1000}", "The pattern is too large: its repetitions stand for too many parts."),
      (String(repeating: "(", count: 50) + String(repeating: ")", count: 50), "The pattern is nested too deeply."),
      (String(repeating: "a", count: 2001), "The pattern is longer than 2000 characters."),
    ])
  func refused(pattern: String, message: String) {
    #expect(Plain.outcome(of: "'a'.matches(pattern)", ["pattern": .string(pattern)]) == "error: \(message)")
  }

  @Test("that stands in a graph is checked with it")
  func inGraph() {
    #expect(Sample.outcome(of: "title.matches('(')") == "issue: The pattern does not close a group: a ) is missing.")
    #expect(Sample.outcome(of: "title.matches('(?i)^design')") == "true")
  }
}
