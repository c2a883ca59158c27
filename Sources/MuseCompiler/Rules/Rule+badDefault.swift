import MuseSource

extension Rule {
  static let badDefault = Rule(
    "bad-default",
    reason: "A default that the slot would not take from a person cannot stand for one.",
    advice: "Write a value of the slot's type.",
    accepted: [],
    rejected: [])
}
