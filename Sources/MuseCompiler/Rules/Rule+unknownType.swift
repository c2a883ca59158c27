import MuseSource

extension Rule {
  static let unknownType = Rule(
    "unknown-type",
    reason: "A value of an unknown type cannot be understood, checked or printed.",
    advice: "Use a type of the language, or declare it under 'types'.",
    accepted: [
      """
      types: {box: {fields: {size: text}}}
      facts: {boxes: list<box>}
      """
    ],
    rejected: [
      """
      facts: {size: ↓string}
      """,
      """
      facts: {boxes: list<↓box>}
      """,
    ])
}
