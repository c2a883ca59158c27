import MuseSource

extension Rule {
  static let readBeforeSet = Rule(
    "read-before-set",
    reason: "A value that is not set has nothing to print, compare or hand over.",
    advice: "Ask for it on every way that leads here, or guard it with 'known(…)' or 'maybe(…)'.",
    accepted: [],
    rejected: [])
}
