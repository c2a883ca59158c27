import MuseSource

extension Rule {
  static let confirmVariants = Rule(
    "confirm-variants",
    reason: "What a person agrees to must be said in the same words every time.",
    advice: "Write one text.",
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
        a: {confirm: ↓["Shall I?", "May I?"], next: {agreed: b, refused: b, exhausted: b}}
        b: {end: done}
      """
    ])
}
