import MuseSource

extension Rule {
  static let readBeforeSet = Rule(
    "read-before-set",
    reason: "A value that is not set has nothing to print, compare or hand over.",
    advice: "Ask for it on every way that leads here, or guard it with 'known(…)' or 'maybe(…)'.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{size}", next: c}
        c: {end: done}
      """,
      """
      slots: {size: {type: integer, optional: true}}
      intents: {book: ["a [large](size) room"]}
      begin: a
      nodes:
        a: {classify: [book], say: "Hm?", next: {book: b, other: a}}
        b: {say: "A room{maybe(', size ', size)}.", next: c}
        c: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {when: [{if: "known(size)", to: b}], else: d}
        b: {say: "{size}.", next: c}
        c: {end: done}
        d: {ask: size, next: {done: b, exhausted: c}}
      """,
    ],
    rejected: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: b}}
        b: {say: "So {↓size}.", next: c}
        c: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "So {size}.", forget: [size], next: d}
        d: {say: "Once more: {↓size}.", next: c}
        c: {end: done}
      """,
      """
      slots:
        size: {type: integer, ask: "How large?"}
        price: {type: integer, ask: "And the price?", where: "price > ↓size"}
      begin: a
      nodes:
        a: {ask: [size, price], next: {done: c, exhausted: c}}
        c: {end: done}
      """,
    ])
}
