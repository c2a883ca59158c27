import MuseSource

extension Rule {
  static let turnWithoutEnd = Rule(
    "turn-without-end",
    reason: "The nodes follow each other without ever waiting, so the turn would never end.",
    advice: "Let one of them wait: an 'ask' of something that is not yet known, a 'classify' or a 'confirm'.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{size}.", next: d}
        c: {end: done}
        d: {say: "Again.", forget: [size], next: a}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {when: [{if: "now > now", to: c}], else: b}
        ↓b: {say: "Hm.", next: d}
        c: {end: done}
        d: {say: "Well.", next: b}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        ↓a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{size}.", next: a}
        c: {end: done}
      """,
    ])
}
