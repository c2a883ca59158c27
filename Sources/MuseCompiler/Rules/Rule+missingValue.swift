import MuseSource

extension Rule {
  static let missingValue = Rule(
    "missing-value",
    reason: "A key without a value is nothing to YAML, not an empty text.",
    advice: "Write a value, or take the key out.",
    accepted: [
      """
      title: "one"
      """
    ],
    rejected: [
      """
      title:↓
      """,
      """
      title: ↓~
      """,
      """
      begin: a
      nodes:
        a:
          say:↓
          next: b
        b: {end: done}
      """,
    ])
}
