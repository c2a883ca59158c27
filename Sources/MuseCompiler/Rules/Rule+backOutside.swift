import MuseSource

extension Rule {
  static let backOutside = Rule(
    "back-outside-digression",
    reason: "'back' leads where a digression came from, and here is none.",
    advice: "Name a node, or reach this one by 'policy.digress' only.",
    accepted: [],
    rejected: [])
}
