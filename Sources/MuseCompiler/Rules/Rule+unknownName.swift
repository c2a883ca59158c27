import MuseSource

extension Rule {
  static let unknownName = Rule(
    "unknown-name",
    reason: "An expression can only read what is declared.",
    advice: "Correct the name, or declare it under 'slots' or 'facts'.",
    accepted: [],
    rejected: [])
}
