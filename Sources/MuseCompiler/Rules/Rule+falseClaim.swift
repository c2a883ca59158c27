import MuseSource

extension Rule {
  static let falseClaim = Rule(
    "false-claim",
    reason: "A text that speaks of something as done may be spoken only when it is.",
    advice: "Lead here only by that outcome, or take the claim out and reword the text.",
    accepted: [
      """
      tools: {room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: room.book, with: [size], next: {booked: d, failed: z, unsure: z}}
        d: {say: "Booked.", claims: c.booked, next: z}
        z: {end: done}
      """
    ],
    rejected: [
      """
      tools: {room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: room.book, with: [size], next: {booked: d, failed: d, unsure: z}}
        d: {say: "Booked.", claims: ↓c.booked, next: z}
        z: {end: done}
      """
    ])
}
