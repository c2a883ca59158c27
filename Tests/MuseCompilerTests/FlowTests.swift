import MuseCompiler
import Testing

/// Turns, dead ends and reach beyond the rules' own examples.
struct FlowTests {
  private static let ask = "slots: {size: {type: integer, ask: \"How large?\"}}\n"

  static let graphs: [(id: String, text: String)] = [
    // A circle over calls does not wait, one over a choice does.
    (
      "turn-without-end",
      """
      tools: {room.find: {effect: reads, outcomes: {found: {}, full: {}}}}
      begin: a
      nodes:
        ↓a: {call: room.find, next: {found: b, full: c, failed: a}}
        b: {end: done}
        c: {say: "Again.", next: a}
      """
    ),
    (
      "turn-without-end",
      """
      slots: {room: {type: text}}
      begin: a
      nodes:
        a: {ask: room, choices: "['red']", say: "Which?", next: {done: b, none: c, exhausted: c}}
        b: {say: "{room}?", next: a}
        c: {end: done}
      """
    ),
    // Forgotten, but set again on the way round: nothing is left to ask.
    (
      "turn-without-end",
      ask + """
        begin: a
        nodes:
          ↓a: {ask: size, next: {done: b, exhausted: c}}
          b: {say: "{size}", forget: [], next: d}
          c: {end: done}
          d: {set: {size: "3"}, forget: [size], next: a}
        """
    ),
    // Forgotten on one of two ways round.
    (
      "turn-without-end",
      ask + """
        begin: a
        nodes:
          ↓a: {ask: size, next: {done: b, exhausted: c}}
          b: {when: [{if: "size > 3", to: d}], else: e}
          c: {end: done}
          d: {say: "Again.", forget: [size], next: a}
          e: {say: "Again.", next: a}
        """
    ),
    // The node itself forgets what it asks.
    (
      "turn-without-end",
      ask + """
        begin: a
        nodes:
          a: {ask: size, forget: [size], next: {done: b, exhausted: c}}
          b: {say: "{size}", next: a}
          c: {end: done}
        """
    ),
    // Cancel leads out of a circle of waits.
    (
      "dead-end",
      """
      begin: s
      nodes:
        s: {say: "Hi.", next: a}
        a: {confirm: "Really?", next: {agreed: b, refused: b, exhausted: a}}
        b: {confirm: "Sure?", next: {agreed: a, refused: a, exhausted: b}}
        z: {end: done}
      policy: {cancel: z}
      """
    ),
    (
      "dead-end",
      """
      begin: s
      nodes:
        s: {say: "Hi.", next: a}
        ↓a: {confirm: "Really?", next: {agreed: b, refused: b, exhausted: a}}
        b: {confirm: "Sure?", next: {agreed: a, refused: a, exhausted: b}}
      """
    ),
    // `otherwise` alone does not lead anywhere: some node must have the outcome.
    (
      "unreachable",
      """
      begin: a
      nodes:
        a: {say: "Hi.", next: b}
        b: {end: done}
        ↓c: {say: "Sorry.", next: b}
      otherwise: {exhausted: c}
      """
    ),
    (
      "unreachable",
      """
      begin: a
      nodes:
        a: {confirm: "Sure?", next: {agreed: b, refused: b}}
        b: {end: done}
        c: {say: "Sorry.", next: b}
      otherwise: {exhausted: c}
      """
    ),
    // What is not needed is not asked, so nothing waits.
    (
      "turn-without-end",
      """
      slots: {flag: {type: boolean, default: false}, size: {type: integer, ask: "How large?", needed: "flag"}}
      begin: a
      nodes:
        ↓a: {ask: size, next: {done: b, exhausted: c}}
        b: {say: "Again.", forget: [size], next: a}
        c: {end: done}
      """
    ),
    // What is complete shows in how the conditions are joined, and not in how they are written.
    (
      "missing-else",
      """
      slots: {kind: {type: text, ask: "What?"}, old: {type: boolean, ask: "Old?"}}
      begin: a
      nodes:
        a: {ask: [kind, old], next: {done: b, exhausted: c}}
        b: {when: [{if: "kind == 'x y'", to: d}, {if: "kind  !=  'x y'", to: c}]}
        d: {when: [{if: "!(old && kind == 'x')", to: c}, {if: "old", to: c}]}
        c: {end: done}
      """
    ),
    (
      "missing-else",
      """
      slots: {kind: {type: text, ask: "What?"}, old: {type: boolean, ask: "Old?"}}
      begin: a
      nodes:
        a: {ask: [kind, old], next: {done: b, exhausted: c}}
        ↓b: {when: [{if: "kind == 'x y'", to: d}, {if: "!(kind == 'xy')", to: c}]}
        ↓d: {when: [{if: "kind == 'x' && old", to: c}, {if: "!(kind == 'x') && old", to: c}]}
        c: {end: done}
      """
    ),
  ]

  @Test("the flow is followed", arguments: graphs)
  func followed(graph: (id: String, text: String)) {
    let marked = MarkedGraph(Rule.Example(graph.text))
    #expect(marked.findings() == marked.places.map { "\($0) \(graph.id)" }, "\(marked.report())")
  }

  @Test("a finding about a way names the way")
  func way() {
    let text = """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: c, exhausted: b}}
        b: {say: "Hm.", next: c}
        c: {say: "{↓size}", next: d}
        d: {end: done}
      """
    #expect(MarkedGraph(Rule.Example(text)).report().contains("the way a → b → c leaves it out"))
  }
}
