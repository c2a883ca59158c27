import MuseSource

extension Rule {
  static let wrongType = Rule(
    "wrong-type",
    reason: "A value of one type cannot stand for one of another.",
    advice: "Give a value of the type that is expected.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {when: [{if: "size > 3", to: c}], else: c}
        c: {end: done}
      """
    ],
    rejected: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {when: [{if: "↓size > 'x'", to: c}], else: c}
        c: {end: done}
      """,
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {when: [{if: "↓size", to: c}], else: c}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: ↓"'three'"}, set: {names: found.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, outcomes: {found: {name: text}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, set: {names: ↓found.name}, next: {found: b, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      facts: {price: number}
      begin: a
      nodes:
        a: {set: {price: ↓"3"}, next: b}
        b: {say: "{price}", end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer}, outcomes: {found: {floor: integer}}, example: {found: {floor: ↓"{size} up"}}}
      """,
    ])
}
