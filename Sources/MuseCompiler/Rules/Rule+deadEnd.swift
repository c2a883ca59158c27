import MuseSource

extension Rule {
  static let deadEnd = Rule(
    "dead-end",
    reason: "A conversation that comes here can neither end nor begin anew.",
    advice: "Lead from one of these nodes to an 'end', or back to where the graph begins.",
    accepted: [],
    rejected: [])
}
