import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("Correction, what is written, and taking it back")
struct CorrectionTests {
  static let order: String = """
    musegraph: 1
    name: order
    locales: [en]
    timezone: UTC
    import: [tools.yaml]
    slots:
      item: {type: text, ask: "What?"}
      count: {type: integer, ask: "How many?"}
      table: {type: integer, ask: "Which table?"}
    facts: {number: text}
    begin: details
    nodes:
      details: {ask: [item, count], next: {done: sure}}
      sure: {confirm: "{count} {item}?", covers: [item, count], next: {agreed: place, refused: stop, changed: details}}
      place: {call: order.place, with: [item, count], retry: 3, timeout: 5s, AMEND set: {number: placed.number}, next: {placed: seat, sold_out: seat, failed: again}}
      again: {confirm: "Again?", next: {agreed: place, refused: stop}}
      seat: {ask: table, next: {done: thanks}}
      thanks: {confirm: "Done. More?", next: {agreed: details, refused: stop}}
      amended: {say: "{item} instead of {maybe(was.item)}.", next: thanks}
      nothing: {say: "Nothing more.", next: stop}
      stop: {end: over}
    otherwise: {exhausted: stop, unsure: stop}
    policy: {cancel: nothing}
    """

  static func yaml(amend: Bool) -> String {
    let text = order.replacing("AMEND", with: amend ? "amend: amended," : "")
    return amend ? text : text.replacing("  amended: {say: \"{item} instead of {maybe(was.item)}.\", next: thanks}\n", with: "")
  }

  func placed(amend: Bool = false, _ outcome: CallResult = .outcome("placed", ["number": .string("7")])) throws -> Talk {
    var talk = try Talk(Self.yaml(amend: amend))
    talk.tools["order.place"] = { _ in outcome }
    talk.tools["order.drop"] = { _ in .outcome("dropped", [:]) }
    #expect(talk.hears(.say("item", "tea"), .say("count", 2)) == "2 tea?")
    #expect(talk.hears(.agree) == "Which table?")
    return talk
  }

  @Test("a call carries its own timeout and number of attempts")
  func handling() throws {
    let talk = try placed()
    #expect(talk.calls.map(\.timeout) == [5000])
    #expect(talk.calls.map(\.attempts) == [3])
  }

  @Test("what has been written stays, and the person hears that it is done")
  func done() throws {
    var talk = try placed()
    #expect(talk.hears(.say("item", "coffee")) == "That is already done, so I left it as it is.\n\nWhich table?")
    #expect(talk.state.slots["item"]?.value == .string("tea"))
    #expect(talk.hears(.reopen("count")) == "That is already done, so I left it as it is.\n\nWhich table?")
    #expect(talk.hears(.say("item", "tea")) == "Which table?")
  }

  @Test("with an `amend` the new value is taken, and goes there")
  func amended() throws {
    var talk = try placed(amend: true)
    #expect(talk.hears(.say("item", "coffee")) == "coffee instead of tea.\n\nDone. More?")
    #expect(talk.state.slots["item"]?.value == .string("coffee"))
  }

  @Test("an outcome that is no success leaves nothing written")
  func notWritten() throws {
    var talk = try placed(.outcome("sold_out", [:]))
    #expect(talk.state.written.isEmpty)
    #expect(talk.hears(.say("item", "coffee")) == "Which table?")
    #expect(talk.hears(.cancel) == "Nothing more.")
  }

  @Test("cancel after a write offers to take it back, with a yes of its own")
  func undo() throws {
    var talk = try placed()
    #expect(talk.hears(.cancel) == "That is already done. Shall I take it back?")
    #expect(talk.buttons == [Button(label: "Yes", move: Move(.agree)), Button(label: "No", move: Move(.refuse))])
    #expect(talk.calls.count == 1)
    #expect(talk.hears(.agree) == "I took it back.\n\nNothing more.")
    #expect(talk.calls.map(\.tool) == ["order.place", "order.drop"])
    #expect(talk.calls.last?.arguments == ["number": .string("7")])
  }

  @Test("without the yes nothing is taken back, and the cancel goes on", arguments: [Move.Kind.refuse, .cancel, .skip])
  func undoRefused(_ no: Move.Kind) throws {
    var talk = try placed()
    _ = talk.hears(.cancel)
    #expect(talk.hears(no) == "Nothing more.")
    #expect(talk.buttons.isEmpty)
    #expect(talk.calls.count == 1)
  }

  @Test("the buttons of what was open come back with it, and go with it", arguments: [true, false])
  func undoButtons(cancels: Bool) throws {
    var yaml = Self.yaml(amend: false)
      .replacing("placed: seat,", with: "placed: hint,")
      .replacing("  seat: {ask", with: "  hint: {say: \"Well.\", buttons: {The first: {table: \"1\"}}, next: seat}\n  seat: {ask")
    if !cancels {
      yaml = yaml.replacing("policy: {cancel: nothing}", with: "")
        .replacing("  nothing: {say: \"Nothing more.\", next: stop}\n", with: "")
    }
    var talk = try Talk(yaml)
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    talk.tools["order.drop"] = { _ in .outcome("dropped", [:]) }
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.hears(.agree)
    #expect(talk.buttons.map(\.label) == ["The first"])
    _ = talk.hears(.cancel)
    #expect(talk.buttons.map(\.label) == ["Yes", "No"])
    _ = talk.hears(.agree)
    #expect(talk.buttons.map(\.label) == (cancels ? [] : ["The first"]))
  }

  @Test("a yes from before the offer was delivered does not count")
  func undoTooEarly() throws {
    var talk = try placed()
    _ = talk.hears(.cancel)
    talk.seen = ReplyID(rawValue: 2)
    #expect(talk.hears(.agree) == "That is already done. Shall I take it back?")
    #expect(talk.calls.count == 1)
  }

  @Test(
    "what becomes of taking it back is told",
    arguments: [
      (CallResult.failed(reason: "down"), "I could not take it back.\n\nNothing more."),
      (CallResult.unsure(reason: "slow"), "I cannot tell whether it was taken back.\n\nNothing more."),
    ])
  func undoFails(_ result: CallResult, _ reply: String) throws {
    var talk = try placed()
    talk.tools["order.drop"] = { _ in result }
    _ = talk.hears(.cancel)
    #expect(talk.hears(.agree) == reply)
  }

  @Test("another outcome than the first says that it cannot be taken back, and it is not offered again")
  func undoTooLate() throws {
    let tools = Talk.tools.replacing("{dropped: {}}", with: "{dropped: {}, too_late: {}}")
    let yaml = Self.yaml(amend: false).replacing("policy: {cancel: nothing}", with: "")
      .replacing("  nothing: {say: \"Nothing more.\", next: stop}\n", with: "")
    var talk = try Talk(yaml, files: ["tools.yaml": tools])
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    talk.tools["order.drop"] = { _ in .outcome("too_late", [:]) }
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.hears(.agree)
    _ = talk.hears(.cancel)
    #expect(talk.hears(.agree) == "I could not take it back.\n\nWhich table?")
    #expect(!talk.hears(.cancel).contains("take it back"))
    #expect(talk.hears(.say("item", "coffee")) == "That is already done, so I left it as it is.\n\nWhich table?")
  }

  @Test("a wait at which something is taken back goes on, with its timer")
  func undoAtWait() throws {
    let yaml = Self.yaml(amend: false)
      .replacing("seat: {ask: table, next: {done: thanks}}", with: "seat: {wait: {for: 1h}, next: {for: thanks}}")
      .replacing("policy: {cancel: nothing}", with: "")
      .replacing("  nothing: {say: \"Nothing more.\", next: stop}\n", with: "")
      .replacing("  table: {type: integer, ask: \"Which table?\"}\n", with: "")
    var talk = try Talk(yaml)
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    talk.tools["order.drop"] = { _ in .outcome("dropped", [:]) }
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.hears(.agree)
    _ = talk.hears(.cancel)
    #expect(talk.hears(.agree) == "I took it back.")
    #expect(talk.pass(.seconds(3600)) == ["Done. More?"])
  }

  @Test("nonsense at the offer is a try; three in vain are a no")
  func undoNonsense() throws {
    var talk = try placed()
    _ = talk.hears(.cancel)
    let again = "That is already done. Shall I take it back?"
    #expect(talk.hears(.nonsense) == "Sorry, I did not understand that.\n\n\(again)")
    #expect(talk.hears(.help) == "Please answer yes or no.\n\n\(again)")
    #expect(talk.hears(.say("item", "coffee"), .agree) == "Please answer yes or no.\n\n\(again)")
    #expect(talk.hears(.nonsense) == "Sorry, I did not understand that.\n\n\(again)")
    #expect(talk.hears(.nonsense) == "Nothing more.")
    #expect(talk.calls.count == 1)
  }

  @Test("a write that has a reason may start without a yes")
  func freely() throws {
    let yaml = Self.yaml(amend: false).replacing("{done: sure}", with: "{done: place}")
      .replacing("retry: 3", with: "freely: \"It costs nothing.\"")
      .replacing("\"Again?\", next: {agreed: place, refused: stop}", with: "\"Again?\", next: {agreed: place, refused: sure}")
    var talk = try Talk(yaml)
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    #expect(talk.hears(.say("item", "tea"), .say("count", 2)) == "Which table?")
    #expect(talk.calls.count == 1)
  }

  @Test("the table says what the interpreter does")
  func table() throws {
    let graph = try placed(amend: true).interpreter.graph
    let rows = CorrectionTable(of: graph).rows.filter { $0.slot == "item" }
    #expect(rows.map(\.wait) == ["details", "sure", "again", "seat", "thanks"])
    #expect(
      rows.map(\.courses) == [
        [.stays],
        [.changed("sure")],
        [.voided("sure"), .amended(call: "place", to: "amended"), .stays],
        [.amended(call: "place", to: "amended"), .stays],
        [.amended(call: "place", to: "amended"), .stays],
      ])
  }

  @Test("a yes is void when the graph itself gives a covered slot another value", arguments: ["count + 1", "count"])
  func voidedBySet(_ value: String) throws {
    var talk = try Talk(
      """
      musegraph: 1
      name: order
      slots: {count: {type: integer, ask: "How many?"}}
      begin: details
      nodes:
        details: {ask: count, next: {done: sure}}
        sure: {confirm: "{count}?", covers: count, next: {agreed: more, refused: stop, changed: details}}
        more: {set: {count: "\(value)"}, next: thanks}
        thanks: {confirm: "More?", next: {agreed: stop, refused: stop}}
        stop: {end: over}
      otherwise: {exhausted: stop}
      """)
    _ = talk.hears(.say("count", 2))
    #expect(talk.hears(.agree) == "More?")
    #expect(talk.state.yeses.map(\.confirm) == (value == "count" ? ["sure"] : []))
  }
}
