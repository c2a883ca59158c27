import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("run: another graph talks until it ends")
struct RunTests {
  static let shop: String = """
    musegraph: 1
    name: shop
    import: [tools.yaml, pay.graph.yaml]
    slots:
      item: {type: text, ask: "What?"}
      count: {type: integer, ask: "How many?"}
    facts: {receipt: text}
    intents: {about: ["who are you"]}
    begin: what
    nodes:
      what: {ask: [item, count], next: {done: pay}}
      pay:
        say: "Now to the money."
        run: pay
        with: {amount: "count * 3", name: item}
        set: {receipt: paid.receipt}
        next: {paid: thanks, declined: no_money, cancelled: what_else, failed: broken}
      what_else: {confirm: "Anything else?", next: {agreed: what, refused: over}}
      thanks: {say: "Receipt {receipt}.", next: over}
      no_money: {say: "No money, no {item}.", next: over}
      broken: {say: "Broken.", next: over}
      about: {say: "A shop.", next: back}
      over: {end: over}
    otherwise: {exhausted: over}
    policy: {cancel: over, digress: {about: about}}
    """

  static let pay: String = """
    musegraph: 1
    name: pay
    import: [tools.yaml]
    takes: amount
    slots:
      amount: {type: integer}
      name: {type: text, ask: "Your name?", where: "name != 'tea'"}
      item: {type: text, ask: "Cash or card?"}
    facts: {receipt: text}
    intents: {why: ["why"]}
    begin: who
    nodes:
      who: {ask: [name, item], next: {done: sure}}
      sure: {confirm: "{amount} by {item}?", covers: [amount, item, name], next: {agreed: charge, refused: declined, changed: who}}
      charge: {call: order.place, with: {item: item, count: amount}, set: {receipt: placed.number}, next: {placed: paid, sold_out: declined}}
      why: {say: "Because.", next: back}
      paid: {end: paid}
      declined: {end: declined}
    otherwise: {exhausted: declined, failed: declined, unsure: declined}
    policy: {digress: {why: why}}
    """

  /// The shop that hears changes of its slots while the money is talked about.
  static let correctable: String = shop.replacing("cancelled: what_else,", with: "cancelled: what_else, changed: what,")

  func talk() throws -> Talk {
    var talk = try Talk(Self.shop, files: ["pay.graph.yaml": Self.pay])
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    return talk
  }

  @Test("what is given is known, what the other graph would refuse is asked, and its end is the outcome")
  func whole() throws {
    var talk = try talk()
    #expect(talk.hears(.say("item", "tea"), .say("count", 2)) == "Now to the money.\n\nYour name?")
    #expect(talk.state.graphName == "pay")
    let awaiting = talk.interpreter.awaiting(in: talk.state, seen: talk.state.turn)
    #expect(awaiting.graph == "pay" && awaiting.digressions == ["why"])
    #expect(talk.hears(.say("name", "Ann")) == "Cash or card?")
    #expect(talk.state.slots["item"] == nil)
    #expect(talk.hears(.intent("why")) == "Because.\n\nCash or card?")
    #expect(talk.hears(.say("item", "card")) == "6 by card?")
    #expect(talk.hears(.agree) == "Receipt 7.")
    #expect(talk.state.graphName == nil && talk.state.facts == ["receipt": .string("7")])
    #expect(talk.state.slots["item"]?.value == .string("tea"))
  }

  @Test("nodes and slots of the other graph are told with its name")
  func events() throws {
    var talk = try talk()
    _ = talk.hears(.say("item", "pie"), .say("count", 2))
    #expect(
      talk.effects == [
        .happened(.entered("what")), .happened(.changed("item", .string("pie"))), .happened(.changed("count", .int(2))),
        .happened(.left("what", .done)), .happened(.entered("pay")), .happened(.changed("pay/amount", .int(6))),
        .happened(.changed("pay/name", .string("pie"))), .happened(.entered("pay/who")), .happened(.waits("pay/who")),
        .reply(Reply(id: ReplyID(rawValue: 1), answers: "m1", text: "Now to the money.\n\nCash or card?")),
      ])
  }

  @Test("cancel ends the other graph, and in a digression of it the digression")
  func cancelled() throws {
    var talk = try talk()
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.hears(.cancel) == "Anything else?")
    #expect(talk.state.graphName == nil)
  }

  @Test("start over leaves every graph")
  func startOver() throws {
    var talk = try talk()
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.hears(.startOver) == "What?")
    #expect(talk.state.graphName == nil && talk.state.slots == [:])
  }

  @Test("a yes stays in the graph it was said to")
  func consent() throws {
    var talk = try talk()
    _ = talk.hears(.say("item", "pie"), .say("count", 2))
    _ = talk.hears(.say("item", "cash"))
    talk.tools["order.place"] = { _ in .outcome("sold_out", [:]) }
    #expect(talk.hears(.agree) == "No money, no pie.")
    #expect(talk.calls.count == 1)
  }

  @Test("what the caller knows may be corrected meanwhile, where the run names it")
  func correction() throws {
    var talk = try Talk(Self.correctable, files: ["pay.graph.yaml": Self.pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    let callers = talk.interpreter.awaiting(in: talk.state, seen: talk.state.turn).callers
    #expect(callers.map(\.depth) == [1] && callers.first?.awaiting.graph == nil)
    #expect(callers.first?.awaiting.slots.first == Awaiting.Slot(id: "item", value: .string("tea")))
    func message(_ kind: Move.Kind) -> Message {
      Message(id: "m", text: "", moves: [Move(kind)], now: talk.now, caller: 1, sender: "ann", seen: talk.state.turn)
    }
    #expect(talk.takes(.message(message(.say("count", 2))))?.text == "Your name?")
    #expect(talk.takes(.message(message(.say("count", 5))))?.text == "Now to the money.\n\nYour name?")
    #expect(talk.state.slots["amount"]?.value == .int(15))
    #expect(talk.events.contains(.left("pay", .changed)))
  }

  @Test("a graph that cannot be given what it must have is not begun: 'failed'")
  func missing() throws {
    let pay = Self.pay.replacing("amount: {type: integer}", with: "amount: {type: integer, max: 5}")
    var talk = try Talk(Self.shop, files: ["pay.graph.yaml": pay])
    #expect(talk.hears(.say("item", "pie"), .say("count", 2)) == "Now to the money.\n\nBroken.")
    #expect(talk.state.graphName == nil && talk.events.contains(.left("pay", .failed)))
  }

  @Test("a cancel in the other graph ends the yeses of those that run it")
  func cancelEndsYes() throws {
    let shop = Self.shop.replacing(
      "what: {ask: [item, count], next: {done: pay}}",
      with: """
        what: {ask: [item, count], next: {done: agree}}
          agree: {confirm: "Sure?", covers: [item, count], next: {agreed: pay, refused: over, changed: what}}
        """)
    var talk = try Talk(shop, files: ["pay.graph.yaml": Self.pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.hears(.agree)
    #expect(talk.state.callers.first?.yeses.count == 1)
    _ = talk.hears(.cancel)
    #expect(talk.state.graphName == nil && talk.state.yeses.isEmpty)
  }

  @Test("what a sensitive slot holds is masked in every graph at work")
  func sensitive() throws {
    let shop = Self.shop.replacing(
      "item: {type: text, ask: \"What?\"}", with: "item: {type: text, ask: \"What?\", sensitive: true}")
    let pay = Self.pay.replacing("ask: \"Your name?\",", with: "ask: \"Your name?\", sensitive: true,")
    var talk = try Talk(shop, files: ["pay.graph.yaml": pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.hears(.say("name", "Ann"))
    let sensitive = Sensitive(in: talk.interpreter.graph, talk.state)
    #expect(sensitive.masked("Ann has tea with Bob") == "••• has ••• with Bob")
    #expect(sensitive.masked("I am Ann", moves: [Move(.say("name", "Ann"), span: 5..<8)]) == "I am •••")
  }

  // MARK: What the caller hears meanwhile

  /// A message in the words of the graph that runs the one that talks.
  func callers(_ kinds: Move.Kind..., at depth: Int = 1, in talk: Talk) -> Input {
    .message(
      Message(
        id: "m", text: "", moves: kinds.map { Move($0) }, now: talk.now, caller: depth, sender: "ann", seen: talk.state.turn))
  }

  @Test("a digression of the caller speaks, and then the open question is asked again")
  func callersDigression() throws {
    var talk = try talk()
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.hears(.say("name", "Ann")) == "Cash or card?")
    let before = talk.state.slots
    #expect(talk.takes(callers(.intent("about"), in: talk))?.text == "A shop.\n\nCash or card?")
    #expect(talk.state.graphName == "pay" && talk.state.slots == before && talk.state.outer == nil)
    #expect(talk.hears(.say("item", "card")) == "6 by card?")
    #expect(talk.takes(callers(.intent("about"), in: talk))?.text == "A shop.\n\n6 by card?")
    #expect(talk.hears(.agree) == "Receipt 7.")
  }

  static let asking: String = correctable.replacing(
    "about: {say: \"A shop.\", next: back}",
    with:
      "about: {ask: count, choices: \"[1, 2]\", next: {done: told, none: told}}\n  told: {say: \"Noted {maybe(count)}.\", next: back}"
  )

  @Test("a digression of the caller may ask; what it learns stays, and the other graph goes on where it was")
  func askingDigression() throws {
    var talk = try Talk(Self.asking, files: ["pay.graph.yaml": Self.pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.takes(callers(.intent("about"), in: talk))?.text == "You can choose:\n1. 1\n2. 2")
    #expect(talk.state.graphName == nil && talk.state.callers.isEmpty)
    #expect(talk.hears(.choose(1)) == "Noted 1.\n\nYour name?")
    #expect(talk.state.graphName == "pay" && talk.state.slots["amount"]?.value == .int(6))
    #expect(talk.state.callers.first?.slots["count"]?.value == .int(1))
  }

  @Test("cancel in a digression of the caller ends the digression, and a change of an outer slot is handled where it was left")
  func leavingCallersDigression() throws {
    var talk = try Talk(Self.asking, files: ["pay.graph.yaml": Self.pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.takes(callers(.intent("about"), in: talk))
    #expect(talk.hears(.cancel) == "Your name?")
    _ = talk.takes(callers(.intent("about"), in: talk))
    #expect(talk.hears(.say("item", "pie")) == "Now to the money.\n\nCash or card?")
    #expect(talk.events.contains(.left("pay", .changed)) && talk.state.slots["name"]?.value == .string("pie"))
  }

  @Test("what a run rests on is not changed in a digression where the run names no way for it")
  func unchangeable() throws {
    var talk = try Talk(Self.asking.replacing(", changed: what,", with: ","), files: ["pay.graph.yaml": Self.pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    _ = talk.takes(callers(.intent("about"), in: talk))
    #expect(talk.hears(.say("item", "pie")).hasPrefix("Sorry, I did not understand that."))
    #expect(talk.state.slots["item"]?.value == .string("tea"))
    #expect(talk.hears(.choose(2)) == "Noted 2.\n\nYour name?")
  }

  @Test("digressions are one deep over all graphs: the caller's takes the place of the other graph's")
  func oneDeep() throws {
    let pay = Self.pay.replacing(
      "why: {say: \"Because.\", next: back}",
      with: "why: {confirm: \"Why not?\", next: {agreed: gone, refused: gone}}\n  gone: {say: \"Well.\", next: back}")
    var talk = try Talk(Self.asking, files: ["pay.graph.yaml": pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.hears(.intent("why")) == "Why not?")
    _ = talk.takes(callers(.intent("about"), in: talk))
    #expect(talk.hears(.choose(2)) == "Noted 2.\n\nYour name?")
  }

  @Test("what is wanted of the caller waits for its next classify; it is no way out of the other graph")
  func callersIntent() throws {
    var talk = try Talk(
      Self.shop.replacing(
        "intents: {about: [\"who are you\"]}", with: "intents: {about: [\"who are you\"], hours: [\"when are you open\"]}"
      )
      .replacing(
        "over: {end: over}",
        with:
          "over: {end: over}\n  more: {classify: [hours], say: \"What else?\", next: {hours: open, other: over}}\n  open: {say: \"Nine to five.\", next: over}"
      )
      .replacing("Receipt {receipt}.\", next: over", with: "Receipt {receipt}.\", next: more"),
      files: ["pay.graph.yaml": Self.pay])
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.takes(callers(.intent("hours"), in: talk))?.text == "I will come to the other thing afterwards.\n\nYour name?")
    _ = talk.hears(.say("name", "Ann"))
    _ = talk.hears(.say("item", "card"))
    #expect(talk.hears(.agree).hasSuffix("Nine to five."))
  }

  @Test("the silence of the caller's policy holds where the other graph has none")
  func callersSilence() throws {
    let policy =
      "policy: {cancel: over, silence: {after: 10m, say: \"Still there{maybe(', for the ', item)}?\", then: {after: 1h, to: over}}, digress"
    var talk = try Talk(Self.shop.replacing("policy: {cancel: over, digress", with: policy), files: ["pay.graph.yaml": Self.pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    talk.deliver()
    #expect(talk.pass(.seconds(600)) == ["Still there, for the tea?"])
    #expect(talk.state.graphName == "pay")
    talk.clearEvents()
    _ = talk.pass(.seconds(3600))
    #expect(talk.state.graphName == nil && talk.events.contains(.ended("over")))
  }

  @Test("a policy of the other graph goes before the caller's")
  func ownSilence() throws {
    let pay = Self.pay.replacing("policy: {digress", with: "policy: {silence: {after: 5m, say: \"Well?\"}, digress")
    var talk = try Talk(
      Self.shop.replacing(
        "policy: {cancel: over, digress", with: "policy: {cancel: over, silence: {after: 1m, say: \"Hm?\"}, digress"),
      files: ["pay.graph.yaml": pay])
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    talk.deliver()
    #expect(talk.pass(.seconds(3600)) == ["Well?"])
  }
}
