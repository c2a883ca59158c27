import MuseSource

extension Rule {
  static let yamlDirective = Rule(
    "yaml-directive",
    reason: "A line that begins with '%' tells a reader of YAML to read the file differently, and not every reader obeys.",
    advice: "Take the line out.",
    accepted: [
      """
      # yaml-language-server: $schema=../graph.schema.json
      ---
      musegraph: 1
      name: example
      begin: a
      nodes:
        a: {end: done}
      """
    ],
    rejected: [
      """
      ↓%YAML 1.1
      ---
      musegraph: 1
      name: example
      begin: a
      nodes:
        a: {end: done}
      """
    ])
}
