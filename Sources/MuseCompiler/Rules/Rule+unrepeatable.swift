import MuseSource

extension Rule {
  static let unrepeatable = Rule(
    "unrepeatable",
    reason: "A write that must never be repeated could be done twice.",
    advice: "Take 'retry' out, or let the tool say 'repeat: same_key' or 'repeat: harmless' where that is so.",
    accepted: [
      """
      tools: {room.book: {effect: writes, repeat: same_key, takes: {size: integer}, outcomes: {booked: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: room.book, with: [size], retry: 3, next: {booked: z, failed: z, unsure: z}}
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
        c: {call: room.book, with: [size], retry: ↓3, next: {booked: z, failed: z, unsure: z}}
        z: {end: done}
      """
    ])
}
