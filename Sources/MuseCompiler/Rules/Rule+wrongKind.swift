import MuseSource

extension Rule {
  static let wrongKind = Rule(
    "wrong-kind",
    reason: "The field reads something else, so that this would have no meaning.",
    advice: "Write what is expected.",
    accepted: [],
    rejected: [])
}
