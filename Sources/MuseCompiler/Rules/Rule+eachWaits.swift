import MuseSource

extension Rule {
  static let eachWaits = Rule(
    "each-waits",
    reason: "The items of an 'each' are done side by side, and nobody can answer several questions at once.",
    advice: "Run a graph without waits and without 'each', or do the items one after the other.",
    accepted: [
      .init(
        """
        import: [greet.graph.yaml]
        facts: {names: list<text>}
        begin: a
        nodes:
          a: {set: {names: "['Ann', 'Bob']"}, next: b}
          b: {each: "names", run: greet, with: {who: item}, next: {done: c, some: c, failed: c}}
          c: {end: done}
        """,
        files: [
          "greet.graph.yaml":
            """
          musegraph: 1
          name: greet
          takes: who
          slots: {who: {type: text}}
          begin: a
          nodes:
            a: {say: "Hello, {who}.", next: b}
            b: {end: done}
          """
        ])
    ],
    rejected: [
      .init(
        """
        import: [greet.graph.yaml]
        facts: {names: list<text>}
        begin: a
        nodes:
          a: {set: {names: "['Ann', 'Bob']"}, next: b}
          b: {each: "names", run: ↓greet, with: {who: item}, next: {done: c, some: c, failed: c}}
          c: {end: done}
        """,
        files: [
          "greet.graph.yaml":
            """
          musegraph: 1
          name: greet
          takes: who
          slots: {who: {type: text}}
          begin: a
          nodes:
            a: {confirm: "Greet {who}?", next: {agreed: b, refused: b, exhausted: b}}
            b: {end: done}
          """
        ]),
      .init(
        """
        import: [greet.graph.yaml]
        facts: {names: list<text>}
        begin: a
        nodes:
          a: {set: {names: "['Ann', 'Bob']"}, next: b}
          b: {each: "names", run: ↓greet, with: {who: item}, next: {done: c, some: c, failed: c}}
          c: {end: done}
        """,
        files: [
          "greet.graph.yaml":
            """
          musegraph: 1
          name: greet
          takes: who
          slots: {who: {type: text}}
          begin: a
          nodes:
            a: {each: "[who]", llm: helper, reply: true, prompt: "Greet {item}.", next: {done: b, some: b, failed: b}}
            b: {end: done}
          """
        ]),
    ])
}
