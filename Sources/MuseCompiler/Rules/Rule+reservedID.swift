import MuseSource

extension Rule {
  static let reservedID = Rule(
    "reserved-id",
    reason: "The name has a meaning already, so a reader could not tell which is meant.",
    advice: "Choose another name.",
    accepted: [
      """
      begin: a
      nodes:
        a: {end: done}
      """
    ],
    rejected: [
      """
      slots:
        ↓today: {type: date}
      """,
      """
      begin: turn
      nodes:
        ↓turn: {end: done}
      """,
      """
      types:
        ↓person: {fields: {name: text}}
      """,
      """
      slots:
        ↓in: {type: text}
      """,
      """
      tools:
        do: {effect: writes, outcomes: {↓failed: {}}}
      """,
      """
      intents:
        ↓other: ["something else"]
      """,
      """
      begin: a
      nodes:
        a: {llm: judge, out: choice, of: [fine, ↓failed], prompt: "Judge.", next: {fine: z, failed: z}}
        z: {end: done}
      """,
      .init(
        """
        import: [rate.graph.yaml]
        begin: a
        nodes:
          a: {run: ↓rate, next: {failed: z}}
          z: {end: done}
        """,
        files: ["rate.graph.yaml": "musegraph: 1\nname: rate\nbegin: a\nnodes: {a: {say: Hello., end: failed}}\n"]),
    ])
}
