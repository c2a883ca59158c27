import MuseSource

extension Rule {
  static let severalVerbs = Rule(
    "several-verbs",
    reason: "A node does one thing, so that each of its outcomes has one meaning.",
    advice: "Make a node of each, and lead from one to the other.",
    accepted: [
      """
      begin: a
      nodes:
        a: {say: "Bye.", end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {end: done, ↓handoff: office}
      """
    ])
}
