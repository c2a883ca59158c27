import MuseSource

extension Rule {
  static let yamlTag = Rule(
    "yaml-tag",
    reason: "YAML takes a word that begins with '!' for a tag and drops it from the text.",
    advice: "Put the text in quotes.",
    accepted: [
      """
      title: "! x"
      """
    ],
    rejected: [
      """
      title: ↓! x
      """,
      """
      title: ↓!!str x
      """,
    ])
}
