import MuseSource

extension Rule {
  static let unknownNode = Rule(
    "unknown-node",
    reason: "A way that leads nowhere cannot be taken.",
    advice: "Correct the name, or write the node.",
    accepted: [
      """
      policy: {cancel: a}
      """
    ],
    rejected: [
      """
      policy: {cancel: ↓b}
      """,
      """
      begin: ↓b
      nodes:
        a: {end: done}
      """,
      """
      begin: start
      nodes:
        start: {say: "Hi.", next: ↓fini}
        finish: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {when: [{if: "size > 3", to: c}], else: ↓cc}
        c: {end: done}
      """,
      """
      otherwise: {failed: ↓sorry}
      """,
    ])
}
