import MuseSource

extension Rule {
  static let slotCircle = Rule(
    "slot-circle",
    reason: "A slot that hangs on itself would clear itself.",
    advice: "Let only one of them hang on the other.",
    accepted: [
      """
      slots:
        kind: {type: choice, of: [theft, damage], ask: "What happened?"}
        report: {type: text, ask: "Which report?", needed: "kind == 'theft'", depends: kind}
      """
    ],
    rejected: [
      """
      slots:
        kind: {type: text, ask: "What happened?", needed: ↓"known(kind)"}
      """,
      """
      slots:
        make: {type: text, ask: "Which make?", depends: [↓model]}
        model: {type: text, ask: "Which model?", needed: "known(make)"}
      """,
    ])
}
