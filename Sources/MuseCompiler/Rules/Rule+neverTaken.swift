import MuseSource

extension Rule {
  static let neverTaken = Rule(
    "never-taken", .warning,
    reason: "A way that no value chooses is a leftover, or hides a mistake in a condition.",
    advice: "Correct the condition, or take the way out.",
    accepted: [
      """
      slots: {kind: {type: choice, of: [tea, coffee, milk], ask: "Which?"}}
      begin: a
      nodes:
        a: {ask: kind, next: {done: b, exhausted: z}}
        b: {when: [{if: "kind == 'tea'", to: c}, {if: "kind != 'milk'", to: z}], else: c}
        c: {say: "Well.", next: z}
        z: {end: done}
      """
    ],
    rejected: [
      """
      slots: {kind: {type: choice, of: [tea, coffee, milk], ask: "Which?"}}
      begin: a
      nodes:
        a: {ask: kind, next: {done: b, exhausted: z}}
        b: {when: [{if: ↓"kind == 'te'", to: c}, {if: "kind != 'milk'", to: z}, {if: ↓"kind == 'tea'", to: c}], else: c}
        c: {say: "Well.", next: z}
        z: {end: done}
      """,
      """
      facts: {is_late: boolean}
      begin: a
      nodes:
        a: {set: {is_late: "true"}, next: b}
        b: {when: [{if: "is_late", to: c}, {if: "!is_late", to: z}], else: ↓c}
        c: {say: "Well.", next: z}
        z: {end: done}
      """,
    ])
}
