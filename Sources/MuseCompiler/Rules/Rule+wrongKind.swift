import MuseSource

extension Rule {
  static let wrongKind = Rule(
    "wrong-kind",
    reason: "The field reads something else, so that this would have no meaning.",
    advice: "Write what is expected.",
    accepted: [
      """
      locales: [en]
      """
    ],
    rejected: [
      """
      locales: ↓en
      """,
      """
      title: ↓[one, two]
      """,
      """
      slots:
        size: {type: text, optional: ↓maybe}
      """,
      """
      policy: {limits: {steps_per_turn: ↓none}}
      """,
      """
      begin: a
      nodes:
        a: {end: done, after_end: ↓agian}
      """,
      """
      slots:
        size: {type: text, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: size, next: b}
        b:
          say: ↓{size}
          next: c
        c: {end: done}
      otherwise: {exhausted: c}
      """,
    ])
}
