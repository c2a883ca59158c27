import MuseSource

extension Rule {
  static let tooDeep = Rule(
    "too-deep",
    reason: "A file that is nested this deeply was not written by hand and would be slow to check.",
    advice: "Write it flatter.",
    accepted: [],
    rejected: [])
}
