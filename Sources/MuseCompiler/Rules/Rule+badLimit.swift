import MuseSource

extension Rule {
  static let badLimit = Rule(
    "bad-limit",
    reason: "A limit that cannot be compared with the value limits nothing.",
    advice: "Write a value of the slot's type.",
    accepted: [],
    rejected: [])
}
