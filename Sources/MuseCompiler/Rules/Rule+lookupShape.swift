import MuseSource

extension Rule {
  static let lookupShape = Rule(
    "lookup-shape",
    reason: "A lookup gives one tool the words and takes the one list that it finds.",
    advice: "Use a tool that reads, takes one text, and has one outcome with one list of the slot's type.",
    accepted: [
      """
      types: {box: {fields: {name: text}, show: "{name}"}}
      tools:
        box.find: {effect: reads, takes: {words: text}, outcomes: {found: {boxes: list<box>}}}
      slots: {box: {type: box, lookup: box.find, ask: "Which box?"}}
      """
    ],
    rejected: [
      """
      types: {box: {fields: {name: text}, show: "{name}"}}
      tools:
        box.find: {effect: reads, takes: {words: text}, outcomes: {found: {boxes: list<box>}}}
      slots: {box: {type: person, lookup: ↓box.find}}
      """,
      """
      tools:
        box.find: {effect: reads, takes: {words: text}, outcomes: {found: {box: text}}}
      slots: {box: {type: text, lookup: ↓box.find}}
      """,
    ])
}
