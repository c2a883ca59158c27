import MuseSource

extension Rule {
  static let objectWithoutLookup = Rule(
    "object-without-lookup",
    reason: "What a person says are words; only a lookup makes a value of a declared type from them.",
    advice: "Name a tool that finds it: 'lookup: tool'.",
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
      slots: {↓box: {type: box, ask: "Which box?"}}
      """
    ])
}
