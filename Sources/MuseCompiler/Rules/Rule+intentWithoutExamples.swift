import MuseSource

extension Rule {
  static let intentWithoutExamples = Rule(
    "intent-without-examples",
    reason: "What an intent sounds like is learnt from its examples.",
    advice: "Write a few sentences that people say.",
    accepted: [
      """
      intents: {book: ["book a room"]}
      """
    ],
    rejected: [
      """
      intents: {↓book: []}
      """
    ])
}
