import MuseSource

extension Rule {
  static let badLike = Rule(
    "bad-like",
    reason: "What stands in 'like' gives the day or the time that a person leaves out of a date and time.",
    advice: "Name a slot of the type 'datetime' that the node lists.",
    accepted: [
      """
      types: {event: {fields: {title: text, start: datetime}, show: "{title}"}}
      tools: {event.find: {effect: reads, takes: {words: text}, outcomes: {found: {events: list<event>}}}}
      slots:
        event: {type: event, lookup: event.find, ask: "Which one?"}
        start: {type: datetime, ask: "To when?"}
      begin: a
      nodes:
        a: {ask: [event, start], like: {start: event.start}, next: {done: b, failed: b, exhausted: b}}
        b: {end: done}
      """
    ],
    rejected: [
      """
      slots:
        name: {type: text, ask: "Which name?"}
        start: {type: datetime, ask: "When?"}
      begin: a
      nodes:
        a: {ask: [name, start], like: {↓name: "today", start: ↓"name"}, next: {done: b, exhausted: b}}
        b: {end: done}
      """,
      """
      slots:
        name: {type: text, ask: "Which name?"}
        start: {type: datetime}
      intents: {move: ["to [Friday](start)"]}
      begin: s
      nodes:
        s: {classify: [move], say: "Well?", next: {move: a, other: s}}
        a: {ask: [name], like: {↓start: now}, next: {done: b, exhausted: b}}
        b: {end: done}
      """,
    ])
}
