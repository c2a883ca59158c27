import MuseSource

extension Rule {
  static let repeatedKey = Rule(
    "repeated-key",
    reason: "Of two entries with one key YAML keeps one and silently drops the other.",
    advice: "Rename one of them or take it out.",
    accepted: [
      """
      title: "one"
      """
    ],
    rejected: [
      """
      ↓title: "one"
      ↓title: "two"
      """,
      """
      begin: a
      nodes:
        ↓a: {end: done}
        ↓a: {end: over}
      """,
      """
      begin: a
      nodes:
        a: {↓end: done, ↓end: over, ↓"end": out}
      """,
    ])
}
