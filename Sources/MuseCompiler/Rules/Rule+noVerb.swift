import MuseSource

extension Rule {
  static let noVerb = Rule(
    "no-verb",
    reason: "A node without a verb does nothing.",
    advice: "Give it one of say, ask, classify, confirm, call, set, when, handoff and end.",
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
      """
    ])
}
