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
      locales: ↓[en
      begin: a
      """,
      """
      begin: a
      nodes:
        a: ↓{say: "One.", next: {next: b}
        b: {end: done}
      """,
      """
      policy: ↓{cancel: a
      """,
      """
      title: ↓"one
      description: "two"
      """,
      """
      title: "one" ↓and two
      """,
      """
      title: "one"↓# two
      """,
      """
      title: one
      ↓---
      title: two
      """,
      """
      slots:
      ↓\ta: {type: text}
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
