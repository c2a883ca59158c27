import MuseSource

extension Rule {
  static let missingOutcome = Rule(
    "missing-outcome",
    reason: "Every outcome leads somewhere; nothing falls through.",
    advice: "Name a node for each in 'next'.",
    accepted: [
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        a: {call: room.find, with: {size: "3"}, set: {names: found.names}, next: {found: b}}
        b: {say: "{names}", next: c}
        c: {end: done}
      otherwise: {full: c, failed: c}
      """
    ],
    rejected: [
      """
      tools:
        room.find: {effect: reads, takes: {size: integer, floor: optional<integer>}, outcomes: {found: {names: list<text>}, full: {}}}
      facts: {names: list<text>}
      begin: a
      nodes:
        ↓a: {call: room.find, with: {size: "3"}, set: {names: found.names}, next: {found: b, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """,
      """
      begin: a
      nodes:
        ↓a: {say: "Hi."}
        b: {end: done}
      """,
    ])
}
