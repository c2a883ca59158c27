import MuseSource

extension Rule {
  static let missingArgument = Rule(
    "missing-argument",
    reason: "The tool cannot work without what it takes.",
    advice: "Give a value for each in 'with'.",
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
        a: {call: ↓room.find, set: {names: found.names}, next: {found: b, full: c, failed: c}}
        b: {say: "{names}", next: c}
        c: {end: done}
      """
    ])
}
