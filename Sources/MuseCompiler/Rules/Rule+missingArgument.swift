import MuseSource

extension Rule {
  static let missingArgument = Rule(
    "missing-argument",
    reason: "The tool cannot work without what it takes.",
    advice: "Give a value for each in 'with'.",
    accepted: [],
    rejected: [])
}
