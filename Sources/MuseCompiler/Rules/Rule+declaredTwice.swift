import MuseSource

extension Rule {
  static let declaredTwice = Rule(
    "declared-twice",
    reason: "Of two declarations with one name nobody can tell which is meant.",
    advice: "Rename one of them or take it out.",
    accepted: [
      .init(
        """
        import: [a.tools.yaml]
        types: {box: {fields: {size: text}}}
        """,
        files: ["a.tools.yaml": "musegraph: 1\ntypes: {bag: {fields: {size: text}}}\n"])
    ],
    rejected: [
      .init(
        """
        import: [a.tools.yaml]
        types: {box: {fields: {size: text}}}
        """,
        files: ["a.tools.yaml": "musegraph: 1\ntypes: {↓box: {fields: {size: text}}}\n"])
    ])
}
