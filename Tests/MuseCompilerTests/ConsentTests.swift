import MuseCompiler
import Testing

/// A write needs a live yes on every way to it: what keeps one and what ends one.
struct ConsentTests {
  /// A graph that asks, confirms at `b` and writes at `c`; the cases differ in between.
  private static func graph(agreed: String, failed: String = "z", clash: String = "z", more: String = "", mark: String = "")
    -> String
  {
    """
    tools:
      room.book:
        effect: writes
        repeat: never
        takes: {size: integer, name: optional<text>}
        outcomes: {booked: {}, clash: {sizes: list<integer>}}
      room.list: {effect: reads, outcomes: {listed: {size: integer}}}
    slots:
      size: {type: integer, ask: "How large?"}
      name: {type: text, optional: true}
    facts: {sizes: list<integer>}
    begin: a
    nodes:
      a: {ask: [size, name], next: {done: b, exhausted: z}}
      b: {confirm: "{size}?", covers: [size, name], next: {agreed: \(agreed), refused: z, changed: a, exhausted: z}}
      c:
        call: \(mark)room.book
        with: [size, name]
        set: {sizes: clash.sizes}
        next: {booked: z, clash: \(clash), failed: \(failed), unsure: z}
      \(more.replacing("\n", with: "\n  "))
      z: {end: done}
    """
  }

  private static let uses = "w: {say: \"{sizes}\", next: z}\n"

  @Test("a cancel in a graph that is run ends the yes")
  func cancelledRun() {
    let graph = Self.graph(
      agreed: "d", more: "d: {run: other, next: {ended: c, cancelled: c, failed: z}}", mark: "↓"
    )
    let other =
      "musegraph: 1\nname: other\nslots: {x: {type: text, ask: \"X?\"}}\nbegin: a\nnodes:\n  a: {ask: x, next: {done: b, exhausted: b}}\n  b: {end: ended}\n"
    let marked = MarkedGraph(.init("import: [other.graph.yaml]\n" + graph, files: ["other.graph.yaml": other]))
    #expect(marked.findings().filter { $0.hasSuffix("confirm") } == marked.places.map { "\($0) write-without-confirm" })
    let sound = graph.replacing("cancelled: c", with: "cancelled: z").replacing("↓", with: "")
    let accepted = MarkedGraph(.init("import: [other.graph.yaml]\n" + sound, files: ["other.graph.yaml": other]))
    #expect(accepted.findings().filter { !$0.hasSuffix("unused") } == [])
  }

  static let graphs: [(name: String, text: String)] = [
    (
      "a yes is spent once",
      graph(
        agreed: "c", clash: "d", more: "d: {ask: size, choices: sizes, say: \"Which?\", next: {done: c, none: z, exhausted: z}}",
        mark: "↓")
    ),
    (
      "a yes outlives a certain failure",
      graph(
        agreed: "c", failed: "d", clash: "w", more: uses + "d: {confirm: \"Again?\", next: {agreed: c, refused: z, exhausted: z}}"
      )
    ),
    (
      "a yes outlives talk",
      graph(
        agreed: "d", clash: "w",
        more: uses + "d: {say: \"Well.\", next: e}\ne: {confirm: \"Really?\", next: {agreed: c, refused: z, exhausted: z}}")
    ),
    (
      "a covered slot set anew ends a yes",
      graph(agreed: "d", clash: "w", more: uses + "d: {set: {size: \"3\"}, next: c}", mark: "↓")
    ),
    (
      "a covered slot forgotten ends a yes",
      graph(agreed: "d", clash: "w", more: uses + "d: {say: \"Hm.\", forget: [name], next: c}", mark: "↓")
    ),
    (
      "a covered slot that a tool sets ends a yes",
      graph(
        agreed: "d", clash: "w", more: uses + "d: {call: room.list, set: {size: listed.size}, next: {listed: c, failed: z}}",
        mark: "↓")
    ),
    (
      "reading between leaves a yes alone",
      graph(agreed: "d", clash: "w", more: uses + "d: {call: room.list, next: {listed: c, failed: z}}")
    ),
    (
      "asking again for what is known leaves a yes alone",
      graph(agreed: "d", clash: "w", more: uses + "d: {ask: size, next: {done: c, exhausted: z}}")
    ),
    (
      "choosing a covered slot anew ends a yes",
      graph(
        agreed: "d", clash: "w",
        more: uses + "d: {ask: size, choices: \"[1, 2]\", say: \"Which?\", next: {done: c, none: z, exhausted: z}}", mark: "↓")
    ),
    (
      "a yes to another question does not cover",
      graph(
        agreed: "z", clash: "w", more: uses + "d: {confirm: \"Again?\", next: {agreed: c, refused: z, exhausted: z}}", mark: "↓"
      ).replacing("refused: z, changed", with: "refused: d, changed")
    ),
    (
      "any of several confirms will do, one on each way",
      graph(
        agreed: "c", clash: "w",
        more: uses
          + "d: {confirm: \"{size}, then?\", covers: [size, name], next: {agreed: c, refused: z, changed: a, exhausted: z}}"
      ).replacing("refused: z, changed: a, exhausted: z}}\n  c:", with: "refused: d, changed: a, exhausted: z}}\n  c:")
    ),
  ]

  @Test("writes without a live yes are found, and no others", arguments: graphs)
  func found(graph: (name: String, text: String)) {
    let marked = MarkedGraph(Rule.Example(graph.text))
    let found = marked.findings().filter { !$0.hasSuffix(" unused") }
    #expect(found == marked.places.map { "\($0) write-without-confirm" }, "\(graph.name)\n\(marked.report())")
  }

  @Test("a fact that the write reads may not change after the yes")
  func facts() {
    let text = """
      tools:
        room.book: {effect: writes, repeat: never, takes: {room: text}, outcomes: {booked: {}}}
      facts: {room: text}
      begin: a
      nodes:
        a: {set: {room: "'red'"}, next: b}
        b: {confirm: "{room}?", next: {agreed: PLACE, refused: z, exhausted: z}}
        c: {call: MARKroom.book, with: [room], next: {booked: z, failed: z, unsure: z}}
        MORE
        z: {end: done}
      """
    let kept = text.replacing("PLACE", with: "c").replacing("MARK", with: "").replacing("    MORE\n", with: "").replacing(
      "  MORE\n", with: "")
    #expect(MarkedGraph(Rule.Example(kept)).findings() == [])
    let changed = text.replacing("PLACE", with: "d").replacing("MARK", with: "↓").replacing(
      "MORE", with: "d: {set: {room: \"'blue'\"}, next: c}")
    let marked = MarkedGraph(Rule.Example(changed))
    #expect(marked.findings() == marked.places.map { "\($0) write-without-confirm" }, "\(marked.report())")
  }

  @Test("what a digression forgets ends a yes, and a digression may not write")
  func digressions() {
    let text =
      Self.graph(
        agreed: "e", clash: "w",
        more: Self.uses
          + "d: {say: \"I forget.\", forget: [size], next: back}\ne: {confirm: \"Sure?\", next: {agreed: c, refused: z, exhausted: z}}",
        mark: "↓")
      + "\nintents: {about: [\"who are you\"]}\npolicy: {digress: {about: d}}\n"
    let marked = MarkedGraph(Rule.Example(text))
    #expect(marked.findings().contains(marked.places[0] + " write-without-confirm"), "\(marked.report())")
  }
}
