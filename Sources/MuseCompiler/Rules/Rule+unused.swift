import MuseSource

extension Rule {
  static let unused = Rule(
    "unused", .warning,
    reason: "What nothing uses is a leftover, or was meant to be used.",
    advice: "Use it, or take it out.",
    accepted: [],
    rejected: [])
}
