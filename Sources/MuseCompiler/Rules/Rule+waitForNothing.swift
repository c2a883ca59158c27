import MuseSource

extension Rule {
  static let waitForNothing = Rule(
    "wait-for-nothing",
    reason: "A wait that names nothing would never end.",
    advice: "Name at least one of 'for', 'until', 'event' and 'message'.",
    accepted: [
      """
      begin: a
      nodes:
        a: {wait: {for: 10m, message: true}, next: {for: b, message: b}}
        b: {end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        ↓a: {wait: {message: false}, next: b}
        b: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {wait: {for: 10m, where: ↓"size > 3"}, next: c}
        c: {end: done}
      """,
    ])
}
