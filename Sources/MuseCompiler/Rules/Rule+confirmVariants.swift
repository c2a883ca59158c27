import MuseSource

extension Rule {
  static let confirmVariants = Rule(
    "confirm-variants",
    reason: "What a person agrees to must be said in the same words every time.",
    advice: "Write one text.",
    accepted: [],
    rejected: [])
}
