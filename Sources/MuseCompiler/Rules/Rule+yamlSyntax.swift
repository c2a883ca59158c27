import MuseSource

extension Rule {
  static let yamlSyntax = Rule(
    "yaml-syntax",
    reason: "The file is no YAML, so nothing in it can be read.",
    advice: "Mend this line.",
    accepted: [
      """
      title: "Books: and more"
      """
    ],
    rejected: [
      """
      title: Books↓: and more
      """,
      """
      title: ↓"Books
      begin: a
      """,
      """
      locales: [en
      begin↓: a
      """,
      """
      slots:
        a:
          type: text
         ↓b:
          type: text
      """,
      """
      description: ↓@home
      """,
      """
      locales: [en, ↓, de]
      """,
    ])
}
