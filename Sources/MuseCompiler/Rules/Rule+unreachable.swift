import MuseSource

extension Rule {
  static let unreachable = Rule(
    "unreachable",
    reason: "No conversation ever comes here.",
    advice: "Lead to it from a node that is reached, or take it out.",
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
        a: {end: done}
        ↓b: {say: "Hi.", next: a}
      """
    ])
}
