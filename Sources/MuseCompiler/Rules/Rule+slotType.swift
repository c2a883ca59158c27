import MuseSource

extension Rule {
  static let slotType = Rule(
    "slot-type",
    reason: "Not every type can be told by a person.",
    advice: "Use one item, or a list of one plain type.",
    accepted: [
      """
      slots: {size: {type: text, optional: true}}
      """
    ],
    rejected: [
      """
      slots: {size: {type: ↓optional<text>}}
      """,
      """
      slots: {size: {type: ↓list<list<text>>}}
      """,
    ])
}
