import MuseSource

extension Rule {
  static let badID = Rule(
    "bad-id",
    reason: "Ids are names in expressions and in properties, which know these characters only.",
    advice: "Begin with a lower-case letter; go on with lower-case letters, digits and '_'.",
    accepted: [
      """
      begin: a_1
      nodes:
        a_1: {end: done}
      """
    ],
    rejected: [
      """
      begin: Start
      nodes:
        ↓Start: {end: done}
      """,
      """
      musegraph: 1
      name: ↓My graph
      begin: a
      nodes:
        a: {end: done}
      """,
      """
      slots:
        ↓room-size: {type: text}
      """,
      """
      tools:
        ↓room..find: {effect: reads, outcomes: {found: {}}}
      """,
    ])
}
