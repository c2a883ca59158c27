import MuseSource

/// Explanations for people at a terminal.
package enum ExplanationText {
  /// One explanation whole: what it is, examples, what to do. Ends with a line end.
  package static func text(of explanation: Explanation) -> String {
    var parts = ["\(explanation.id) (\(explanation.kind.name))", explanation.meaning]
    parts += block("Wrong:", explanation.wrong)
    parts += block("Right:", explanation.right)
    parts.append("What to do: \(explanation.advice)")
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A line for each, under a heading for each kind; those of one kind stand together. Ends with a line end.
  package static func list(of explanations: [Explanation]) -> String {
    let width = explanations.map(\.id.count).max() ?? 0
    var lines: [String] = []
    for (index, explanation) in explanations.enumerated() {
      let heading = explanation.kind.heading
      if index == 0 || heading != explanations[index - 1].kind.heading { lines += (index == 0 ? [] : [""]) + [heading] }
      let padding = String(repeating: " ", count: width - explanation.id.count)
      lines.append("  \(explanation.id)\(padding)  \(explanation.meaning.firstSentence)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(_ heading: String, _ examples: [String]) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [heading]
      + examples.map { example in
        example.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
          .joined(separator: "\n")
      }
  }
}

extension Explanation.Kind {
  /// "error", "warning" and "note" of findings.
  package var name: String {
    switch self {
    case .finding(let severity): severity.rawValue
    case .errorCode: "error code of the wire"
    case .refusal: "refusal of a request over HTTP"
    case .exitStatus: "exit status of the command"
    }
  }

  fileprivate var heading: String {
    switch self {
    case .finding: "Findings in graphs, scenarios and other files:"
    case .errorCode: "Error codes of the wire:"
    case .refusal: "Refusals of requests over HTTP, WebSockets among them:"
    case .exitStatus: "Exit statuses of the command:"
    }
  }
}

extension String {
  fileprivate var firstSentence: Substring {
    firstRange(of: ". ").map { self[..<self.index(after: $0.lowerBound)] } ?? self[...]
  }
}
