import MuseSource

extension Rule {
  static let importCircle = Rule(
    "import-circle",
    reason: "Files that import each other can never be read to their end.",
    advice: "Move what both need to a file of its own.",
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
        files: [
          "a.tools.yaml": "musegraph: 1\nimport: b.tools.yaml\n", "b.tools.yaml": "musegraph: 1\nimport: [↓a.tools.yaml]\n",
        ]),
      """
      import: [↓graph.yaml]
      """,
    ])
}
