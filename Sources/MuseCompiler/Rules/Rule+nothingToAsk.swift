import MuseSource

extension Rule {
  static let nothingToAsk = Rule(
    "nothing-to-ask", .warning,
    reason: "A slot without a question is taken when said and never asked, so this node would pass at once.",
    advice: "Give one of its slots an 'ask' text, or take the node out.",
    accepted: [],
    rejected: [])
}
