import MuseSource

extension Rule {
  static let unknownSlot = Rule(
    "unknown-slot",
    reason: "What is not declared cannot be told, asked or set.",
    advice: "Correct the name, or declare it.",
    accepted: [
      """
      intents: {book: ["a [large](size) room"]}
      slots: {size: {type: text}}
      """
    ],
    rejected: [
      """
      intents: {book: ["a [large](↓sise) room"]}
      slots: {size: {type: text}}
      """,
      """
      slots: {size: {type: text, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: [size, ↓colour], next: {done: b, exhausted: b}}
        b: {end: done}
      """,
      """
      slots: {size: {type: text, ask: "How large?"}}
      facts: {price: number}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: d}}
        b: {confirm: "{size}?", covers: [size, ↓price], next: {agreed: d, refused: d, changed: a, exhausted: d}}
        d: {set: {price: "3.5"}, next: e}
        e: {say: "{price}", end: done}
      """,
      """
      begin: a
      nodes:
        a: {set: {↓price: "3.5"}, next: b}
        b: {end: done}
      """,
    ])
}
