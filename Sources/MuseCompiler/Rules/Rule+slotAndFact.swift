import MuseSource

extension Rule {
  static let slotAndFact = Rule(
    "slot-and-fact",
    reason: "Slots and facts share their names: what a person may tell is not what only the graph may set.",
    advice: "Rename one of them.",
    accepted: [
      """
      slots: {size: {type: text}}
      facts: {sizes: list<text>}
      """
    ],
    rejected: [
      """
      slots: {size: {type: text}}
      facts: {↓size: text}
      """
    ])
}
