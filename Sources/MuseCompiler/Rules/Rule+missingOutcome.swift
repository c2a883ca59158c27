import MuseSource

extension Rule {
  static let missingOutcome = Rule(
    "missing-outcome",
    reason: "Every outcome leads somewhere; nothing falls through.",
    advice: "Name a node for each in 'next'.",
    accepted: [],
    rejected: [])
}
