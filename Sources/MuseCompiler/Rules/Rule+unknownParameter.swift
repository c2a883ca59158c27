import MuseSource

extension Rule {
  static let unknownParameter = Rule(
    "unknown-parameter",
    reason: "The tool does not expect this.",
    advice: "Name what it takes as its declaration does.",
    accepted: [],
    rejected: [])
}
