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
      """
      begin: a
      nodes:
        a: {ask: ↓[], next: {done: b, exhausted: b}}
        b: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, outcomes: ↓{}}
      """,
    ])
}
