import MuseSource

extension Rule {
  static let malformedMark = Rule(
    "malformed-mark",
    reason: "Marks in examples teach which words mean which slot.",
    advice: "Write '[words](slot)'.",
    accepted: [
      """
      slots: {size: {type: text, examples: ["a [large](size) one"]}}
      """
    ],
    rejected: [
      """
      slots: {size: {type: text, examples: ["a ↓[large(size) one"]}}
      """,
      """
      slots: {size: {type: text, examples: ["a ↓[large] one"]}}
      """,
      """
      slots: {size: {type: text, examples: ["a large↓] one"]}}
      """,
      """
      slots: {size: {type: text, examples: ["a ↓[](size) one"]}}
      """,
    ])
}
