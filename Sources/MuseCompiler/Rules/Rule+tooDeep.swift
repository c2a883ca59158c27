import MuseSource

extension Rule {
  static let tooDeep = Rule(
    "too-deep",
    reason: "A file that is nested this deeply was not written by hand and would be slow to check.",
    advice: "Write it flatter.",
    accepted: [
      """
      policy: {silence: [{after: 10m, say: "Are you there?"}]}
      """
    ],
    rejected: [
      .init(
        "check: {p: " + String(repeating: "[", count: 62) + "↓" + String(repeating: "[", count: 8)
          + String(repeating: "]", count: 70) + "}\n",
        shown: "# lists in lists in lists, more than 60 of them: check: {p: [[[…]]]}")
    ])
}
