import MuseSource

extension Rule {
  static let missingImport = Rule(
    "missing-import",
    reason: "What the file declares is missing.",
    advice: "Correct the path; it counts from the folder of the file that imports.",
    accepted: [
      .init(
        """
        import: [a.tools.yaml]
        """,
        files: ["a.tools.yaml": "musegraph: 1\n"])
    ],
    rejected: [
      """
      import: [↓a.tools.yaml]
      """
    ])
}
