import MuseSource

extension Rule {
  static let writesOnly = Rule(
    "writes-only",
    reason: "What only reads needs no yes, and leaves nothing that could be amended.",
    advice: "Take the key out.",
    accepted: [
      """
      tools: {room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: room.book, with: [size], amend: d, next: {booked: e, failed: z, unsure: z}}
        d: {say: "Instead of {maybe(was.size)} now {size}.", next: b}
        e: {confirm: "All well?", next: {agreed: z, refused: z, exhausted: z}}
        z: {end: done}
      """
    ],
    rejected: [
      """
      tools: {room.list: {effect: reads, outcomes: {listed: {}}}}
      begin: a
      nodes:
        a: {call: room.list, freely: ↓"It only looks.", amend: ↓b, next: {listed: b, failed: b}}
        b: {end: done}
      """
    ])
}
