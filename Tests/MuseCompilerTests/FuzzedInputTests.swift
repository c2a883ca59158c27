import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// Inputs that broke a promise of the loader once, found by `Scripts/fuzz` and made small. Each keeps all promises now.
struct FuzzedInputTests {
  static let inputs = [
    // The name of a slot goes over the end of a line.
    "intents:\n  a:\n    - \"x [b](c}\n)\"\n",
    // A key without a value stands as far as the value above it.
    "y: r\n:::::",
    // Keys that get quotes, above values that stand below each other.
    "o: n\nS? : e\ntoo: o",
    // A misspelt key whose value is no text.
    "uusegraph: 1e31\ntypes:\n  event@seg#:  yaml-language-serv",
    // A block text without a line.
    "tpey:s :  >",
  ]

  @Test("an input that broke a promise keeps it", arguments: inputs)
  func keeps(text: String) { Promises.check(GraphSources(root: SourceFile(path: "graph.yaml", text: text)), "\(text)") }
}

/// What the loader promises of every file, whatever is in it: the fuzz target (`Fuzzing/Loader`) holds it to the same.
enum Promises {
  static func check(_ sources: GraphSources, _ comment: @autoclosure () -> Comment) {
    let compilation = Compiler.compile(sources)
    let hasError = compilation.diagnostics.contains { $0.severity == .error }
    #expect((compilation.graph == nil) == hasError, comment())
    let rendered = DiagnosticRenderer(files: sources.files).text(compilation.diagnostics)
    #expect(rendered.isEmpty == compilation.diagnostics.isEmpty, comment())
    for diagnostic in compilation.diagnostics { check(diagnostic, in: sources, comment()) }
    for kind in FileKind.allCases { checkForm(of: sources.root, as: kind, comment()) }
  }

  private static func check(_ diagnostic: Diagnostic, in sources: GraphSources, _ comment: @autoclosure () -> Comment) {
    let range = diagnostic.location.range
    let file = sources.files.first { $0.path == diagnostic.location.file }
    #expect(range.start <= range.end && range.start.line >= 1 && range.start.column >= 1, comment())
    for position in [range.start, range.end] {
      let length = file?.line(position.line)?.unicodeScalars.count
      #expect(position.column <= (length ?? 0) + 1, comment())
      #expect(position.line <= (file?.lines.count ?? 0) + 1, comment())
    }
  }

  private static func checkForm(of file: SourceFile, as kind: FileKind, _ comment: @autoclosure () -> Comment) {
    guard case .changed(let text) = FileFormatter.format(file, as: kind.form) else { return }
    let again = FileFormatter.format(SourceFile(path: file.path, text: text), as: kind.form)
    #expect(again == .unchanged, comment())
  }
}
