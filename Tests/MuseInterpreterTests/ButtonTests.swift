import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("Buttons, help and what is repeated")
struct ButtonTests {
  static let shop: String = """
    musegraph: 1
    name: shop
    locales: [en]
    timezone: UTC
    slots:
      at: {type: datetime, ask: "When?", help: "Any day will do.", examples: ["come [tomorrow at noon](at)"]}
      kind: {type: choice, of: [tea, coffee], ask: ["Which?", "Which one?", "Tea or coffee?"], reask: "Tea, or coffee?"}
    facts: {usual: text}
    intents: {order: ["order [tea](kind)"], about: ["who are you"]}
    begin: start
    nodes:
      start: {set: {usual: "'tea'"}, next: hello}
      hello:
        say: "Hello."
        buttons: {"Order": {intent: order}, "The usual {usual}": {kind: "{usual}"}, "At noon": {at: "12:00"}, "Bye": cancel}
        attach: ["https://example.com/{usual}.pdf"]
        next: top
      top: {classify: [order], say: "What would you like?", next: {order: details, other: top}}
      details: {ask: [kind, at], next: {done: sure}}
      sure: {confirm: "{kind}?", covers: [kind, at], next: {agreed: bye, refused: bye, changed: details}}
      about: {say: "A shop.", next: back}
      bye: {end: over}
    otherwise: {exhausted: bye}
    policy: {cancel: bye, digress: {about: about}}
    """

  @Test("buttons and files stand beside the reply, with exact moves")
  func shown() throws {
    var talk = try Talk(Self.shop)
    #expect(talk.hears(.nonsense) == "Hello.\n\nWhat would you like?")
    #expect(
      talk.buttons == [
        Button(label: "Order", move: Move(.intent("order"))),
        Button(label: "The usual tea", move: Move(.tell("kind", .value(.string("tea")), .plain))),
        Button(label: "At noon", move: Move(.tell("at", .timePart(TimeOfDay(hour: 12)), .plain))),
        Button(label: "Bye", move: Move(.cancel)),
      ])
    #expect(talk.reply?.attachments == ["https://example.com/tea.pdf"])
  }

  @Test("whatever number a client names, nothing traps: at the beginning, at a list, at a question")
  func anyNumber() throws {
    for number in [Int.max, Int.min, 0, -1] {
      var talk = try Talk(Self.shop)
      #expect(talk.presses(Move(.choose(number)), of: ReplyID(rawValue: number)) == "Hello.\n\nWhat would you like?")
      #expect(!talk.presses(Move(.choose(number)), of: ReplyID(rawValue: number)).isEmpty)
    }
    for number in [Int.max, Int.min, 0, 3] {
      var talk = try Talk(AskTests.visit)
      talk.tools["people.find"] = { _ in .outcome("found", ["matches": .list([person("1", "Ann A"), person("2", "Ann B")])]) }
      _ = talk.hears(.words("who", "Ann"))
      #expect(talk.hears(.choose(number)).contains("1. Ann A"))
    }
  }

  @Test("the buttons of an open question stand as long as it does, and come back with it")
  func stand() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.nonsense)
    let buttons = talk.buttons
    _ = talk.hears(.help)
    #expect(talk.buttons == buttons)
    _ = talk.hears(.intent("about"))
    #expect(talk.buttons == buttons)
    _ = talk.hears(.intent("order"))
    #expect(talk.buttons == [])
  }

  @Test("a press is its move; the button of an older question changes nothing")
  func pressed() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.nonsense)
    let first = talk.state.turn
    let question = talk.presses(Move(.intent("order")), of: first)
    #expect(["Which?", "Which one?", "Tea or coffee?"].contains(question))
    let stale = talk.presses(Move(.tell("kind", .value(.string("tea")), .plain)), of: first)
    #expect(stale.hasPrefix("That button belongs to an earlier question.\n\n"))
    #expect(talk.state.slots["kind"] == nil)
    #expect(talk.presses(Move(.tell("kind", .value(.string("tea")), .plain)), of: talk.state.turn) == "When?")
  }

  @Test("a button of a reply that never was means nothing", arguments: [0, 1, Int.max])
  func neverShown(number: Int) throws {
    var talk = try Talk(Self.shop)
    let asked = talk.presses(Move(.help), of: ReplyID(rawValue: number))
    #expect(asked.hasPrefix("Hello."))
  }

  @Test("help grows: the slot's own, examples, what else can be said")
  func help() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.intent("order"), .say("kind", "tea"))
    #expect(talk.hears(.help) == "Any day will do.\n\nWhen?")
    #expect(talk.hears(.help) == "For example: “come tomorrow at noon”.\n\nWhen?")
    #expect(talk.hears(.help) == "You can also say “cancel”, “repeat”, “start over”, “who are you”.\n\nWhen?")
  }

  @Test("nonsense gets growing help, and then it is exhausted")
  func nonsense() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.intent("order"), .say("kind", "tea"))
    #expect(talk.hears(.nonsense) == "Sorry, I did not understand that.\n\nWhen?")
    #expect(talk.hears(.nonsense) == "Sorry, I did not understand that.\n\nAny day will do.\n\nWhen?")
    #expect(talk.hears(.nonsense) == "All right.")
  }

  @Test("variants are spread evenly, and a repeated question is worded as it was")
  func variants() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<300 {
      var talk = try Talk(Self.shop)
      talk.seed = UInt64(seed)
      let question = talk.hears(.intent("order")).replacing("Hello.\n\n", with: "")
      counts[question, default: 0] += 1
      talk.seed = UInt64(seed) &+ 1000
      #expect(talk.hears(.repeat) == question)
      #expect(talk.hears(.intent("about")) == "A shop.\n\n\(question)")
    }
    #expect(Set(counts.keys) == ["Tea or coffee?", "Which one?", "Which?"])
    #expect(counts.values.allSatisfy { (70...130).contains($0) }, "\(counts)")
  }

  @Test("a slot can be asked anew without a value, at an ask and at a confirm")
  func reopened() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.intent("order"), .say("kind", "tea"))
    #expect(["Which?", "Which one?", "Tea or coffee?"].contains(talk.hears(.reopen("kind"))))
    #expect(talk.state.slots["kind"]?.value == .string("tea"))
    #expect(talk.hears(.cancel) == "When?")
    _ = talk.hears(.reopen("kind"))
    #expect(talk.hears(.say("kind", "coffee")) == "When?")
    #expect(talk.hears(.tell("at", .value(.timestamp(Instant(seconds: 1_795_600_000))), .plain)) == "coffee?")
    #expect(talk.hears(.reopen("at"), .agree) == "When?")
    #expect(talk.hears(.agree) == "coffee?")
    #expect(talk.hears(.reopen("at")) == "When?")
    #expect(talk.hears(.refuse) == "coffee?")
    #expect(talk.hears(.reopen("at")) == "When?")
    #expect(talk.hears(.cancel) == "coffee?", "never mind leaves everything as it was")
    _ = talk.hears(.reopen("kind"))
    #expect(talk.hears(.say("kind", "tea")) == "tea?")
  }
}
