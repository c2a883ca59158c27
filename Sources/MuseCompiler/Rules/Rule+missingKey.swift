import MuseSource

extension Rule {
  static let missingKey = Rule(
    "missing-key",
    reason: "Without this key nobody can tell what is meant.",
    advice: "Write it.",
    accepted: [
      """
      title: "one"
      """
    ],
    rejected: [
      """
      slots:
        ↓size: {ask: "How large?"}
      """,
      """
      ↓musegraph: 1
      name: example
      begin: a
      """,
      """
      ↓
      """,
    ])
}
