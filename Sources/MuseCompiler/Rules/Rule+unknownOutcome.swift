import MuseSource

extension Rule {
  static let unknownOutcome = Rule(
    "unknown-outcome",
    reason: "A node only ends as its verb or its tool allows.",
    advice: "Correct the name, or take it out.",
    accepted: [
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3"}, set: {names: found.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """
    ],
    rejected: [
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3"}, set: {names: found.names}, next: {found: b, ↓fulll: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3"}, set: {names: ↓fund.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      begin: a
      nodes:
        a: {say: "Hi.", claims: b.↓don, next: b}
        b: {set: {}, next: c}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3"}, set: {names: found.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      otherwise: {↓exausted: c}
      """,
      """
      tools: {room.find: {effect: reads, outcomes: {found: {}, full: {}}, example: ↓fuond}}
      """,
    ])
}
