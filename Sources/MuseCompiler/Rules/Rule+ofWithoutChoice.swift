import MuseSource

extension Rule {
  static let ofWithoutChoice = Rule(
    "of-without-choice",
    reason: "Only a choice has words to choose from.",
    advice: "Use the type 'choice', or take 'of' out.",
    accepted: [
      """
      slots: {sizes: {type: list<choice>, of: [small, large]}}
      """
    ],
    rejected: [
      """
      slots: {size: {type: text, of: ↓[small, large]}}
      """
    ])
}
