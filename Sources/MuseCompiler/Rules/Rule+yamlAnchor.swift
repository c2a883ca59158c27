import MuseSource

extension Rule {
  static let yamlAnchor = Rule(
    "yaml-anchor",
    reason: "An anchor is only of use to aliases, which the language does not have.",
    advice: "Take it out; put a text that begins with '&' in quotes.",
    accepted: [
      """
      title: "&"
      """
    ],
    rejected: [
      """
      title: ↓&name "one"
      """,
      """
      begin: a
      nodes:
        a: ↓&first {end: done}
      """,
    ])
}
