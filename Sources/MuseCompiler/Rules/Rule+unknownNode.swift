import MuseSource

extension Rule {
  static let unknownNode = Rule(
    "unknown-node",
    reason: "A way that leads nowhere cannot be taken.",
    advice: "Correct the name, or write the node.",
    accepted: [],
    rejected: [])
}
