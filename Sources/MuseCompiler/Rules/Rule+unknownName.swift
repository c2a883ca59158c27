import MuseSource

extension Rule {
  static let unknownName = Rule(
    "unknown-name",
    reason: "An expression can only read what is declared.",
    advice: "Correct the name, or declare it under 'slots' or 'facts'.",
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
        b: {say: "{↓sise + 1}", next: c}
        c: {end: done}
      """,
      """
      slots:
        size:
          type: integer
          ask: >
            How large,
            of {↓sise}?
      """,
      """
      slots:
        size:
          type: integer
          ask: |
            How large?
              "{↓sise}"
      """,
    ])
}
