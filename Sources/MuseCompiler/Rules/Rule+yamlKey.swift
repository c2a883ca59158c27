import MuseSource

extension Rule {
  static let yamlKey = Rule(
    "yaml-key",
    reason: "A key in brackets or braces is a list or a map to YAML.",
    advice: "Put the key in quotes.",
    accepted: [
      """
      policy: {cancel: a}
      """
    ],
    rejected: [
      """
      ↓[a, b]: "x"
      """,
      """
      ? ↓{a: b}
      : "x"
      """,
    ])
}
