import MuseSource

extension Rule {
  static let declaredTwice = Rule(
    "declared-twice",
    reason: "Of two declarations with one name nobody can tell which is meant.",
    advice: "Rename one of them or take it out.",
    accepted: [],
    rejected: [])
}
