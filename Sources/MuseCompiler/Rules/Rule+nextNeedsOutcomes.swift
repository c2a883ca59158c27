import MuseSource

extension Rule {
  static let nextNeedsOutcomes = Rule(
    "next-needs-outcomes",
    reason: "One node cannot follow outcomes that mean different things.",
    advice: "Write a map from outcomes to nodes.",
    accepted: [],
    rejected: [])
}
