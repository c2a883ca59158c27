import MuseCompiler
import Testing

/// What may happen aside from the ways that are drawn: digressions, silences, changes. Every walk through a graph knows all of it.
struct AsideTests {
  static let graphs: [(id: String, name: String, text: String)] = [
    (
      "write-without-confirm", "a digression that sets what a yes covers ends it",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: r, refused: e, changed: k, exhausted: e}}
        r: {ask: c, next: {done: w, exhausted: e}}
        w: {call: ↓wr, with: {title: a}, next: {made: m, failed: e, unsure: e}}
        m: {say: "Made {a} {c}.", next: e}
        e: {end: done}
        dig: {set: {a: "'x'"}, next: dig2}
        dig2: {say: "It rains.", next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "write-without-confirm", "so does one that comes back at once",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: r, refused: e, changed: k, exhausted: e}}
        r: {ask: c, next: {done: w, exhausted: e}}
        w: {call: ↓wr, with: {title: a}, next: {made: m, failed: e, unsure: e}}
        m: {say: "Made {a} {c}.", next: e}
        e: {end: done}
        dig: {set: {a: "'x'"}, next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "write-without-confirm", "a digression that only talks ends no yes",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: r, refused: e, changed: k, exhausted: e}}
        r: {ask: c, next: {done: w, exhausted: e}}
        w: {call: wr, with: {title: a}, next: {made: m, failed: e, unsure: e}}
        m: {say: "Made {a} {c}.", next: e}
        e: {end: done}
        dig: {say: "It rains.", next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "write-without-confirm", "a digression that writes spends a yes to what it writes",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: r, refused: e, changed: k, exhausted: e}}
        r: {ask: c, next: {done: w, exhausted: e}}
        w: {call: ↓wr, with: {title: a}, next: {made: m, failed: e, unsure: e}}
        m: {say: "Made {a} {c}.", next: e}
        e: {end: done}
        dig: {when: [{if: "known(a)", to: dig3}], else: dig2}
        dig3: {call: wr, with: {title: a}, freely: "It is harmless.", next: {made: dig2, failed: dig2, unsure: dig2}}
        dig2: {say: "{maybe(a)}", next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "write-without-confirm", "a digression that writes of something else spends none",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: r, refused: e, changed: k, exhausted: e}}
        r: {ask: c, next: {done: w, exhausted: e}}
        w: {call: wr, with: {title: a}, next: {made: m, failed: e, unsure: e}}
        m: {say: "Made {a} {c}.", next: e}
        e: {end: done}
        dig: {when: [{if: "known(c)", to: dig3}], else: dig2}
        dig3: {call: wr, with: {title: "c"}, freely: "It is harmless.", next: {made: dig2, failed: dig2, unsure: dig2}}
        dig2: {say: "Done.", next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "write-without-confirm", "a digression that sets a fact ends the yes to a write that reads it",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {c: {type: text, ask: "C?"}}
      facts: {room: text}
      begin: q
      nodes:
        q: {set: {room: "'red'"}, next: k}
        k: {confirm: "{room}?", next: {agreed: r, refused: e, exhausted: e}}
        r: {ask: c, next: {done: w, exhausted: e}}
        w: {call: ↓wr, with: {title: room}, next: {made: m, failed: e, unsure: e}}
        m: {say: "{c}", next: e}
        e: {end: done}
        dig: {set: {room: "'blue'"}, next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "write-without-confirm", "what hangs on what is set anew is covered no more",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?", redo: q}, b: {type: text, ask: "B?", depends: [a]}}
      begin: q
      nodes:
        q: {ask: [a, b], next: {done: k, exhausted: e}}
        k: {confirm: "Make {b}?", covers: [b], next: {agreed: r, refused: e, changed: q, exhausted: e}}
        r: {set: {a: "'x'"}, next: w}
        w: {call: ↓wr, with: {title: "maybe(b)"}, next: {made: e, failed: e, unsure: e}}
        e: {end: done}
      """
    ),
    (
      "write-without-confirm", "what is told with an intent ends a yes",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}}
      intents: {again: ["again", "make [this](a)"]}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: r, refused: e, changed: q, exhausted: e}}
        r: {classify: [again], say: "And?", next: {again: w, other: e}}
        w: {call: ↓wr, with: {title: a}, next: {made: e, failed: e, unsure: e}}
        e: {end: done}
      """
    ),
    (
      "read-before-set", "what hangs on what a digression sets is unset behind it",
      """
      slots: {a: {type: text, ask: "A?", redo: q}, b: {type: text, ask: "B?", depends: [a]}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: [a, b], next: {done: r, exhausted: e}}
        r: {ask: c, next: {done: s, exhausted: e}}
        s: {say: "B is {↓b}, A is {a}, C is {c}.", next: e}
        e: {end: done}
        dig: {set: {a: "'x'"}, next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "read-before-set", "what hangs on what hangs on it is unset, too",
      """
      slots: {a: {type: text, ask: "A?"}, b: {type: text, ask: "B?", depends: [a]}, c: {type: text, ask: "C?", depends: [b]}}
      begin: q
      nodes:
        q: {ask: [a, b, c], next: {done: r, exhausted: e}}
        r: {set: {a: "'x'"}, next: s}
        s: {say: "C is {↓c}.", next: e}
        e: {end: done}
      """
    ),
    (
      "read-before-set", "what hangs on what is changed at a confirm is unset there",
      """
      slots: {a: {type: text, ask: "A?"}, b: {type: text, ask: "B?", depends: [a]}}
      begin: q
      nodes:
        q: {ask: [a, b], next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: s, refused: e, changed: s, exhausted: e}}
        s: {say: "B is {↓b}.", next: e}
        e: {end: done}
      """
    ),
    (
      "read-before-set", "what hangs on what is changed is unset where its redo leads",
      """
      slots: {a: {type: text, ask: "A?", redo: s}, b: {type: text, ask: "B?", depends: [a]}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: [a, b], next: {done: r, exhausted: e}}
        r: {ask: c, next: {done: s, exhausted: e}}
        s: {say: "{maybe(a)} B is {↓b} {maybe(c)}.", next: e}
        e: {end: done}
      """
    ),
    (
      "read-before-set", "what is set is cleared where it is not needed",
      """
      slots: {a: {type: boolean, ask: "A?"}, b: {type: text, needed: "a"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: r, exhausted: e}}
        r: {set: {b: "'x'"}, next: s}
        s: {when: [{if: "a", to: t}], else: u}
        t: {say: "{b}", next: e}
        u: {say: "{↓b}", next: e}
        e: {end: done}
      """
    ),
    (
      "read-before-set", "what is needed by the clock may not be any more",
      """
      slots: {a: {type: datetime, ask: "When?"}, b: {type: text, ask: "B?", needed: "a < now"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: [a, b], next: {done: r, exhausted: e}}
        r: {ask: c, next: {done: s, exhausted: e}}
        s: {when: [{if: "a < now", to: t}], else: e}
        t: {say: "{↓b} {c}", next: e}
        e: {end: done}
      """
    ),
    (
      "read-before-set", "what decides whether it is needed may be told after it was asked for",
      """
      slots: {a: {type: boolean, ask: "A?", redo: q}, b: {type: text, ask: "B?", needed: "a"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: [b, c], next: {done: r, exhausted: e}}
        r: {ask: a, next: {done: s, exhausted: e}}
        s: {when: [{if: "a", to: t}], else: e}
        t: {say: "{↓b} {maybe(c)}", next: e}
        e: {end: done}
      """
    ),
    (
      "stale-answer", "a redo that leads past the read",
      """
      tools: {rd: {effect: reads, takes: {x: text}, outcomes: {yes_it_is: {}, no_it_is_not: {}}}}
      slots: {a: {type: text, ask: "A?", redo: q2}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: chk, exhausted: e}}
        chk: {call: rd, with: {x: ↓a}, next: {yes_it_is: q3, no_it_is_not: e, failed: e}}
        q3: {ask: c, next: {done: k2, exhausted: e}}
        q2: {say: "Ok, {a}.", next: k}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: e, refused: e, changed: q, exhausted: e}}
        k2: {say: "{c}", next: k}
        e: {end: done}
      """
    ),
    (
      "stale-answer", "a digression that sets what was asked about",
      """
      tools: {rd: {effect: reads, takes: {x: text}, outcomes: {yes_it_is: {}, no_it_is_not: {}}}}
      slots: {a: {type: text, ask: "A?", redo: chk}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: chk, exhausted: e}}
        chk: {call: rd, with: {x: ↓a}, next: {yes_it_is: q3, no_it_is_not: e, failed: e}}
        q3: {ask: c, next: {done: k, exhausted: e}}
        k: {confirm: "Make {maybe(a, c)}?", covers: [a, c], next: {agreed: e, refused: e, changed: chk, exhausted: e}}
        e: {end: done}
        dig: {set: {a: "'x'"}, next: back}
      intents: {weather: ["weather please"]}
      policy: {digress: {weather: dig}}
      """
    ),
    (
      "stale-answer", "a silence that leads past the read",
      """
      tools: {rd: {effect: reads, takes: {x: text}, outcomes: {yes_it_is: {}, no_it_is_not: {}}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: chk, exhausted: e}}
        chk: {call: rd, with: {x: ↓a}, next: {yes_it_is: q3, no_it_is_not: e, failed: e}}
        q3: {ask: c, next: {done: e, exhausted: e}}
        k: {confirm: "Make {maybe(a)}{maybe(c)}?", covers: [a], next: {agreed: e, refused: e, changed: q, exhausted: e}}
        e: {end: done}
      policy: {silence: {after: 10s, to: k}}
      """
    ),
    (
      "false-claim", "the policy's silence leads to the claim",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: w, refused: e, changed: k, exhausted: e}}
        w: {call: wr, with: {title: a}, next: {made: m, failed: e, unsure: e}}
        m: {say: "Made.", claims: ↓w.made, next: e}
        e: {end: done}
      policy: {silence: {after: 10s, to: m}}
      """
    ),
    (
      "false-claim", "a change voids only the yes that was given",
      """
      tools:
        wr: {effect: writes, repeat: never, takes: {title: text, note: optional<text>}, outcomes: {made: {}}}
      slots: {a: {type: text, ask: "A?"}, c: {type: text, ask: "C?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k, exhausted: e}}
        k: {confirm: "Make {a}?", covers: [a], next: {agreed: w, refused: e, changed: k, exhausted: e}}
        w: {call: wr, with: {title: a}, next: {made: r, failed: e, unsure: e}}
        r: {ask: c, next: {done: l, exhausted: e}}
        l: {confirm: "Add {c}?", covers: [c], next: {agreed: v, refused: e, changed: m, exhausted: e}}
        v: {call: wr, with: {title: c}, next: {made: m, failed: q, unsure: e}}
        m: {say: "Made.", claims: w.made, next: e}
        e: {end: done}
      """
    ),
  ]

  @Test("the ways aside are followed", arguments: graphs)
  func followed(graph: (id: String, name: String, text: String)) {
    let marked = MarkedGraph(Rule.Example(graph.text))
    let found = marked.findings().filter { !$0.hasSuffix(" unused") && !$0.hasSuffix(" writes-freely") }
    #expect(found == marked.places.map { "\($0) \(graph.id)" }, "\(graph.name)\n\(marked.report())")
  }

  @Test("sixty yeses in a row are followed to the write behind them")
  func manyYeses() {
    let confirms = (0..<60).map { index in
      "k\(index): {confirm: \"{a}?\", covers: [a], next: {agreed: k\(index + 1), refused: k\((index + 7) % 60), changed: k0}}"
    }
    let text = """
      tools: {wr: {effect: writes, repeat: never, takes: {title: text}, outcomes: {made: {}}}}
      slots: {a: {type: text, ask: "A?"}}
      begin: q
      nodes:
        q: {ask: a, next: {done: k0}}
        \(confirms.joined(separator: "\n  "))
        k60: {set: {a: "'other'"}, next: w}
        w: {call: ↓wr, with: {title: a}, next: {made: e}}
        e: {end: done}
      otherwise: {exhausted: e, failed: e, unsure: e}
      """
    let marked = MarkedGraph(Rule.Example(text))
    #expect(marked.findings() == marked.places.map { "\($0) write-without-confirm" }, "\(marked.report())")
  }
}
