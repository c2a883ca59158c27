import MuseSource

extension Rule {
  static let unknownParameter = Rule(
    "unknown-parameter",
    reason: "The tool does not expect this.",
    advice: "Name what it takes as its declaration does.",
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
        a: {call: room.find, with: {↓sise: "3"}, set: {names: found.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3", ↓colour: "1"}, set: {names: found.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
    ])
}
