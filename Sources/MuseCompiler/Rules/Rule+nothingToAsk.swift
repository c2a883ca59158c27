import MuseSource

extension Rule {
  static let nothingToAsk = Rule(
    "nothing-to-ask", .warning,
    reason: "A slot without a question is taken when said and never asked, so this node would pass at once.",
    advice: "Give one of its slots an 'ask' text, or take the node out.",
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
      slots: {size: {type: integer}}
      begin: a
      nodes:
        a: {ask: ↓size, next: {done: b, exhausted: b}}
        b: {end: done}
      """
    ])
}
