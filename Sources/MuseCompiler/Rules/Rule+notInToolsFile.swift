import MuseSource

extension Rule {
  static let notInToolsFile = Rule(
    "not-in-tools-file",
    reason: "What a file imports are tools and types; a graph is run by its name.",
    advice: "Move it to the graph's own file.",
    accepted: [
      .init(
        """
        import: [a.tools.yaml]
        """,
        files: ["a.tools.yaml": "musegraph: 1\n"])
    ],
    rejected: [
      .init(
        """
        import: [a.tools.yaml]
        """,
        files: ["a.tools.yaml": "musegraph: 1\n↓facts: {size: text}\n"])
    ])
}
