import MuseSource

extension Rule {
  static let notAllowed = Rule(
    "not-allowed",
    reason: "The expression language leaves out what would differ from machine to machine or never end.",
    advice: "Write it another way.",
    accepted: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{today}", next: c}
        c: {end: done}
      """
    ],
    rejected: [
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{now.↓getHours()}", next: c}
        c: {end: done}
      """
    ])
}
