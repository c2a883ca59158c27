/// Prints findings for people at a terminal, or as JSON for tools.
///
/// ```
/// graph.yaml:64:12: error: There is no node 'detials'. [unknown-node]
///    64 |     next: {book: detials, other: triage}
///       |                  ^~~~~~~
///       did you mean "details"?
///       help: Correct the name, or write the node.
/// ```
public struct DiagnosticRenderer: Sendable {
  /// Whether severities, places and carets are coloured by ANSI escapes: for terminals only.
  public var usesColor: Bool
  private let files: [String: SourceFile]

  /// - Parameter files: what the findings point into; of two files with one path the first counts.
  public init(files: [SourceFile], usesColor: Bool = false) {
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    self.usesColor = usesColor
  }

  /// All findings, parted by blank lines, with a line at the end that counts them. Empty if there are none.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let blocks = diagnostics.map { text($0) }
    return (blocks + [Self.summary(of: diagnostics) + "\n"]).joined(separator: "\n")
  }

  /// One finding: its place and message, the line with a caret, and what to do.
  public func text(_ diagnostic: Diagnostic) -> String {
    var lines = [headline(of: diagnostic)]
    lines += excerpt(at: diagnostic.location, severity: diagnostic.severity)
    if let nearMiss = diagnostic.nearMiss { lines.append(indentation + "did you mean \"\(nearMiss)\"?") }
    lines.append(indentation + style("help:", .strong) + " " + diagnostic.advice.visible)
    for related in diagnostic.related {
      lines.append(style(place(of: related.location), .strong) + ": note: " + related.message.visible)
      lines += excerpt(at: related.location, severity: .note)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// "2 errors, 1 warning"; notes are counted last.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = [(Severity.error, "error"), (.warning, "warning"), (.note, "note")].compactMap { severity, word in
      let count = diagnostics.filter { $0.severity == severity }.count
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let severity = style(diagnostic.severity.rawValue + ":", .severity(diagnostic.severity))
    let message = style(diagnostic.message.visible, .strong)
    return "\(style(place(of: diagnostic.location), .strong)): \(severity) \(message) [\(diagnostic.id)]"
  }

  private func place(of location: SourceLocation) -> String {
    "\(location.file.visible):\(location.range.start.line):\(location.range.start.column)"
  }

  // MARK: The line

  private static let gutter = 6
  private var indentation: String { String(repeating: " ", count: Self.gutter + 1) }

  private func excerpt(at location: SourceLocation, severity: Severity) -> [String] {
    guard let file = files[location.file], let line = file.line(location.range.start.line) else { return [] }
    let excerpt = SourceExcerpt(line: line, range: location.range)
    let number = String(location.range.start.line)
    let padding = String(repeating: " ", count: max(0, Self.gutter - 1 - number.count))
    let empty = String(repeating: " ", count: Self.gutter)
    return [
      "\(padding)\(number) | \(excerpt.text)".trimmedAtEnd,
      "\(empty)| \(excerpt.indentation)\(style(excerpt.marker, .severity(severity)))",
    ]
  }

  // MARK: Colour

  private enum Style {
    case strong
    case severity(Severity)
  }

  private func style(_ text: String, _ style: Style) -> String {
    guard usesColor else { return text }
    let code =
      switch style {
      case .strong: "1"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// Without control characters, which would let a file write to the terminal.
  fileprivate var visible: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
