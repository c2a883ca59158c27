import MuseSource
import Testing

struct DiagnosticRendererTests {
  private func rendered(_ text: String, line: Int, column: Int, length: Int = 1, color: Bool = false) -> String {
    let file = SourceFile(path: "a.yaml", text: text)
    let diagnostic = Diagnostic(
      id: "some-finding", message: "It is wrong.", advice: "Mend it.",
      location: SourceLocation(file: "a.yaml", range: SourceRange(line: line, column: column, length: length)))
    return DiagnosticRenderer(files: [file], usesColor: color).text(diagnostic)
  }

  @Test("a finding shows its place, its line, a caret and what to do")
  func whole() {
    #expect(
      rendered("one\ntwo: three", line: 2, column: 6, length: 5) == """
        a.yaml:2:6: error: It is wrong. [some-finding]
            2 | two: three
              |      ^~~~~
               help: Mend it.

        """)
  }

  @Test(
    "the caret stands under what is meant, as a terminal shows it",
    arguments: [
      // Tabs go to the next of every four cells.
      ("\ta: b", 5, 1, "    a: b", "       ^"),
      ("ab\tc", 4, 1, "ab  c", "    ^"),
      // Wide characters take two cells, combining marks none, an emoji of several scalars two.
      ("日本: x", 5, 1, "日本: x", "      ^"),
      ("日本: x", 1, 2, "日本: x", "^~~~"),
      ("e\u{301}: x", 5, 1, "e\u{301}: x", "   ^"),
      ("👩‍💻: x", 6, 1, "👩‍💻: x", "    ^"),
      // Past the end of the line.
      ("ab:", 4, 0, "ab:", "   ^"),
      // What would steer the terminal is not printed.
      ("a\u{1B}[31m: b", 8, 1, "a\u{FFFD}[31m: b", "       ^"),
    ])
  func caret(line: String, column: Int, length: Int, shown: String, marker: String) {
    let lines = rendered(line, line: 1, column: column, length: length).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == "    1 | \(shown)")
    #expect(lines[2] == "      | \(marker)")
  }

  @Test("of a very long line the part around the finding is shown")
  func longLine() {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let lines = rendered(line, line: 1, column: 501).split(separator: "\n")
    #expect(lines[1].count < 130)
    let shown = Array(lines[1])
    let caret = Array(lines[2])
    #expect(caret.firstIndex(of: "^").map { shown[$0] } == "X")
    #expect(lines[1].contains("…aaa") && lines[1].hasSuffix("b…"))
  }

  @Test("a range that ends on a later line is marked to the end of its first")
  func severalLines() {
    let file = SourceFile(path: "a.yaml", text: "say: one\n  two")
    let range = SourceRange(start: .init(line: 1, column: 6), end: .init(line: 2, column: 6))
    let diagnostic = Diagnostic(
      id: "x", severity: .warning, message: "M.", advice: "A.", location: .init(file: "a.yaml", range: range))
    #expect(DiagnosticRenderer(files: [file]).text(diagnostic).contains("      |      ^~~\n"))
  }

  @Test("a place outside of any file is named without a line")
  func unknownFile() {
    let diagnostic = Diagnostic(
      id: "x", message: "M.", advice: "A.", location: .init(file: "b.yaml", range: SourceRange(line: 9, column: 9)))
    #expect(DiagnosticRenderer(files: []).text(diagnostic) == "b.yaml:9:9: error: M. [x]\n       help: A.\n")
  }

  @Test("colours are escapes around the same text")
  func colour() {
    let plain = rendered("two: three", line: 1, column: 6, length: 5)
    let coloured = rendered("two: three", line: 1, column: 6, length: 5, color: true)
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("JSON is one document with all findings and their counts")
  func json() {
    let place = SourceLocation(file: "a \"b\".yaml", range: SourceRange(line: 2, column: 3, length: 4))
    let diagnostics = [
      Diagnostic(
        id: "one", message: "Tab\there\u{1}.", advice: "A.", location: place,
        related: [.init(message: "There.", location: place)], nearMiss: "x"),
      Diagnostic(id: "two", severity: .note, message: "M.", advice: "A.", location: place),
    ]
    #expect(
      DiagnosticRenderer.json(diagnostics) == #"""
        {
          "version": 1,
          "findings": [
            {"id": "one", "severity": "error", "message": "Tab\there\u0001.", "help": "A.", "near_miss": "x", "file": "a \"b\".yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 7, "related": [{"message": "There.", "file": "a \"b\".yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 7}]},
            {"id": "two", "severity": "note", "message": "M.", "help": "A.", "file": "a \"b\".yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 7, "related": []}
          ],
          "errors": 1,
          "warnings": 0,
          "notes": 1
        }

        """#)
  }

  @Test("JSON of no findings is a document, too")
  func emptyJSON() {
    #expect(DiagnosticRenderer.json([]).contains(#""findings": [],"#))
  }

  @Test("the summary counts by severity")
  func summary() {
    let place = SourceLocation(file: "a", range: SourceRange(line: 1, column: 1))
    let make: (Severity) -> Diagnostic = { Diagnostic(id: "x", severity: $0, message: "M.", advice: "A.", location: place) }
    #expect(DiagnosticRenderer.summary(of: [make(.error), make(.note), make(.error)]) == "2 errors, 1 note")
    #expect(DiagnosticRenderer.summary(of: []) == "nothing found")
  }
}
