import MuseCompiler
import Testing

/// What another graph hears for the one that runs it, and whether it waits at all.
struct RunFlowTests {
  private static func running(_ text: String) -> Rule.Example {
    Rule.Example(
      text,
      files: [
        "sub.graph.yaml":
          """
        musegraph: 1
        name: sub
        slots: {flag: {type: boolean, default: false}, rating: {type: integer, ask: "How was it?", needed: "flag"}}
        begin: a
        nodes:
          a: {ask: rating, next: {done: b, exhausted: b}}
          b: {end: rated}
        """
      ])
  }

  static let graphs: [(id: String, name: String, text: String)] = [
    (
      "read-before-set", "a change that a graph that is run has heard clears what hangs on it",
      """
      import: [sub.graph.yaml]
      slots: {a: {type: text, ask: "A?"}, b: {type: text, ask: "B?", depends: [a]}}
      begin: q
      nodes:
        q: {ask: [a, b], next: {done: r, exhausted: e}}
        r: {run: sub, next: {rated: e, changed: s, cancelled: e, failed: e}}
        s: {say: "{a} {↓b}", next: e}
        e: {end: done}
      """
    ),
    (
      "stale-answer", "and makes stale what was asked about it",
      """
      import: [sub.graph.yaml]
      tools: {rd: {effect: reads, takes: {x: text}, outcomes: {yes_it_is: {}, no_it_is_not: {}}}}
      slots: {a: {type: text, ask: "A?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: chk, exhausted: e}}
        chk: {call: rd, with: {x: ↓a}, next: {yes_it_is: r, no_it_is_not: e, failed: e}}
        r: {run: sub, next: {rated: k, changed: k, cancelled: e, failed: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: e, refused: e, changed: q, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "turn-without-end", "it passes where what it asks is not needed",
      """
      import: [sub.graph.yaml]
      begin: r
      nodes:
        ↓r: {run: sub, next: {rated: s, cancelled: e, failed: e}}
        s: {say: "Again.", next: r}
        e: {end: done}
      """
    ),
  ]

  @Test("what happens in a graph that is run is followed", arguments: graphs)
  func heard(graph: (id: String, name: String, text: String)) {
    let marked = MarkedGraph(Self.running(graph.text))
    let found = marked.findings().filter { !$0.hasSuffix(" unused") }
    #expect(found == marked.places.map { "\($0) \(graph.id)" }, "\(graph.name)\n\(marked.report())")
  }
}
