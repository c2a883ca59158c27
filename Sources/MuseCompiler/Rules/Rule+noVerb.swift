import MuseDefinition
import MuseSource

extension Rule {
  static let noVerb = Rule(
    "no-verb",
    reason: "A node without a verb does nothing.",
    advice: "Give it one of \(Verb.allCases.map(\.rawValue).joined(separator: ", ")).",
    accepted: [
      """
      begin: a
      nodes:
        a: {end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        ↓a: {description: "x"}
      """,
      """
      begin: a
      nodes:
        a: {say: "What?", ↓clasify: [b]}
      """,
    ])
}
