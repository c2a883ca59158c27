import MuseSource

extension Rule {
  static let unreachable = Rule(
    "unreachable",
    reason: "No conversation ever comes here.",
    advice: "Lead to it from a node that is reached, or take it out.",
    accepted: [],
    rejected: [])
}
