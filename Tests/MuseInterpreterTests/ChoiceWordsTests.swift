import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("A choice is spoken of in its words, and a day is one")
struct ChoiceWordsTests {
  private static let claim = """
    musegraph: 1
    name: claim
    locales: [en]
    timezone: Europe/London
    slots:
      kind:
        type: choice
        of: {theft: ["a theft", "stolen"], fire: "a fire"}
        ask: "What happened?"
        label: "kind"
      things: {type: list<choice>, of: {car: "the car", bag: "the bag"}, optional: true}
      day: {type: date, ask: "When?"}
    begin: what
    nodes:
      what: {ask: [kind, day, things], next: {done: told}}
      told:
        say: "{kind}{maybe(' of ', things)}: {kind == 'fire' ? 'hot' : 'cold'}."
        confirm: {}
        covers: [kind, things, day]
        next: {agreed: stop, refused: stop, changed: what}
      stop: {end: over}
    otherwise: {exhausted: stop}
    """

  @Test("in texts that show it, in reviews and in lists; conditions see the value")
  func words() throws {
    var talk = try Talk(Self.claim)
    #expect(talk.hears(.say("kind", "nothing")) == "What happened?")
    #expect(
      talk.hears(.tell("kind", .ambiguous([.string("theft"), .string("fire")]), .plain))
        == "You can choose:\n1. a theft\n2. a fire")
    #expect(talk.hears(.choose(2)) == "When?")
    let day = CivilDate(year: 2026, month: 3, day: 6)
    let reply = talk.hears(
      .tell("things", .value(.string("car")), .plain), .tell("things", .value(.string("bag")), .plain),
      .tell("day", .value(.date(day)), .plain))
    #expect(reply.hasPrefix("a fire of the car and the bag: hot.\n\nkind: a fire\nthings: the car and the bag\n"))
  }

  @Test("help names the options as they are spoken of")
  func help() throws {
    var talk = try Talk(Self.claim)
    #expect(talk.hears(.say("kind", "nothing")) == "What happened?")
    #expect(talk.hears(.help) == "One of these, please: a theft, a fire.\n\nWhat happened?")
  }

  @Test(
    "more days than one change nothing, and the question stays",
    arguments: [
      (Move.ManyDays.recurring, "I can only note a single day, not one that comes again and again."),
      (.stretch, "That is more than one day, and I need a single one."),
    ])
  func manyDays(days: Move.ManyDays, sentence: String) throws {
    var talk = try Talk(Self.claim)
    _ = talk.hears(.tell("kind", .value(.string("fire")), .plain))
    #expect(talk.hears(.tell("day", .manyDays(days), .plain)) == "\(sentence)\n\nWhen?")
    #expect(talk.state.slots["day"] == nil)
  }
}
