import MuseCompiler
import MuseSource
import Testing

/// However YAML lets an expression be written, a finding inside it points at the right line and column.
struct ConditionPlaceTests {
  static let conditions = [
    "n > 0 && ↓nope",
    "\"n > 0 && ↓nope\"",
    "'n > 0 && ''a'' == ↓nope'",
    "\"n > 0 \\u0026& ↓nope\"",
    "\"n > 0 &&\n        ↓nope\"",
    "|\n          n > 0 &&\n          ↓nope",
    "|-\n          n > 0 // a comment of the expression\n\n          && ↓nope",
    ">\n          n > 0 &&\n          ↓nope",
    ">-\n          n > 0 &&\n\n            ↓nope",
    "|2-\n          n > 0 &&\n            ↓nope",
    "|\n          [1].exists(e,\n            '👩‍💻 é' == ↓nope)",
  ]

  @Test("a name inside a condition is found where it stands", arguments: conditions)
  func place(condition: String) {
    let text = """
      begin: a
      slots:
        n: {type: integer, default: "1"}
      nodes:
        a:
          when:
            - if: \(condition)
              to: b
          else: b
        b: {end: done}

      """
    let marked = MarkedGraph(Rule.Example(text))
    #expect(
      marked.findings().filter { $0.hasSuffix("unknown-name") } == marked.places.map { "\($0) unknown-name" },
      "\(marked.report())")
  }
}
