import MuseSource

extension Rule {
  static let reservedID = Rule(
    "reserved-id",
    reason: "The name has a meaning already, so a reader could not tell which is meant.",
    advice: "Choose another name.",
    accepted: [
      """
      begin: a
      nodes:
        a: {end: done}
      """
    ],
    rejected: [
      """
      slots:
        ↓today: {type: date}
      """,
      """
      begin: turn
      nodes:
        ↓turn: {end: done}
      """,
      """
      types:
        ↓person: {fields: {name: text}}
      """,
      """
      slots:
        ↓in: {type: text}
      """,
      """
      tools:
        do: {effect: writes, outcomes: {↓failed: {}}}
      """,
    ])
}
