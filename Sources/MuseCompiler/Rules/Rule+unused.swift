import MuseSource

extension Rule {
  static let unused = Rule(
    "unused", .warning,
    reason: "What nothing uses is a leftover, or was meant to be used.",
    advice: "Use it, or take it out.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: c, exhausted: c}}
        c: {end: done}
      """
    ],
    rejected: [
      """
      slots: {↓size: {type: integer, where: "size > 3"}}
      facts: {↓price: number}
      intents: {↓book: ["book a room"]}
      tools: {↓room.book: {effect: reads, outcomes: {booked: {}}}}
      begin: a
      nodes:
        a: {set: {price: "3.5"}, next: b}
        b: {end: done}
      """
    ])
}
