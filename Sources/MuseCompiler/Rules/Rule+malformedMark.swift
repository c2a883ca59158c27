import MuseSource

extension Rule {
  static let malformedMark = Rule(
    "malformed-mark",
    reason: "Marks in examples teach which words mean which slot.",
    advice: "Write '[words](slot)'.",
    accepted: [],
    rejected: [])
}
