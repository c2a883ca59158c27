import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// However YAML lets a text be written, a finding inside it points at the right line and column.
struct TextPlaceTests {
  static let styles = [
    "  a:\n    say: Hi {↓nope}\n    next: b",
    "  a:\n    say: Hi\n      you {↓nope} there\n    next: b",
    "  a:\n    say: Hi\n\n      you {↓nope} there\n    next: b",
    "  a:\n    say: \"Hi {↓nope}\"\n    next: b",
    "  a:\n    say: 'It''s {↓nope}'\n    next: b",
    "  a:\n    say: \"A\\ttab, \\u00e9, \\\"quotes\\\" {↓nope}\"\n    next: b",
    "  a:\n    say: \"one\n      two {↓nope}\n      three\"\n    next: b",
    "  a:\n    say: \"one\n\n\n      two {↓nope}\"\n    next: b",
    "  a:\n    say: \"one \\\n      two {↓nope}\"\n    next: b",
    "  a:\n    say: 'one\n      two''s {↓nope}'\n    next: b",
    "  a:\n    say: |\n      one\n      two {↓nope}\n    next: b",
    "  a:\n    say: |-\n\n      one\n\n        two {↓nope}\n    next: b",
    "  a:\n    say: >\n      one\n      two {↓nope}\n    next: b",
    "  a:\n    say: >-\n      one\n\n      two\n      three {↓nope}\n    next: b",
    "  a:\n    say: >\n      one\n        indented\n      two {↓nope}\n    next: b",
    "  a:\n    say: |2\n       one {↓nope}\n    next: b",
    "  a:\n    say: |  # a comment\n      one {↓nope}\n    next: b",
    "  a:\n    say:\n      - \"one\"\n      - two {↓nope}\n    next: b",
    "  a:\n    say: {\"en\": \"日本 e\u{301} 👩‍💻 {↓nope}\"}\n    next: b",
    "  a:\r\n    say: \"Hi {↓nope}\"\r\n    next: b",
    "  a:\n    ? say\n    : \"Hi {↓nope}\"\n    next: b",
  ]

  @Test("a name inside a text is found where it stands", arguments: styles)
  func place(style: String) {
    let text = "begin: a\nnodes:\n\(style)\n  b: {end: done}\n"
    let marked = MarkedGraph(Rule.Example(text))
    #expect(marked.findings() == marked.places.map { "\($0) unknown-name" }, "\(marked.report())")
  }

  @Test("the range of a name covers the name")
  func range() throws {
    let sources = MarkedGraph(
      Rule.Example("begin: a\nnodes:\n  a:\n    say: \"\\u00e9 {nope}\"\n    next: b\n  b: {end: done}\n")
    ).sources
    let diagnostic = try #require(Compiler.compile(sources).diagnostics.first)
    #expect(diagnostic.location.range == SourceRange(line: 6, column: 19, length: 4))
  }

  @Test("a name that blank lines run through ends where its line ends")
  func blankLines() throws {
    let text = "musegraph: 1\nname: x\nfacts:\n  a: list\n\n\n\n    <event>\nbegin: z\nnodes: {z: {end: done}}\n"
    let compilation = Compiler.compile(GraphSources(root: SourceFile(path: "graph.yaml", text: text)))
    let finding = try #require(compilation.diagnostics.first { $0.id == "unknown-type" })
    #expect(finding.location.range == SourceRange(start: .init(line: 4, column: 6), end: .init(line: 4, column: 10)))
  }

  @Test("columns count from behind a byte order mark")
  func byteOrderMark() {
    let file = SourceFile(path: "graph.yaml", text: "\u{FEFF}musegraph: 2\nname: a\nbegin: a\nnodes:\n  a: {end: done}\n")
    let places = Compiler.compile(.init(root: file)).diagnostics.map(\.location.range)
    #expect(places == [SourceRange(line: 1, column: 12, length: 1)])
  }
}
