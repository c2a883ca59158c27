import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource

/// What every input must come to: a graph or findings, each at a place that is in the file, and a form that stays.
///
/// libFuzzer calls this once for each input (https://llvm.org/docs/LibFuzzer.html#fuzz-target). A broken promise traps, so that the
/// input is kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLoader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  let file = SourceFile(path: "graph.yaml", text: text)
  checkCompilation(of: file)
  for kind in FileKind.allCases { checkForm(of: file, as: kind) }
  return 0
}

/// What graphs import, whatever they call it.
private let tools: String? = ProcessInfo.processInfo.environment["FUZZ_TOOLS"].flatMap {
  try? String(contentsOfFile: $0, encoding: .utf8)
}

private func checkCompilation(of file: SourceFile) {
  let sources = GraphSources.gather(root: file) { path in tools.map { SourceFile(path: path, text: $0) } }
  let compilation = Compiler.compile(sources)
  let hasErrors = compilation.diagnostics.contains { $0.severity == .error }
  precondition((compilation.graph == nil) == hasErrors, "a graph, or an error, and never both")
  for diagnostic in compilation.diagnostics { checkPlace(of: diagnostic, in: sources) }
  let report = DiagnosticRenderer(files: sources.files).text(compilation.diagnostics)
  precondition(report.isEmpty == compilation.diagnostics.isEmpty)
}

private func checkPlace(of diagnostic: Diagnostic, in sources: GraphSources) {
  let range = diagnostic.location.range
  guard let file = sources.files.first(where: { $0.path == diagnostic.location.file }) else {
    preconditionFailure("a finding in a file that nobody wrote")
  }
  precondition(range.start <= range.end && range.start.line >= 1 && range.start.column >= 1, "a range is one")
  for position in [range.start, range.end] {
    precondition(position.line <= file.lines.count + 1, "a line of the file")
    precondition(position.column <= (file.line(position.line)?.unicodeScalars.count ?? 0) + 1, "a column of the line")
  }
}

private func checkForm(of file: SourceFile, as kind: FileKind) {
  guard case .changed(let text) = FileFormatter.format(file, as: kind.form) else { return }
  let again = FileFormatter.format(SourceFile(path: file.path, text: text), as: kind.form)
  precondition(again == .unchanged, "what was formatted is formatted")
}
