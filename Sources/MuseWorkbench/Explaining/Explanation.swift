import MuseCompiler
package import MuseSource

/// What there is to say about one finding, error code, refusal or exit status. `musegraph explain` and the reference print it.
package struct Explanation: Sendable {
  package enum Kind: Hashable, Sendable {
    case finding(Severity)
    /// Of the wire.
    case errorCode
    /// Of a request over HTTP.
    case refusal
    /// Of the command.
    case exitStatus
  }

  package var id: String
  package var kind: Kind
  /// What it means and why it is so, in whole sentences.
  package var meaning: String
  /// What to do about it.
  package var advice: String
  /// What leads to it, with a line of remarks under each place that is wrong.
  package var wrong: [String]
  package var right: [String]

  package init(
    id: String, kind: Kind, meaning: String, advice: String, wrong: [String] = [], right: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.meaning = meaning
    self.advice = advice
    self.wrong = wrong
    self.right = right
  }

  /// Every finding that a graph or a scenario can have, in the order in which an author meets them.
  package static let findings: [Explanation] = Rule.all.map(Explanation.init) + ofScenarios

  private init(_ rule: Rule) {
    self.init(
      id: rule.id.rawValue, kind: .finding(rule.severity), meaning: rule.reason, advice: rule.advice,
      wrong: rule.rejected.map { RemarkedExample($0, of: rule.id).text },
      right: rule.accepted.map { RemarkedExample($0, of: rule.id).text })
  }
}
