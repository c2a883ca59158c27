import MuseCompiler
import Testing

/// What conditions say of what is set: guards in an expression, the cases of a `when`, and `needed`.
struct NarrowingTests {
  static let graphs: [(name: String, text: String)] = [
    (
      "a guard counts where it is decided before the read, or decides beside it",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {when: [{if: "known(size) && size > 3 || size > 2 && known(size)", to: b}], else: b}
        b: {when: [{if: "!known(size) || size > 3", to: c}], else: c}
        c: {say: "{known(size) ? string(size) : 'none'}", next: d}
        d: {ask: size, next: {done: e, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "a guard beside a read does not guard it by being there: or",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {when: [{if: "known(size) || ↓size > 3", to: d}], else: d}
        d: {ask: size, next: {done: e, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "a guard beside a read does not guard it by being there: and not",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {when: [{if: "!known(size) && ↓size > 3", to: d}], else: d}
        d: {ask: size, next: {done: e, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "a guard beside a read does not guard it by being there: the other side",
      """
      slots: {size: {type: integer, ask: "How large?"}}
      begin: a
      nodes:
        a: {say: "{!known(size) ? ↓size : 0}", next: d}
        d: {ask: size, next: {done: e, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "a label is spoken where its slot is listed",
      """
      slots: {size: {type: integer, ask: "How large?", label: "size of the {↓name}"}, name: {type: text, ask: "What?"}}
      begin: a
      nodes:
        a: {ask: size, next: {done: b, exhausted: e}}
        b: {confirm: {}, covers: [size], next: {agreed: d, refused: e, changed: a, exhausted: e}}
        d: {ask: name, next: {done: e, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "texts in quotes and comments read nothing, and what stands behind them does",
      #"""
      slots: {size: {type: text, ask: "How large?"}, note: {type: text}}
      begin: a
      nodes:
        a: {set: {note: 'r"\" + "size" + """size "size" """ // size'}, next: b}
        b: {set: {note: 'r"\" + ↓size + r"\"'}, next: c}
        c: {say: "{note}", next: d}
        d: {ask: size, next: {done: e, exhausted: e}}
        e: {end: done}
      """#
    ),
    (
      "the variable of a form of its own is no slot",
      """
      slots: {name: {type: text, ask: "Whose?"}, note: {type: text, default: "none"}}
      begin: a
      nodes:
        a: {when: [{if: "['a', note].all(name, name != '')", to: d}], else: d}
        d: {ask: name, next: {done: e, exhausted: e}}
        e: {end: done}
      """
    ),
    (
      "what is denied as a whole says nothing of its parts",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [old, new], next: {done: b, exhausted: z}}
        b: {when: [{if: "!(old && known(size) && new)", to: c}], else: d}
        c: {say: "{↓size}", next: z}
        d: {ask: size, next: {done: c, exhausted: z}}
        z: {end: done}
      """
    ),
    (
      "what is denied of an or holds of each part",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [old, new], next: {done: b, exhausted: z}}
        b: {when: [{if: "!(!known(size) || old)", to: c}], else: d}
        c: {say: "{size}", next: z}
        d: {ask: size, next: {done: c, exhausted: z}}
        z: {end: done}
      """
    ),
    (
      "what was denied before counts with what holds now",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [old, new], next: {done: b, exhausted: z}}
        b: {when: [{if: "old && !known(size)", to: d}, {if: "old", to: c}], else: z}
        c: {say: "{size}", next: z}
        d: {ask: size, next: {done: z, exhausted: z}}
        z: {end: done}
      """
    ),
    (
      "no case means that none of their parts holds",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        spare: {type: integer, ask: "And spare?"}
        size: {type: integer, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [old, new], next: {done: b, exhausted: z}}
        b: {when: [{if: "!known(size) || !known(spare)", to: d}], else: c}
        d: {ask: [size, spare], next: {done: c, exhausted: z}}
        c: {say: "{size} {spare}", next: z}
        z: {end: done}
      """
    ),
    (
      "a choice between conditions narrows",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [old, new], next: {done: b, exhausted: z}}
        b: {when: [{if: "old ? known(size) : false", to: c}], else: d}
        c: {say: "{size}", next: z}
        d: {ask: size, next: {done: c, exhausted: z}}
        z: {end: done}
      """
    ),
    (
      "words in quotes narrow nothing",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?"}
      begin: a
      nodes:
        a: {ask: [old, new], next: {done: b, exhausted: z}}
        b: {when: [{if: "string(new) == 'known(size) && x' || known(size)", to: c}], else: d}
        c: {say: "{↓size}", next: z}
        d: {ask: size, next: {done: c, exhausted: z}}
        z: {end: done}
      """
    ),
    (
      "else is where not both hold, which is not where one does not",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?", needed: "!old && new"}
      begin: a
      nodes:
        a: {ask: [old, new, size], next: {done: b, exhausted: z}}
        b: {when: [{if: "old && new", to: c}], else: d}
        c: {say: "Old and new.", next: z}
        d: {say: "{↓size}", next: z}
        z: {end: done}
      """
    ),
    (
      "a part of what is denied may hold",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?", needed: "new"}
      begin: a
      nodes:
        a: {ask: [old, new, size], next: {done: b, exhausted: z}}
        b: {when: [{if: "!(old && new && true)", to: c}], else: d}
        c: {say: "{↓size}", next: z}
        d: {say: "Both.", next: z}
        z: {end: done}
      """
    ),
    (
      "what is needed may be joined otherwise",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?", needed: "old && new"}
      begin: a
      nodes:
        a: {ask: [old, new, size], next: {done: b, exhausted: z}}
        b: {when: [{if: "new && old", to: c}], else: d}
        c: {say: "{size}", next: z}
        d: {say: "Not both.", next: z}
        z: {end: done}
      """
    ),
    (
      "what is needed may be denied twice",
      """
      slots:
        old: {type: boolean, ask: "Old?"}
        new: {type: boolean, ask: "New?"}
        size: {type: integer, ask: "How large?", needed: "old && new"}
      begin: a
      nodes:
        a: {ask: [old, new, size], next: {done: b, exhausted: z}}
        b: {when: [{if: "!(!old || !new)", to: c}], else: d}
        c: {say: "{size}", next: z}
        d: {say: "Not both.", next: z}
        z: {end: done}
      """
    ),
  ]

  @Test("reads are judged by the conditions that were judged before them", arguments: graphs)
  func judged(graph: (name: String, text: String)) {
    let marked = MarkedGraph(Rule.Example(graph.text))
    #expect(marked.findings() == marked.places.map { "\($0) read-before-set" }, "\(graph.name)\n\(marked.report())")
  }
}
