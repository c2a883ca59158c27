import MuseSource

extension Rule {
  static let silenceInVain = Rule(
    "silence-in-vain",
    reason: "What is said or done after a silence must be something, and nobody is silent at a question that was left.",
    advice: "Give the step a 'say' or a 'to', or take it out.",
    accepted: [
      """
      policy: {silence: [{after: 10m, say: "Are you there?"}, {after: 1h, to: a}]}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, silence: {after: 10m, then: {after: 1h, to: b}}, next: {done: b, exhausted: b}}
        b: {end: done}
      """,
    ],
    rejected: [
      """
      policy: {silence: ↓{after: 10m}}
      """,
      """
      policy: {silence: {after: 10m, to: a, then: ↓{after: 1h, say: "Hello?"}}}
      """,
    ])
}
