import MuseSource

extension Rule {
  static let unknownOutcome = Rule(
    "unknown-outcome",
    reason: "A node only ends as its verb or its tool allows.",
    advice: "Correct the name, or take it out.",
    accepted: [],
    rejected: [])
}
