import MuseSource

extension Rule {
  static let unknownTool = Rule(
    "unknown-tool",
    reason: "A tool that is not declared cannot be called.",
    advice: "Correct the name, declare it under 'tools', or import the file that does.",
    accepted: [
      """
      types: {box: {fields: {name: text}, show: "{name}"}}
      tools:
        box.find: {effect: reads, takes: {words: text}, outcomes: {found: {boxes: list<box>}}}

      slots: {box: {type: box, lookup: box.find}}
      """
    ],
    rejected: [
      """
      types: {box: {fields: {name: text}, show: "{name}"}}
      tools:
        box.find: {effect: reads, takes: {words: text}, outcomes: {found: {boxes: list<box>}}}
      slots: {box: {type: box, lookup: ↓box.fnd}}
      """,
      """
      begin: a
      nodes:
        a: {call: ↓room.book, next: {done: b}}
        b: {end: done}
      """,
    ])
}
