import MuseSource

extension Rule {
  static let listedTwice = Rule(
    "listed-twice",
    reason: "Listing a name twice does nothing, so something else was meant.",
    advice: "Take one of them out.",
    accepted: [
      """
      locales: [en]
      """
    ],
    rejected: [
      """
      slots:
        size: {type: text, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [size, ↓size], next: {done: b, exhausted: b}}
        b: {end: done}
      """
    ])
}
