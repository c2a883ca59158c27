import MuseSource

extension Rule {
  static let unknownKey = Rule(
    "unknown-key",
    reason: "A key that the language does not have would have no effect.",
    advice: "Correct its name, or take it out.",
    accepted: [
      """
      title: "one"
      """
    ],
    rejected: [
      """
      ↓titel: "one"
      """,
      """
      slots:
        size: {type: text, ↓asks: "How large?"}
      """,
      """
      begin: a
      nodes:
        a: {end: done, ↓choices: "x"}
      """,
    ])
}
