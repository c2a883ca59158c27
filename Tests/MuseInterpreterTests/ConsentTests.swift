import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("Consent: never a write without a live yes")
struct ConsentTests {
  static let shop: String = """
    musegraph: 1
    name: shop
    locales: [en]
    timezone: UTC
    import: [tools.yaml]
    slots:
      item: {type: text, ask: "What?"}
      count: {type: integer, ask: "How many?", max: 9}
      note: {type: text}
    intents:
      order: ["order [tea](item)", "[two](count) please"]
      remark: ["note [this](note)"]
    begin: top
    nodes:
      top: {classify: [order, remark], say: "What would you like?", forget: [item, count], next: {order: details, remark: top, other: top}}
      details: {ask: [item, count, note], next: {done: sure}}
      sure: {confirm: "{count} {item}?", covers: [item, count], next: {agreed: place, refused: nothing, changed: details}}
      place: {call: order.place, with: [item, count], next: {placed: thanks, sold_out: gone, failed: again}}
      again: {confirm: "Try again?", next: {agreed: place, refused: nothing}}
      thanks: {say: "Done.", next: top}
      gone: {say: "Sold out.", next: details_again}
      details_again: {ask: [note], next: {done: sure}}
      nothing: {say: "Nothing done.", next: top}
      lost: {say: "I cannot tell.", next: top}
    otherwise: {exhausted: nothing, unsure: lost}
    policy: {cancel: nothing}
    """

  func atTheQuestion(_ place: @escaping @Sendable (Call) -> CallResult) throws -> Talk {
    var talk = try Talk(Self.shop)
    talk.tools["order.place"] = place
    #expect(talk.hears(.intent("order"), .say("item", "tea"), .say("count", 2)) == "2 tea?")
    return talk
  }

  @Test("a yes to a delivered question starts the write, once")
  func yes() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", ["number": .string("7")]) }
    #expect(talk.hears(.agree) == "Done.\n\nWhat would you like?")
    #expect(talk.calls.map(\.arguments) == [["item": .string("tea"), "count": .int(2)]])
    #expect(talk.hears(.agree) == "What would you like?")
    #expect(talk.calls.count == 1)
  }

  @Test("a yes from before the delivery is answered by asking again")
  func earlyYes() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    talk.seen = ReplyID.none
    #expect(talk.hears(.agree) == "2 tea?")
    #expect(talk.calls.isEmpty)
    talk.seen = talk.state.turn
    #expect(talk.hears(.agree) == "Done.\n\nWhat would you like?")
  }

  @Test("a change beats yes and no in the same message", arguments: [Move.Kind.agree, .refuse])
  func changeBeats(_ other: Move.Kind) throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    #expect(talk.hears(other, .say("count", 3)) == "3 tea?")
    #expect(talk.calls.isEmpty)
  }

  @Test("an equal value is no change, and the yes beside it counts")
  func equalValue() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.agree, .say("count", 2)) == "Done.\n\nWhat would you like?")
  }

  @Test("a refused value changes nothing, but the yes beside it does not count")
  func refusedValue() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.agree, .say("count", 12)) == "It must be at most 9.\n\n2 tea?")
    #expect(talk.calls.isEmpty)
  }

  @Test("cancel beats yes")
  func cancelBeatsYes() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.agree, .cancel) == "Nothing done.\n\nWhat would you like?")
    #expect(talk.calls.isEmpty)
  }

  @Test("yes and no at once is asked again")
  func yesAndNo() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.agree, .refuse) == "Please answer yes or no, or tell me what to change.\n\n2 tea?")
    #expect(talk.calls.isEmpty)
  }

  @Test("after `failed` the yes lives on and the write keeps its id")
  func failedKeepsTheID() throws {
    var talk = try atTheQuestion { _ in .failed(reason: "down") }
    #expect(talk.hears(.agree) == "Try again?")
    #expect(talk.hears(.agree) == "Try again?")
    talk.tools["order.place"] = { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.agree) == "Done.\n\nWhat would you like?")
    #expect(Set(talk.calls.map(\.id)).count == 1)
    #expect(talk.calls.count == 3)
  }

  @Test("tried again with other arguments it is another write")
  func otherArguments() throws {
    let yaml = Self.shop.replacing("with: [item, count]", with: "with: {item: item, count: \"now.getMinutes('UTC')\"}")
    var talk = try Talk(yaml)
    talk.tools["order.place"] = { _ in .failed(reason: "down") }
    _ = talk.hears(.intent("order"), .say("item", "tea"), .say("count", 2))
    _ = talk.hears(.agree)
    _ = talk.hears(.agree)
    #expect(Set(talk.calls.map(\.id)).count == 1)
    talk.now = try #require(talk.now.adding(.seconds(60)))
    _ = talk.hears(.agree)
    #expect(Set(talk.calls.map(\.id)).count == 2)
  }

  @Test("a change after `failed` voids the yes and goes on at that confirm's `changed`")
  func changeAfterFailed() throws {
    var talk = try atTheQuestion { _ in .failed(reason: "down") }
    #expect(talk.hears(.agree) == "Try again?")
    #expect(talk.hears(.agree, .say("count", 5)) == "5 tea?")
    #expect(talk.hears(.agree) == "Try again?")
    #expect(talk.calls.map(\.id.rawValue) == [1, 2])
  }

  @Test("any other end spends the yes")
  func otherEndsSpend() throws {
    var talk = try atTheQuestion { _ in .outcome("sold_out", [:]) }
    #expect(talk.hears(.agree) == "Sold out.\n\n2 tea?")
    #expect(talk.hears(.agree) == "Sold out.\n\n2 tea?")
    #expect(talk.calls.map(\.id.rawValue) == [1, 2])
  }

  @Test("`unsure` is apart from `failed`")
  func unsure() throws {
    var talk = try atTheQuestion { _ in .unsure(reason: "no answer") }
    #expect(talk.hears(.agree) == "I cannot tell.\n\nWhat would you like?")
  }

  @Test("an undeclared outcome of a write is `unsure`")
  func undeclared() throws {
    var talk = try atTheQuestion { _ in .outcome("eaten", [:]) }
    #expect(talk.hears(.agree) == "I cannot tell.\n\nWhat would you like?")
  }

  @Test("what does not cover the write can still be told at its question, and the question comes again")
  func uncoveredValue() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.agree, .say("note", "quick")) == "2 tea?")
    #expect(talk.calls.isEmpty)
  }

  @Test("not understood three times is exhausted")
  func exhausted() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    let again = "Sorry, I did not understand that."
    #expect(talk.hears(.nonsense) == "\(again)\n\n2 tea?")
    #expect(talk.hears(.nonsense) == "\(again)\n\nPlease answer yes or no, or tell me what to change.\n\n2 tea?")
    #expect(talk.hears(.nonsense) == "Nothing done.\n\nWhat would you like?")
  }

  @Test("a second intent is kept and heard by the next classify, after saying so")
  func secondIntent() throws {
    var talk = try Talk(Self.shop)
    let reply = talk.hears(
      [Move(.intent("order"), span: 0..<9), Move(.say("item", "tea")), Move(.intent("remark"), span: 14..<20)],
      text: "order tea and remark")
    #expect(reply == "I will come to the other thing afterwards.\n\nHow many?")
    talk.tools["order.place"] = { _ in .outcome("placed", [:]) }
    #expect(talk.hears(.say("count", 1)) == "1 tea?")
    #expect(talk.hears(.agree) == "Done.\n\nNow to “remark”.\n\nWhat would you like?")
  }

  @Test("what is said with a second intent waits with it")
  func secondIntentWithValue() throws {
    var talk = try atTheQuestion { _ in .outcome("placed", [:]) }
    let reply = talk.hears([Move(.intent("remark"), span: 0..<4), Move(.say("note", "quick"))], text: "note quick")
    #expect(reply == "I will come to the other thing afterwards.\n\n2 tea?")
    #expect(talk.state.slots["note"] == nil)
    _ = talk.hears(.agree)
    #expect(talk.state.slots["note"]?.value == .string("quick"))
  }
}
