import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// What `musegraph fmt` makes of a file: one form, the same meaning, every comment.
struct FileFormatterTests {
  /// The text after formatting; a refusal is its first finding.
  static func format(_ text: String, as kind: FileKind = .graph) -> String {
    switch FileFormatter.format(SourceFile(path: "graph.yaml", text: text), as: kind.form) {
    case .unchanged: return text
    case .changed(let changed): return changed
    case .refused(let findings):
      let places = findings.map { "\($0.location.range.start.line):\($0.location.range.start.column) \($0.id)" }
      return "refused: " + places.joined(separator: ", ")
    }
  }

  static let cases: [(name: String, before: String, after: String)] = [
    (
      "texts and conditions are quoted, names and values are not",
      """
      title: Books meetings
      slots:
        a: {type: text, ask: What?, where: size(a) > 1, default: none, of: [x, "y"], help: 'It''s this'}
      nodes:
        b: {call: t.x, with: {p: a.b, q: a + 1}, set: {a: found.b}, next: c}
      """,
      """
      title: "Books meetings"
      slots:
        a: {type: text, of: ["x", "y"], default: none, ask: "What?", help: 'It''s this', where: "size(a) > 1"}
      nodes:
        b: {call: t.x, with: {p: a.b, q: "a + 1"}, set: {a: found.b}, next: c}
      """
    ),
    (
      "what the versions of YAML read differently is quoted",
      """
      locales: [no, en]
      intents:
        on: [yes]
      slots:
        a: {type: time, default: 12:30}
      """,
      """
      locales: ["no", en]
      slots:
        a: {type: time, default: "12:30"}
      intents:
        "on": ["yes"]
      """
    ),
    (
      "quotes in a text are escaped, or the text gets the other ones",
      """
      title: Say "hi"
      description: It's "hi" \\ and
        no more
      """,
      """
      title: 'Say "hi"'
      description: "It's \\"hi\\" \\\\ and
        no more"
      """
    ),
    (
      "keys are ordered, the author's names are not",
      """
      # the head
      name: x

      nodes:
        z:
          next: a     # where
          # about the text
          say: "Hi."
        a: {say: "Bye.", end: done}
      # the version
      musegraph: 1
      """,
      """
      # the head
      # the version
      musegraph: 1
      name: x

      nodes:
        z:
          # about the text
          say: "Hi."
          next: a     # where
        a: {end: done, say: "Bye."}
      """
    ),
    (
      "an unknown key stays behind the one before it",
      "slots:\n  a:\n    ask: \"A?\"\n    aks: \"B?\"\n    type: text\n",
      "slots:\n  a:\n    type: text\n    ask: \"A?\"\n    aks: \"B?\"\n"
    ),
    (
      "blocks are indented by two, with their comments",
      """
      nodes:
          # first
          a:
              when:
              # a case
              - if: "x"
                to: b
              # the last case
              -   to: c

                  # why
                  if: "y"
              # behind the cases
              else: d
              # behind the node

          # second
          b: {end: done}
      """,
      """
      nodes:
        # first
        a:
          when:
            # a case
            - if: "x"
              to: b
            # the last case
            # why
            - if: "y"

              to: c
          # behind the cases
          else: d
          # behind the node

        # second
        b: {end: done}
      """
    ),
    (
      "brackets and braces are spaced alike",
      "nodes: { a: {ask: [ x ,z, ],next:   {done: b , exhausted: c}} }\n",
      "nodes: {a: {ask: [x, z], next: {done: b, exhausted: c}}}\n"
    ),
    (
      "brackets over several lines keep their lines",
      "intents:\n    a: [\n      hi there,   # one\n      'you'\n    ]   # two\n",
      "intents:\n  a: [\n    \"hi there\",   # one\n    'you'\n  ]     # two\n"
    ),
    (
      "comments behind lines stand where most of them stand",
      """
      title: "a"   # one
      begin: b     # two
      nodes:       # three
        b: {end: done, say: "far too long for it"} # four
      """,
      """
      title: "a"   # one
      begin: b     # two
      nodes:       # three
        b: {end: done, say: "far too long for it"}  # four
      """
    ),
    (
      "values that stand below each other stay so",
      "check:\n  a:   {event: b}\n  abc: {event: c}\n  abcdef: {event: c}\n",
      "check:\n  a:      {event: b}\n  abc:    {event: c}\n  abcdef: {event: c}\n"
    ),
    (
      "block texts keep their lines",
      "nodes:\n   a:\n      say: |\n          one\n            two\n\n          three\n      end: done\n",
      "nodes:\n  a:\n    end: done\n    say: |\n        one\n          two\n\n        three\n"
    ),
    (
      "texts by locale have their keys quoted", "slots: {a: {ask: {en: Hi, no: Hei}}}\n",
      "slots: {a: {ask: {\"en\": \"Hi\", \"no\": \"Hei\"}}}\n"
    ),
    (
      "line ends, a byte order mark and blanks behind lines go", "\u{FEFF}title: \"a\"  \r\nbegin: b\r\n\r\n",
      "title: \"a\"\nbegin: b\n"
    ),
    ("a list at the indentation of its key goes in", "import:\n- a.yaml\n- b.yaml\n", "import:\n  - a.yaml\n  - b.yaml\n"),
    ("a file without a line end gets one", "title: \"a\"", "title: \"a\"\n"),
    ("block texts that hold nothing stay so", "title:  |\nbegin:   a\n", "title: |\nbegin: a\n"),
    ("empty lists and maps stay so", "check: { }\nlocales:   [ ]\n", "locales: []\ncheck: {}\n"),
    ("an empty file stays so", "# nothing\n", "# nothing\n"),
  ]

  @Test("formatting", arguments: cases)
  func formats(example: (name: String, before: String, after: String)) {
    let expected = example.after.hasSuffix("\n") ? example.after : example.after + "\n"
    #expect(Self.format(example.before) == expected, "\(example.name)")
    #expect(Self.format(expected) == expected, "\(example.name), once more")
  }

  @Test(
    "what YAML has read otherwise than meant is not made to look as if it were meant",
    arguments: [
      ("title: Room #3\n", "1:13 unquoted-comment"), ("title: [a\n", "1:8 yaml-syntax"),
      ("title: a\ntitle: b\n", "1:1 repeated-key, 2:1 repeated-key"),
      ("title: &a b\n", "1:8 yaml-anchor"), ("title:\n", "1:7 missing-value"), ("policy: {cancel: Hi, you}\n", "1:22 broken-key"),
      ("title: ! x\n", "1:8 yaml-tag"), ("title:\t\"x\"\n", "1:7 yaml-tab"),
    ])
  func refused(text: String, finding: String) {
    #expect(Self.format(text) == "refused: " + finding)
  }

  @Test("scenarios and tools have their own order")
  func kinds() {
    #expect(
      Self.format("talk:\n  - bot: hi\n    user: Hello\nscenario: One\n", as: .scenario)
        == "scenario: \"One\"\ntalk:\n  - user: \"Hello\"\n    bot: \"hi\"\n")
    #expect(
      Self.format("tools: {a: {outcomes: {b: {}}, effect: reads}}\nmusegraph: 1\n", as: .tools)
        == "musegraph: 1\ntools: {a: {effect: reads, outcomes: {b: {}}}}\n")
  }

  @Test("what was formatted means the same and is formatted already, whatever it was", arguments: UInt64(1)...40)
  func mutated(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let text = try GraphFolder.meeting().root.text
    for _ in 0..<8 {
      let mutated = Mutation.mutate(text, &random)
      let formatted = Self.format(mutated)
      if formatted.hasPrefix("refused") { continue }
      #expect(Self.format(formatted) == formatted, "seed \(seed):\n\(mutated)")
      #expect(Self.comments(formatted) == Self.comments(mutated), "seed \(seed):\n\(mutated)")
    }
  }

  /// The comments of a file, roughly: what follows a '#', sorted.
  private static func comments(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstRange(of: "#").map { String(line[$0.lowerBound...]) }
    }.map { $0.replacing(/[ \t"']+/, with: "") }.sorted()
  }
}
