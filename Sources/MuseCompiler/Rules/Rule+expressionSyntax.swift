import MuseSource

extension Rule {
  static let expressionSyntax = Rule(
    "expression-syntax",
    reason: "The expression cannot be read.",
    advice: "Correct it.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{size + 1}", next: c}
        c: {end: done}
      """
    ],
    rejected: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{size +↓}", next: c}
        c: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "So ↓{size", next: c}
        c: {end: done}
      """,
    ])
}
