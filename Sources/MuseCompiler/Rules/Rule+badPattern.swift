import MuseSource

extension Rule {
  static let badPattern = Rule(
    "bad-pattern",
    reason: "A value is held against the pattern as a whole, and nothing would ever fit, or everything.",
    advice: "Write it in the syntax of RE2, on a slot whose values are texts.",
    accepted: [
      """
      slots: {plate: {type: text, pattern: "[A-Z]{1,3}-[0-9]{1,4}"}, mails: {type: list<email>, pattern: ".*@example[.]com"}}
      """
    ],
    rejected: [
      """
      slots: {plate: {type: text, pattern: "[A-Z]{1,3}-↓)"}}
      """,
      """
      slots: {size: {type: integer, pattern: ↓"[0-9]+"}}
      """,
    ])
}
