import MuseSource

extension Rule {
  static let yamlAlias = Rule(
    "yaml-alias",
    reason: "An alias hides what is written elsewhere.",
    advice: "Write the value out.",
    accepted: [
      """
      title: "*all"
      """
    ],
    rejected: [
      """
      title: ↓*all
      """,
      """
      begin: a
      nodes:
        a: {say: ↓*hello , end: done}
      """,
    ])
}
