import MuseSource

extension Rule {
  static let choiceWithoutOf = Rule(
    "choice-without-of",
    reason: "A choice is one of a few words, and these are missing.",
    advice: "List them beside it: 'of: [small, large]'.",
    accepted: [
      """
      slots: {size: {type: choice, of: [small, large]}}
      """
    ],
    rejected: [
      """
      slots: {size: {type: ↓choice}}
      """,
      """
      slots: {size: {type: choice, of: ↓[]}}
      """,
      """
      types: {box: {fields: {size: ↓choice}}}
      """,
    ])
}
