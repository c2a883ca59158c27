import MuseSource

extension Rule {
  static let writeWithoutConfirm = Rule(
    "write-without-confirm",
    reason: "What changes the world is done only after a person has agreed to it.",
    advice: "Put a 'confirm' that covers every slot it reads on every way that leads here.",
    accepted: [
      """
      tools:
        room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: room.book, with: [size], next: {booked: z, failed: d, unsure: z}}
        d: {confirm: "Again?", next: {agreed: c, refused: z, exhausted: z}}
        z: {end: done}
      """
    ],
    rejected: [
      """
      tools:
        room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: c, exhausted: z}}
        c: {call: ↓room.book, with: [size], next: {booked: z, failed: z, unsure: z}}
        z: {end: done}
      """,
      """
      tools:
        room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [], next: {agreed: c, refused: z, exhausted: z}}
        c: {call: ↓room.book, with: [size], next: {booked: z, failed: d, unsure: z}}
        d: {confirm: "Again?", next: {agreed: c, refused: z, exhausted: z}}
        z: {end: done}
      """,
      """
      tools:
        room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: ↓room.book, with: [size], next: {booked: d, failed: d, unsure: z}}
        d: {confirm: "Again?", next: {agreed: c, refused: z, exhausted: z}}
        z: {end: done}
      """,
    ])
}
