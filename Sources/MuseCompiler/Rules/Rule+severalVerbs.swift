import MuseSource

extension Rule {
  static let severalVerbs = Rule(
    "several-verbs",
    reason: "A node does one thing, so that each of its outcomes has one meaning.",
    advice: "Make a node of each, and lead from one to the other.",
    accepted: [],
    rejected: [])
}
