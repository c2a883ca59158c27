import MuseSource

extension Rule {
  static let badLimit = Rule(
    "bad-limit",
    reason: "A limit that cannot be compared with the value limits nothing.",
    advice: "Write a value of the slot's type.",
    accepted: [
      """
      slots: {size: {type: integer, min: 1, max: 5}, name: {type: text, max: 120}}
      """
    ],
    rejected: [
      """
      slots: {size: {type: integer, min: ↓one}}
      """,
      """
      slots: {size: {type: integer, min: 5, max: ↓1}}
      """,
      """
      slots: {mail: {type: email, max: ↓5}}
      """,
      """
      slots: {name: {type: text, max: ↓5m}}
      """,
    ])
}
