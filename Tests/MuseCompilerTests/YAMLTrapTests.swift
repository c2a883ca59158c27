import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// What YAML would silently change is found, in words of its own; what it leaves alone is not.
struct YAMLTrapTests {
  static let traps: [(id: String, text: String)] = [
    ("yaml-meaning", "begin: a\nnodes:\n  a: {say: \"Hi.\", next: ↓on}\n  b: {end: done}"),
    ("yaml-meaning", "begin: a\nnodes:\n  a: {say: \"Hi.\", ↓no: b}\n  b: {end: done}"),
    ("yaml-meaning", "title: ↓yes"),
    ("yaml-meaning", "title: ↓Off"),
    ("yaml-meaning", "title: ↓12:30"),
    ("yaml-meaning", "title: ↓12:30:59"),
    ("yaml-meaning", "title: ↓-1e-3"),
    ("yaml-meaning", "title: ↓1.5E3"),
    ("yaml-meaning", "title: ↓0x1F"),
    ("yaml-meaning", "title: ↓007"),
    ("yaml-meaning", "title: ↓1_000"),
    ("yaml-meaning", "title: ↓2026-11-27"),
    ("yaml-meaning", "title: ↓2026-1-2T3:04:05.6+01:00"),
    ("yaml-meaning", "title: ↓190:20:30.15"),
    ("yaml-meaning", "title: ↓1_0.5e+3"),
    ("yaml-meaning", "title: ↓._5"),
    ("yaml-meaning", "title: ↓-.5"),
    ("yaml-meaning", "title: ↓<<"),
    ("yaml-meaning", "tools:\n  t.a: {effect: reads, outcomes: {b: {}}, example: {b: {c: ↓on}}}"),
    ("yaml-tag", "title: ↓!important it is"),
    ("yaml-tag", "begin: a\nnodes: ↓!!map\n  a: {end: done}"),
    ("missing-value", "title: ↓~"),
    ("missing-value", "title: ↓null"),
    ("missing-value", "title:↓  # later"),
    ("yaml-syntax", "locales: [en, ↓, de]"),
    ("yaml-syntax", "begin: a\nnodes:\n  a: {say: Hi ↓{name}, next: b}\n  b: {end: done}"),
    ("unquoted-comment", "title: Meetings ↓# all of them"),
    ("unquoted-comment", "begin: a\nnodes:\n  a:\n    say: We take\n      room ↓#3\n    end: done"),
    ("yaml-key", "↓{a: b}: c"),
  ]

  @Test("what YAML would change is found", arguments: traps)
  func found(trap: (id: String, text: String)) {
    let marked = MarkedGraph(Rule.Example(trap.text))
    let found = marked.findings()
    #expect(found.contains("\(marked.places.first ?? "") \(trap.id)"), "\(marked.report())")
  }

  static let plain = [
    "title: Noon", "title: yesterday", "title: 12", "title: -5", "title: 1.5", "title: 12:60", "title: e3", "title: 2026-11",
    "title: 2026-11-27 noon", "title: 27.11.2026",
    "title: true", "title: \"no\"", "title: 'null'", "title: Room#3", "title: \"a # b\"", "title: |\n  a # b", "title: v1.2.3",
    "title: https://example.com", "title: a & b", "title: 3 * 4", "title: x! y", "title: 0", "title: 0.5",
  ]

  @Test("what all versions of YAML read alike is left alone", arguments: plain)
  func leftAlone(text: String) {
    #expect(MarkedGraph(Rule.Example(text)).findings() == [])
  }

  @Test("aliases are found where they stand, with their anchors")
  func aliases() {
    let marked = MarkedGraph(
      Rule.Example(
        """
        begin: a
        nodes:
          a: {say: ↓&hello "Hi.", next: b}
          b: {say: ↓*hello , next: c}
          c: {end: done}
        """))
    #expect(marked.findings() == zip(marked.places, ["yaml-anchor", "yaml-alias"]).map { "\($0) \($1)" }, "\(marked.report())")
  }

  @Test("an alias in a list and as a key is found, too")
  func moreAliases() {
    let marked = MarkedGraph(
      Rule.Example("locales: [↓&one en, ↓*one ]\npolicy:\n  ↓*one : a\n"))
    let ids = ["yaml-anchor", "yaml-alias", "yaml-alias"]
    #expect(marked.findings() == zip(marked.places, ids).map { "\($0) \($1)" }, "\(marked.report())")
  }

  @Test("every repetition of a key is found, however often and however deep")
  func repetitions() {
    let marked = MarkedGraph(
      Rule.Example(
        """
        ↓title: "a"
        begin: a
        ↓title: "b"
        nodes:
          a: {↓say: "a", ↓say: "b", next: b, ↓'say': "c"}
          ↓b: {end: done}
          ↓"b": {end: done}
        ↓title: "c"
        """))
    #expect(marked.findings().sorted() == marked.places.map { "\($0) repeated-key" }.sorted(), "\(marked.report())")
  }
}
