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
      "\"id\": \(quoted(diagnostic.id.rawValue))",
      "\"severity\": \(quoted(diagnostic.severity.rawValue))",
      "\"message\": \(quoted(diagnostic.message))",
      "\"help\": \(quoted(diagnostic.advice))",
    ]
    if let nearMiss = diagnostic.nearMiss { members.append("\"near_miss\": \(quoted(nearMiss))") }
    members += place(diagnostic.location)
    let related = diagnostic.related.map { related in
      "{" + (["\"message\": \(quoted(related.message))"] + place(related.location)).joined(separator: ", ") + "}"
    }
    members.append("\"related\": [\(related.joined(separator: ", "))]")
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func place(_ location: SourceLocation) -> [String] {
    [
      "\"file\": \(quoted(location.file))",
      "\"line\": \(location.range.start.line)",
      "\"column\": \(location.range.start.column)",
      "\"end_line\": \(location.range.end.line)",
      "\"end_column\": \(location.range.end.column)",
    ]
  }

  /// Source: RFC 8259, section 7.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
