import MuseCompiler
import MuseSource

/// The example of a rule as it is shown to an author: the graph, and under each place what the compiler says of it.
///
/// ```
/// policy: {cancel: b}
///                  ^ There is no node 'b'.
/// ```
struct RemarkedExample {
  let text: String

  init(_ example: Rule.Example, of rule: DiagnosticID) {
    if let shown = example.shown {
      text = shown
      return
    }
    let files = ExampleFiles(example)
    let findings = Compiler.compile(files.sources).diagnostics.filter { $0.id == rule }
    var paragraphs = [Self.text(of: example.text, path: "graph.yaml", in: files, findings)]
    for (path, text) in example.files.sorted(by: { $0.key < $1.key }) {
      paragraphs.append("# \(path)\n" + Self.text(of: text, path: path, in: files, findings))
    }
    if paragraphs.count > 1 { paragraphs[0] = "# graph.yaml\n" + paragraphs[0] }
    text = paragraphs.joined(separator: "\n\n")
  }

  private static func text(
    of written: String, path: String, in files: ExampleFiles, _ findings: [Diagnostic]
  ) -> String {
    let added = path == "graph.yaml" ? files.addedLines : 0
    let shown = written.unicodeScalars.filter { $0 != "↓" }
    guard !shown.isEmpty else { return "# The file is empty." }
    var lines: [String] = []
    for (index, line) in String(String.UnicodeScalarView(shown)).lines.enumerated() {
      lines.append(line)
      let number = index + 1 + added
      let columns = files.marks.filter { $0.file == path && $0.range.start.line == number }.map(\.range.start.column)
      let said = findings.filter { $0.location.file == path && $0.location.range.start.line == number }
      if !columns.isEmpty { lines.append(remark(at: columns, saying: said)) }
    }
    return lines.joined(separator: "\n")
  }

  /// A caret under every place, and what is said of them, each sentence once.
  private static func remark(at columns: [Int], saying findings: [Diagnostic]) -> String {
    var carets = ""
    for column in columns.sorted() { carets += String(repeating: " ", count: max(0, column - 1 - carets.count)) + "^" }
    var sentences: [String] = []
    for finding in findings where !sentences.contains(finding.message) { sentences.append(finding.message) }
    return ([carets] + sentences).joined(separator: " ")
  }
}

extension String {
  /// Without the empty one behind a last line end.
  fileprivate var lines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
