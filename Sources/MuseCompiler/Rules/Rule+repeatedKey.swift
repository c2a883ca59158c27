import MuseSource

extension Rule {
  static let repeatedKey = Rule(
    "repeated-key",
    reason: "Of two entries with one key YAML keeps one and silently drops the other.",
    advice: "Rename one of them or take it out.",
    accepted: [],
    rejected: [])
}
