import MuseSource

extension Rule {
  static let notAllowed = Rule(
    "not-allowed",
    reason: "The expression language leaves out what would differ from machine to machine or never end.",
    advice: "Write it another way.",
    accepted: [],
    rejected: [])
}
