import MuseSource

extension Rule {
  static let unknownSlot = Rule(
    "unknown-slot",
    reason: "What is not declared cannot be told, asked or set.",
    advice: "Correct the name, or declare it.",
    accepted: [],
    rejected: [])
}
