import MuseSource

extension Rule {
  static let expressionSyntax = Rule(
    "expression-syntax",
    reason: "The expression cannot be read.",
    advice: "Correct it.",
    accepted: [],
    rejected: [])
}
