import MuseSource

extension Rule {
  static let notYet = Rule(
    "not-yet", .note,
    reason: "The key belongs to the language, and the version at hand does not run it.",
    advice: "Leave it for a later version, or take it out: until then it has no effect.",
    accepted: [
      """
      title: "one"
      """
    ],
    rejected: [
      """
      ↓check: {always-a-way-out: {from: anywhere, can_reach: end}}
      """
    ])
}
