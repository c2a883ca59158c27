import MuseSource

extension Rule {
  static let badOption = Rule(
    "bad-option",
    reason: "A word that is listed twice offers nothing new, and one that means two options says neither.",
    advice: "Take one of them out.",
    accepted: [
      """
      slots: {size: {type: choice, of: [small, large]}}
      """,
      """
      slots: {size: {type: choice, of: {small: ["small", "little"], large: "large"}}}
      """,
    ],
    rejected: [
      """
      slots: {size: {type: choice, of: [small, ↓small]}}
      """,
      """
      slots: {size: {type: choice, of: {small: ["small", "little"], tiny: ["tiny", ↓"little"]}}}
      """,
    ])
}
