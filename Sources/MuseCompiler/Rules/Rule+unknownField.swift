import MuseSource

extension Rule {
  static let unknownField = Rule(
    "unknown-field",
    reason: "What an outcome does not bring cannot be kept.",
    advice: "Name a field as the tool declares it.",
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
        a: {call: room.find, with: {size: "3"}, set: {names: found.↓nams}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3"}, set: {names: ↓names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      tools: {room.find: {effect: reads, outcomes: {found: {name: text}}, example: {found: {name: "Oak", ↓flor: 3}}}}
      """,
    ])
}
