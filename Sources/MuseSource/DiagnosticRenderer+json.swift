extension DiagnosticRenderer {
  /// All findings as one JSON document, a line for each: `{"version": 1, "findings": […], "errors": 1, …}`. Lines and columns
  /// count from 1, columns in Unicode scalars; ends are exclusive.
  public static func json(_ diagnostics: [Diagnostic]) -> String {
    let findings = diagnostics.map { "\n    " + json($0) }.joined(separator: ",")
    let count: (Severity) -> Int = { severity in diagnostics.filter { $0.severity == severity }.count }
    return """
      {
        "version": 1,
        "findings": [\(findings)\(diagnostics.isEmpty ? "" : "\n  ")],
        "errors": \(count(.error)),
        "warnings": \(count(.warning)),
        "notes": \(count(.note))
      }

      """
  }

  private static func json(_ diagnostic: Diagnostic) -> String {
    var members = [
      "\"id\": \(JSON.quoted(diagnostic.id.rawValue))",
      "\"severity\": \(JSON.quoted(diagnostic.severity.rawValue))",
      "\"message\": \(JSON.quoted(diagnostic.message))",
      "\"help\": \(JSON.quoted(diagnostic.advice))",
    ]
    if let nearMiss = diagnostic.nearMiss { members.append("\"near_miss\": \(JSON.quoted(nearMiss))") }
    members += place(diagnostic.location)
    let related = diagnostic.related.map { related in
      "{" + (["\"message\": \(JSON.quoted(related.message))"] + place(related.location)).joined(separator: ", ") + "}"
    }
    members.append("\"related\": [\(related.joined(separator: ", "))]")
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func place(_ location: SourceLocation) -> [String] {
    [
      "\"file\": \(JSON.quoted(location.file))",
      "\"line\": \(location.range.start.line)",
      "\"column\": \(location.range.start.column)",
      "\"end_line\": \(location.range.end.line)",
      "\"end_column\": \(location.range.end.column)",
    ]
  }
}
