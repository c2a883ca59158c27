import MuseCompiler
import Testing

/// Definite assignment beyond the rule's own examples: each graph marks every read of what may not be set, and no other.
struct ReadBeforeSetTests {
  static let tools = """
    tools:
      room.find: {effect: reads, takes: {size: optional<integer>}, outcomes: {found: {room: text}, full: {hint: optional<text>}}}

    """

  static let graphs: [(name: String, text: String)] = [
    (
      "what a call sets holds on that outcome only",
      tools + """
        facts: {room: text}
        begin: a
        nodes:
          a: {call: room.find, set: {room: found.room}, next: {found: b, full: c, failed: d}}
          b: {say: "{room}", next: d}
          c: {say: "{↓room}", next: d}
          d: {end: done}
        """
    ),
    (
      "an optional field of an outcome may leave it unset",
      tools + """
        facts: {hint: text}
        begin: a
        nodes:
          a: {call: room.find, set: {hint: full.hint}, next: {found: d, full: c, failed: d}}
          c: {say: "{↓hint}", next: d}
          d: {end: done}
        """
    ),
    (
      "an optional parameter takes a slot as it is, an expression not",
      tools + """
        slots: {size: {type: integer, ask: "How large?", optional: true}}
        begin: a
        nodes:
          a: {ask: size, next: {done: b, exhausted: b}}
          b: {call: room.find, with: [size], next: {found: c, full: c, failed: c}}
          c: {call: room.find, with: {size: "known(size) ? 1 : 2"}, next: {found: d, full: d, failed: d}}
          d: {end: done}
        """
    ),
    (
      "what has a default is always known, and known again when forgotten",
      """
      slots: {length: {type: duration, default: 30m}}
      begin: a
      nodes:
        a: {say: "{length}", forget: [length], next: b}
        b: {say: "{length}", end: done}
      """
    ),
    (
      "a value that its condition no longer takes is unset on the way to changed",
      """
      slots:
        start: {type: datetime, ask: "When?", where: "start > now"}
        title: {type: text, ask: "What?"}
      begin: a
      nodes:
        a: {ask: [start, title], next: {done: b, exhausted: d}}
        b: {confirm: "{title} at {start}?", covers: [start, title], next: {agreed: d, refused: d, changed: c, exhausted: d}}
        c: {say: "{title}: {↓start}", next: a}
        d: {end: done}
      """
    ),
    (
      "a digression knows what every wait knows",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      intents: {about: ["who are you"]}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {confirm: "{size}?", next: {agreed: c, refused: c, exhausted: c}}
        c: {end: done}
        d: {say: "Of size {↓size}{maybe(' ', size)}.", next: back}
      policy: {digress: {about: d}}
      """
    ),
    (
      "what a digression forgets is forgotten behind every wait",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      intents: {about: ["who are you"]}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {confirm: "{size}?", next: {agreed: e, refused: c, exhausted: c}}
        c: {end: done}
        d: {say: "I forget.", forget: [size], next: back}
        e: {say: "{↓size}", next: c}
      policy: {digress: {about: d}}
      """.replacing("confirm: \"{size}?\"", with: "confirm: \"Sure?\"")
    ),
    (
      "after cancel only that is known what every wait knows",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "{size}", next: c}
        c: {end: done}
        d: {say: "Not {↓size}, then.", next: c}
      policy: {cancel: d}
      """
    ),
    (
      "the else of !known is known, and so are the cases behind it",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {when: [{if: "!known(size)", to: b}, {if: "size > 3", to: c}], else: d}
        b: {ask: size, next: {done: d, exhausted: e}}
        c: {say: "{size} is large.", next: d}
        d: {say: "{size}", next: e}
        e: {end: done}
      """
    ),
    (
      "the question of a slot may read those before it in the list",
      """
      slots:
        size: {type: integer, ask: "How large?"}
        floor: {type: integer, ask: "Of size {↓size}; on which floor?"}
      begin: a
      nodes:
        a: {ask: [size, floor], next: {done: b, exhausted: c}}
        b: {say: "{floor}", next: d}
        c: {end: done}
        d: {ask: [floor, size], forget: [size, floor], next: {done: c, exhausted: c}}
      """
    ),
    (
      "what is chosen from a list is known",
      """
      slots: {room: {type: text}}
      facts: {rooms: list<text>}
      begin: a
      nodes:
        a: {set: {rooms: "['red', 'blue']"}, next: b}
        b: {ask: room, choices: rooms, say: "Which?", next: {done: c, none: d, exhausted: d}}
        c: {say: "{room}", next: d}
        d: {end: done}
      """
    ),
    (
      "a fact is read before anything set it",
      """
      facts: {rooms: list<text>}
      begin: a
      nodes:
        a: {when: [{if: "size(↓rooms) > 1", to: b}], else: c}
        b: {set: {rooms: "['red']"}, next: c}
        c: {say: "{rooms}", end: done}
      """.replacing("c: {say", with: "c: {say")
    ),
    (
      "a change of what was agreed to goes on at changed, with what is known there",
      """
      slots:
        size: {type: integer, ask: "How large?"}
        name: {type: text, ask: "What name?"}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: z}}
        b: {confirm: "{size}?", covers: [size], next: {agreed: c, refused: z, changed: d, exhausted: z}}
        c: {ask: name, next: {done: d, exhausted: z}}
        d: {say: "{↓name}", next: z}
        z: {end: done}
      """
    ),
  ]

  @Test("reads of what may not be set are found, and no others", arguments: graphs)
  func found(graph: (name: String, text: String)) {
    let marked = MarkedGraph(Rule.Example(graph.text))
    #expect(marked.findings() == marked.places.map { "\($0) read-before-set" }, "\(graph.name)\n\(marked.report())")
  }
}
