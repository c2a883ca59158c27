import MuseSource

/// What was found in some files, ready to be printed.
struct FindingsReport {
  let diagnostics: [Diagnostic]
  private let files: [SourceFile]

  init(diagnostics: [Diagnostic], files: [SourceFile]) {
    self.diagnostics = diagnostics.sorted { $0.location < $1.location }
    self.files = files
  }

  /// One report of several: what is found twice, in a file that two graphs import, stands once.
  static func merged(_ reports: [FindingsReport]) -> FindingsReport {
    var seen: Set<Diagnostic> = []
    let all = reports.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    return FindingsReport(diagnostics: all, files: reports.flatMap(\.files))
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// With a line at the end that counts them, and its line end; empty if there are none.
  func text(in colours: Colours) -> String {
    DiagnosticRenderer(files: files, usesColor: colours.areShown).text(diagnostics)
  }

  var json: String { DiagnosticRenderer.json(diagnostics) }
}
