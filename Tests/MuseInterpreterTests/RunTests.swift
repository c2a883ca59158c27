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
}
