import MuseSource

extension Rule {
  static let unknownIntent = Rule(
    "unknown-intent",
    reason: "An intent without a declaration has no examples to be understood by.",
    advice: "Correct the name, or declare it under 'intents'.",
    accepted: [],
    rejected: [])
}
