import MuseSource

extension Rule {
  static let missingKey = Rule(
    "missing-key",
    reason: "Without this key nobody can tell what is meant.",
    advice: "Write it.",
    accepted: [],
    rejected: [])
}
