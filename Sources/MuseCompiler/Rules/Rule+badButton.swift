import MuseSource

extension Rule {
  static let badButton = Rule(
    "bad-button",
    reason: "A button is an exact move, so that a press is never read as text.",
    advice:
      "Write agree, refuse, cancel, skip, repeat, help, start_over or none, an intent as '{intent: …}', or a slot with its value.",
    accepted: [
      """
      slots: {start: {type: time, ask: "When?"}, kind: {type: choice, of: [tea, coffee], ask: "Which?"}}
      facts: {times: list<time>}
      intents: {order: ["order"]}
      begin: a
      nodes:
        a:
          say: "Well?"
          buttons: {"Order": {intent: order}, "At noon": {start: "12:00"}, "Tea": {kind: tea}, "Never mind": cancel}
          next: b
        b: {classify: [order], say: "What?", next: {order: c, other: b}}
        c: {set: {times: "[time('15:00')]"}, next: d}
        d:
          say: "Or later?"
          buttons:
            - {label: {en: "At {times[0]}"}, press: {start: "{times[0]}"}}
          next: e
        e: {ask: [start, kind], next: {done: z, exhausted: z}}
        z: {end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {say: "Well?", buttons: {"Yes, please": ↓aggree}, next: z}
        z: {end: done}
      """,
      """
      slots: {start: {type: time, ask: "When?"}, kind: {type: text, ask: "Which?"}}
      begin: a
      nodes:
        a: {say: "Well?", buttons: {↓"Tea at noon": {start: "12:00", kind: tea}}, next: b}
        b: {ask: [start, kind], next: {done: z, exhausted: z}}
        z: {end: done}
      """,
    ])
}
