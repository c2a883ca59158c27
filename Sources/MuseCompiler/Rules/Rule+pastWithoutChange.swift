import MuseSource

extension Rule {
  static let pastWithoutChange = Rule(
    "past-without-change",
    reason: "What 'was.x' stands for, the value before a change, is known only until the next question is answered.",
    advice: "Read it where 'changed', 'redo' or 'amend' leads, or take it out.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}{maybe(' instead of ', was.size)}?", covers: [size], next: {agreed: z, refused: z, changed: b, exhausted: z}}
        z: {end: done}
      """
    ],
    rejected: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: a, exhausted: z}}
        c: {say: ↓"Not {maybe(was.size)}.", next: z}
        z: {end: done}
      """
    ])
}
