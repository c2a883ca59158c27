import MuseSource

extension Rule {
  static let unknownField = Rule(
    "unknown-field",
    reason: "What an outcome does not bring cannot be kept.",
    advice: "Name a field as the tool declares it.",
    accepted: [],
    rejected: [])
}
