import MuseSource

extension Rule {
  static let unknownGraph = Rule(
    "unknown-graph",
    reason: "Only a graph whose file is imported can be run.",
    advice: "Import its file, and name it as the file does.",
    accepted: [
      .init(
        """
        import: [pay.graph.yaml]
        facts: {card: text}
        begin: a
        nodes:
          a: {run: pay, with: {amount: "3"}, set: {card: paid.card}, next: {paid: b, not_paid: c, cancelled: c, failed: c}}
          b: {say: "{card}", next: c}
          c: {end: done}
        """,
        files: [
          "pay.graph.yaml":
            """
          musegraph: 1
          name: pay
          takes: amount
          slots: {amount: {type: integer}, card: {type: text, ask: "Your card for {amount}?"}}
          begin: a
          nodes:
            a: {ask: card, next: {done: b, exhausted: c}}
            b: {end: paid}
            c: {end: not_paid}
          """
        ])
    ],
    rejected: [
      .init(
        """
        import: [pay.graph.yaml]
        facts: {card: text}
        begin: a
        nodes:
          a: {run: ↓pya, with: {amount: "3"}, set: {card: paid.card}, next: {paid: b, failed: c}}
          b: {say: "{card}", next: c}
          c: {end: done}
        """,
        files: [
          "pay.graph.yaml":
            """
          musegraph: 1
          name: pay
          takes: amount
          slots: {amount: {type: integer}, card: {type: text, ask: "Your card for {amount}?"}}
          begin: a
          nodes:
            a: {ask: card, next: {done: b, exhausted: c}}
            b: {end: paid}
            c: {end: not_paid}
          """
        ])
    ])
}
