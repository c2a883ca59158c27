package import MuseSource

/// A kind of finding as data: what it is called, why it is one, what to do, and examples that are its tests.
package struct Rule: Sendable {
  /// A graph, in the author's words, and the places where the rule finds something: each `↓` marks one.
  ///
  /// A text without a `musegraph:` line gets the header of a minimal graph. Further files are those it imports.
  package struct Example: Sendable, ExpressibleByStringLiteral {
    package var text: String
    package var files: [String: String]
    /// What stands for the text where it is too long to be read.
    package var shown: String?

    package init(_ text: String, files: [String: String] = [:], shown: String? = nil) {
      self.text = text
      self.files = files
      self.shown = shown
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  package var id: DiagnosticID
  package var severity: Severity
  /// Why it is a finding, in one sentence.
  package var reason: String
  /// What to do about it, where the single finding does not know better.
  package var advice: String
  package var accepted: [Example]
  package var rejected: [Example]

  init(
    _ id: DiagnosticID, _ severity: Severity = .error, reason: String, advice: String, accepted: [Example], rejected: [Example]
  ) {
    self.id = id
    self.severity = severity
    self.reason = reason
    self.advice = advice
    self.accepted = accepted
    self.rejected = rejected
  }

  func finding(
    _ message: String, at location: SourceLocation, advice: String? = nil, related: [Diagnostic.Related] = [],
    nearMiss: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message: message, advice: advice ?? self.advice, location: location,
      related: related, nearMiss: nearMiss)
  }
}
