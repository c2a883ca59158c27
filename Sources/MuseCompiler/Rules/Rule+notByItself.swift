import MuseSource

extension Rule {
  static let notByItself = Rule(
    "not-by-itself", .note,
    reason: "A graph that must be given something ('takes') is a part of others: 'chat' and 'serve' do not begin with it.",
    advice: "Let another graph run it and give it that 'with'; or take 'takes' out, so that it asks.",
    accepted: [
      .init(
        """
        import: [size.graph.yaml]
        begin: a
        nodes:
          a: {run: size, with: {size: "3"}, next: {done: b, failed: b}}
          b: {end: done}
        """,
        files: [
          "size.graph.yaml":
            """
          musegraph: 1
          name: size
          takes: size
          facts: {size: integer}
          begin: a
          nodes:
            a: {say: "Size {size}.", next: b}
            b: {end: done}
          """
        ])
    ],
    rejected: [
      """
      takes: ↓size
      facts: {size: integer}
      begin: a
      nodes:
        a: {say: "Size {size}.", next: b}
        b: {end: done}
      """
    ])
}
