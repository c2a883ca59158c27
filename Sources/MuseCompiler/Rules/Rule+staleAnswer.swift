import MuseSource

extension Rule {
  static let staleAnswer = Rule(
    "stale-answer", .warning,
    reason: "What was found out about one value says nothing about another.",
    advice: "Lead the way through the call again, or give the slot a 'redo' that does.",
    accepted: [
      """
      tools: {room.look: {effect: reads, takes: {size: integer}, outcomes: {free: {}, full: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {call: room.look, with: [size], next: {free: c, full: d, failed: z}}
        c: {confirm: "{size}?", covers: [size], next: {agreed: z, refused: z, changed: a, exhausted: z}}
        d: {ask: size, forget: size, say: "Full.", next: {done: b, exhausted: z}}
        z: {end: done}
      """,
      """
      tools: {room.look: {effect: reads, takes: {size: integer}, outcomes: {free: {}, full: {}}}}
      slots: {size: {type: integer, ask: "How large?", redo: b}, name: {type: text, ask: "Whose?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {call: room.look, with: [size], next: {free: c, full: z, failed: z}}
        c: {ask: name, next: {done: d, exhausted: z}}
        d: {confirm: "{size}, {name}?", covers: [size, name], next: {agreed: z, refused: z, changed: b, exhausted: z}}
        z: {end: done}
      """,
    ],
    rejected: [
      """
      tools: {room.look: {effect: reads, takes: {size: integer}, outcomes: {free: {}, full: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {call: room.look, with: [↓size], next: {free: c, full: z, failed: z}}
        c: {confirm: "{size}?", covers: [size], next: {agreed: z, refused: z, changed: c, exhausted: z}}
        z: {end: done}
      """,
      """
      tools: {room.look: {effect: reads, takes: {size: integer}, outcomes: {found: {price: number}}}}
      slots: {size: {type: integer, ask: "How large?"}, name: {type: text, ask: "Whose?"}}
      facts: {price: number}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {call: room.look, with: {size: ↓"size + 1"}, set: {price: found.price}, next: {found: c, failed: z}}
        c: {ask: name, next: {done: d, exhausted: z}}
        d: {confirm: "{size}, {name}, {price}?", covers: [size, name], next: {agreed: z, refused: z, changed: b, exhausted: z}}
        z: {end: done}
      """,
    ])
}
