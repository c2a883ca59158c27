import MuseSource

extension Rule {
  static let wrongType = Rule(
    "wrong-type",
    reason: "A value of one type cannot stand for one of another.",
    advice: "Give a value of the type that is expected.",
    accepted: [],
    rejected: [])
}
