import MuseSource

extension Rule {
  static let eachBody = Rule(
    "each-body",
    reason: "An 'each' does one thing with every item.",
    advice: "Write one of 'call', 'llm' and 'run' beside it.",
    accepted: [
      """
      tools:
        room.find: {effect: reads, takes: {size: integer}, outcomes: {found: {name: text}, full: {}}}
      facts: {sizes: list<integer>, names: list<text>}
      begin: a
      nodes:
        a: {set: {sizes: "[2, 3]"}, next: b}
        b: {each: "sizes", as: size, call: room.find, with: [size], set: {names: found.name}, next: {done: c, some: c, failed: d}}
        c: {say: "{names}", next: d}
        d: {end: done}
      """
    ],
    rejected: [
      """
      facts: {sizes: list<integer>}
      begin: a
      nodes:
        a: {set: {sizes: "[2, 3]"}, next: b}
        ↓b: {each: "sizes", next: {done: c, some: c, failed: c}}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer}, outcomes: {found: {name: text}, full: {}}}
      facts: {sizes: list<integer>}
      begin: a
      nodes:
        a: {set: {sizes: "[2, 3]"}, next: b}
        ↓b: {each: "sizes", call: room.find, with: {size: item}, llm: helper, reply: true, prompt: "Hi.", next: {done: c, some: c, failed: c}}
        c: {end: done}
      """,
    ])
}
