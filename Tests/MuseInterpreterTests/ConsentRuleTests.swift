import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

/// What ends a yes, sentence by sentence of LANGUAGE, "Consent"; what starts a write stands in `ConsentTests`.
@Suite("What ends a yes")
struct ConsentRuleTests {
  static let stall: String = """
    musegraph: 1
    name: stall
    locales: [en]
    timezone: UTC
    import: [tools.yaml]
    slots:
      item: {type: text, ask: "What?"}
      count: {type: integer, default: 1}
      note: {type: text}
    facts: {price: integer}
    begin: start
    nodes:
      start: {set: {price: "3"}, next: details}
      details: {ask: [item, count, note], next: {done: sure}}
      sure: {confirm: "{count} {item}?", covers: [item, count], next: {agreed: place, refused: stop, changed: details}}
      place: {call: order.place, with: {item: item, count: "count + price"}, next: {placed: stop, failed: again}}
      again: {confirm: "Again?", next: {agreed: place, refused: stop}}
      nothing: {say: "Nothing.", next: pause}
      pause: {confirm: "Go on?", next: {agreed: stop, refused: stop}}
      stop: {end: over}
    otherwise: {exhausted: stop, unsure: stop, sold_out: stop}
    policy: {cancel: nothing}
    """

  /// At "Again?", with a live yes.
  func failed() throws -> Talk {
    var talk = try Talk(Self.stall)
    talk.tools["order.place"] = { _ in .failed(reason: "down") }
    #expect(talk.hears(.say("item", "tea")) == "1 tea?")
    #expect(talk.hears(.agree) == "Again?")
    #expect(talk.state.yeses.map(\.confirm) == ["sure"])
    return talk
  }

  @Test("a default becomes a value at `agreed`")
  func defaults() throws {
    let talk = try failed()
    #expect(talk.state.slots["count"]?.value == .int(1))
  }

  @Test("a cancel")
  func cancel() throws {
    var talk = try failed()
    #expect(talk.hears(.cancel) == "Nothing.\n\nGo on?")
    #expect(talk.state.yeses.isEmpty)
  }

  @Test("a different value of a covered slot; an equal one, and one that is not covered, leave it")
  func values() throws {
    var talk = try failed()
    #expect(talk.hears(.say("count", 1)) == "Again?" || talk.waitsAt == "again")
    #expect(talk.state.yeses.count == 1)
    _ = talk.hears(.say("note", "quick"))
    #expect(talk.state.yeses.count == 1)
    #expect(talk.hears(.say("count", 2)) == "2 tea?")
    #expect(talk.state.yeses.isEmpty)
  }

  @Test("the end of its graph, and starting over", arguments: [Move.Kind.refuse, .startOver])
  func end(_ move: Move.Kind) throws {
    var talk = try failed()
    _ = talk.hears(move)
    #expect(talk.state.yeses.isEmpty)
  }

  @Test("a fact that the write reads and that is another since")
  func facts() throws {
    var talk = try failed()
    talk.state.yeses[0].staleFacts = ["price"]
    #expect(talk.hears(.agree) == "Again?")
    #expect(talk.calls.count == 1, "a write without a live yes is not started")
  }

  @Test(
    "a write that it covers and that ends otherwise than `failed`",
    arguments: [
      CallResult.outcome("placed", ["number": .string("7")]), .outcome("sold_out", [:]), .unsure(reason: "slow"),
    ])
  func written(_ result: CallResult) throws {
    var talk = try failed()
    talk.tools["order.place"] = { _ in result }
    _ = talk.hears(.agree)
    #expect(talk.state.yeses.isEmpty)
    #expect(Set(talk.calls.map(\.id)).count == 1, "tried again under the same yes it keeps its id")
  }
}
