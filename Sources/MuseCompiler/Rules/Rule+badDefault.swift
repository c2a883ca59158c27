import MuseSource

extension Rule {
  static let badDefault = Rule(
    "bad-default",
    reason: "A default that the slot would not take from a person cannot stand for one.",
    advice: "Write a value of the slot's type.",
    accepted: [
      """
      slots: {length: {type: duration, min: 5m, default: 1h30m}, day: {type: date, default: today}}
      """
    ],
    rejected: [
      """
      slots: {length: {type: duration, default: ↓half an hour}}
      """,
      """
      slots: {length: {type: duration, max: 8h, default: ↓9h}}
      """,
      """
      slots: {size: {type: choice, of: [small, large], default: ↓medium}}
      """,
      """
      slots: {names: {type: list<text>, default: ↓Ann}}
      """,
    ])
}
