import MuseSource

extension Rule {
  static let badType = Rule(
    "bad-type",
    reason: "The type cannot be read.",
    advice: "Write a type such as 'text', 'datetime' or 'list<person>'.",
    accepted: [
      """
      facts: {sizes: list<text>}
      """
    ],
    rejected: [
      """
      facts: {sizes: list↓ of text}
      """,
      """
      facts: {sizes: list<text↓}
      """,
      """
      facts: {sizes: text↓>}
      """,
    ])
}
