import MuseSource

extension Rule {
  static let silentQuestion = Rule(
    "silent-question", .warning,
    reason: "A person who was asked nothing does not know that it is their turn.",
    advice: "Write a text behind 'say'.",
    accepted: [],
    rejected: [])
}
