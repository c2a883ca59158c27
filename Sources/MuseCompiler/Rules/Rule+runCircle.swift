import MuseSource

extension Rule {
  static let runCircle = Rule(
    "run-circle",
    reason: "Graphs that run each other without end, or too deep, are places nobody finds out of again.",
    advice: "Let the graph end, and go on where it was run.",
    accepted: [
      .init(
        """
        import: [g2.graph.yaml]
        begin: a
        nodes:
          a: {run: g2, next: {done: b, failed: b}}
          b: {end: done}
        """,
        files: [
          "g2.graph.yaml":
            """
          musegraph: 1
          name: g2
          import: [g3.graph.yaml]
          begin: a
          nodes:
            a: {run: g3, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g3.graph.yaml":
            """
          musegraph: 1
          name: g3
          import: [g4.graph.yaml]
          begin: a
          nodes:
            a: {run: g4, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g4.graph.yaml":
            """
          musegraph: 1
          name: g4
          import: [g5.graph.yaml]
          begin: a
          nodes:
            a: {run: g5, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g5.graph.yaml":
            """
          musegraph: 1
          name: g5
          begin: a
          nodes:
            a: {say: "Hi.", next: b}
            b: {end: done}
          """,
        ])
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {run: ↓example, next: {done: b, failed: b}}
        b: {end: done}
      """,
      .init(
        """
        import: [g1.graph.yaml]
        begin: a
        nodes:
          a: {run: ↓g1, next: {done: b, failed: b}}
          b: {end: done}
        """,
        files: [
          "g1.graph.yaml":
            """
          musegraph: 1
          name: g1
          import: [g2.graph.yaml]
          begin: a
          nodes:
            a: {run: g2, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g2.graph.yaml":
            """
          musegraph: 1
          name: g2
          import: [g3.graph.yaml]
          begin: a
          nodes:
            a: {run: g3, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g3.graph.yaml":
            """
          musegraph: 1
          name: g3
          import: [g4.graph.yaml]
          begin: a
          nodes:
            a: {run: g4, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g4.graph.yaml":
            """
          musegraph: 1
          name: g4
          import: [g5.graph.yaml]
          begin: a
          nodes:
            a: {run: g5, next: {done: b, failed: b}}
            b: {end: done}
          """,
          "g5.graph.yaml":
            """
          musegraph: 1
          name: g5
          begin: a
          nodes:
            a: {say: "Hi.", next: b}
            b: {end: done}
          """,
        ]),
    ])
}
