import MuseSource

extension Rule {
  static let missingElse = Rule(
    "missing-else",
    reason: "If no case holds the conversation would have nowhere to go.",
    advice: "Write 'else: node', or cases that leave nothing out.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {when: [{if: "size > 3", to: c}], else: c}
        c: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {when: [{if: "size > 3", to: c}, {if: "!(size > 3)", to: c}]}
        c: {end: done}
      """,
    ],
    rejected: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        ↓b: {when: [{if: "size > 3", to: c}]}
        c: {end: done}
      """
    ])
}
