import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("A turn that cannot go on")
struct StoppedTurnTests {
  private static let shop: String = """
    musegraph: 1
    name: shop
    import: [tools.yaml, pay.graph.yaml]
    slots:
      count: {type: integer, ask: "How many?"}
    facts: {share: integer}
    begin: what
    nodes:
      what: {ask: count, next: {done: pay}}
      pay: {run: pay, with: {amount: count}, next: {paid: split, declined: over, cancelled: over, failed: over}}
      split: {set: {share: "10 / count"}, next: over}
      over: {end: over}
    otherwise: {exhausted: over}
    """

  @Test("after a write the person hears that it is done, the run is over, and no yes writes again")
  func afterWrite() throws {
    let yaml = CorrectionTests.yaml(amend: false)
      .replacing("{placed: seat, sold_out: seat, failed: again}", with: "{placed: share, sold_out: seat, failed: again}")
      .replacing("  seat: {ask", with: "  share: {set: {part: \"100 / (count - 2)\"}, next: seat}\n  seat: {ask")
      .replacing("facts: {number: text}", with: "facts: {number: text, part: integer}")
    var talk = try Talk(yaml)
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    _ = talk.hears(.say("item", "tea"), .say("count", 2))
    #expect(talk.hears(.agree).hasPrefix("That is done."))
    #expect(talk.reply?.stopped == true && talk.state.place == .beginning)
    #expect(talk.hears(.agree) == "What?")
    #expect(talk.calls.count == 1)
  }

  @Test("so it is where the write was in a graph that has ended")
  func afterWriteInRun() throws {
    var talk = try Talk(Self.shop, files: ["pay.graph.yaml": RunTests.pay])
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    #expect(talk.hears(.say("count", 0)) == "Your name?")
    _ = talk.hears(.say("name", "Ann"))
    #expect(talk.hears(.say("item", "card")) == "0 by card?")
    #expect(talk.hears(.agree).hasPrefix("That is done."))
    #expect(talk.calls.count == 1)
    #expect(talk.reply?.stopped == true)
    #expect(talk.state.place == .beginning)
    #expect(talk.hears(.say("count", 1)) == "Your name?")
  }

  @Test("before a write everything is as it was, in the graph that talked")
  func beforeWrite() throws {
    let pay = RunTests.pay
      .replacing("sure: {confirm:", with: "half: {set: {receipt: \"string(10 / amount)\"}, next: sure}\n  sure: {confirm:")
      .replacing("{done: sure}", with: "{done: half}")
    // A run that fails is the caller's `failed`: the trouble is in the outermost graph.
    let yaml = Self.shop.replacing("failed: over}}", with: "failed: split}}")
    var talk = try Talk(yaml, files: ["pay.graph.yaml": pay])
    _ = talk.hears(.say("count", 0))
    _ = talk.hears(.say("name", "Ann"))
    _ = talk.hears(.say("item", "card"))
    #expect(talk.reply?.stopped == true)
    #expect(talk.state.graphName == "pay" && talk.waitsAt == "who")
    #expect(talk.state.slots["item"] == nil && talk.state.slots["name"]?.value == .string("Ann"))
  }

  @Test("a confirm whose text has no value lists what it is about")
  func silentConfirm() throws {
    let yaml = CorrectionTests.yaml(amend: false).replacing("\"{count} {item}?\"", with: "\"{item}, {100 / count} each?\"")
    var talk = try Talk(yaml)
    #expect(talk.hears(.say("item", "tea"), .say("count", 4)) == "tea, 25 each?")
    #expect(talk.hears(.say("count", 0)) == "item: tea\ncount: 0\nIs that right?")
  }
}
