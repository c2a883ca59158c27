import MuseSource

extension Rule {
  static let writesFreely = Rule(
    "writes-freely", .note,
    reason: "A write without a yes is for its author to answer for: the reason stands in every report.",
    advice: "Read the reason again, or put a 'confirm' before the write and take 'freely' out.",
    accepted: [
      """
      tools: {room.book: {effect: writes, repeat: never, takes: {size: integer}, outcomes: {booked: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {call: room.book, with: [size], next: {booked: z, failed: z, unsure: z}}
        z: {end: done}
      """
    ],
    rejected: [
      """
      tools: {room.book: {effect: writes, takes: {size: integer}, outcomes: {booked: {}}}}
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: c, exhausted: z}}
        c: {call: room.book, with: [size], freely: ↓"A booking costs nothing.", next: {booked: z, failed: z, unsure: z}}
        z: {end: done}
      """
    ])
}
