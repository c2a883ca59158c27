import MuseSource

extension Rule {
  static let unknownIntent = Rule(
    "unknown-intent",
    reason: "An intent without a declaration has no examples to be understood by.",
    advice: "Correct the name, or declare it under 'intents'.",
    accepted: [
      """
      intents: {book: ["book a room"]}
      begin: a
      nodes:
        a: {classify: [book], say: "Hm?", next: {book: b, other: a}}
        b: {end: done}
      """
    ],
    rejected: [
      """
      intents: {book: ["book a room"]}
      begin: a
      nodes:
        a: {classify: [book, ↓mvoe], say: "Hm?", next: {book: b, other: a}}
        b: {end: done}
      """,
      """
      policy: {digress: {↓about: a}}
      """,
    ])
}
