import MuseSource

extension Rule {
  static let deadEnd = Rule(
    "dead-end",
    reason: "A conversation that comes here can neither end nor begin anew.",
    advice: "Lead from one of these nodes to an 'end', or back to where the graph begins.",
    accepted: [
      """
      begin: a
      nodes:
        a: {confirm: "Shall I?", next: {agreed: b, refused: b, exhausted: c}}
        b: {confirm: "Really?", next: {agreed: c, refused: a, exhausted: b}}
        c: {end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {confirm: "Shall I?", next: {agreed: b, refused: c, exhausted: c}}
        ↓b: {confirm: "Really?", next: {agreed: d, refused: d, exhausted: b}}
        c: {end: done}
        d: {say: "Hm.", next: b}
      """
    ])
}
