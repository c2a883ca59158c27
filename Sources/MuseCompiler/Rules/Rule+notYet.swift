import MuseSource

extension Rule {
  static let notYet = Rule(
    "not-yet", .note,
    reason: "The key belongs to the language, and the version at hand does not run it.",
    advice: "Leave it for a later version, or take it out: until then it has no effect.",
    accepted: [
      """
      title: "one"
      """
    ],
    rejected: [
      """
      policy: {↓silence: {after: 10m, say: "Are you there?"}}
      """,
      """
      begin: a
      nodes:
        a: {↓handoff: office, next: {returned: b, closed: b, unstaffed: b, timeout: b}}
        b: {end: done}
      """,
      """
      begin: a
      nodes:
        a: {say: "Hi.", next: b}
        b: {↓wait: {for: 10m}, next: c}
        c: {end: done}
      """,
      """
      policy: {on_busy: ↓interrupt}
      """,
    ])
}
