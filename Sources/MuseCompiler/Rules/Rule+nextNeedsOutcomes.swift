import MuseSource

extension Rule {
  static let nextNeedsOutcomes = Rule(
    "next-needs-outcomes",
    reason: "One node cannot follow outcomes that mean different things.",
    advice: "Write a map from outcomes to nodes.",
    accepted: [
      """
      begin: a
      nodes:
        a: {confirm: "Shall I?", next: {agreed: b, refused: b, exhausted: b}}
        b: {end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {confirm: "Shall I?", next: ↓b}
        b: {end: done}
      otherwise: {exhausted: b}
      """
    ])
}
