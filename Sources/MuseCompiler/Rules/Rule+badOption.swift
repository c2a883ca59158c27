import MuseSource

extension Rule {
  static let badOption = Rule(
    "bad-option",
    reason: "A word that is listed twice offers nothing new.",
    advice: "Take one of them out.",
    accepted: [
      """
      slots: {size: {type: choice, of: [small, large]}}
      """
    ],
    rejected: [
      """
      slots: {size: {type: choice, of: [small, ↓small]}}
      """
    ])
}
