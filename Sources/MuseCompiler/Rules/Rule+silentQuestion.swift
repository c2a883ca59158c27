import MuseSource

extension Rule {
  static let silentQuestion = Rule(
    "silent-question", .warning,
    reason: "A person who was asked nothing does not know that it is their turn.",
    advice: "Write a text behind 'say'.",
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
        ↓a: {classify: [book], next: {book: b, other: a}}
        b: {end: done}
      """,
      """
      begin: a
      nodes:
        ↓a: {confirm: {}, next: {agreed: b, refused: b, exhausted: b}}
        b: {end: done}
      """,
    ])
}
