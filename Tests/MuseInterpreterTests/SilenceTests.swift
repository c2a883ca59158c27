import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("silence: noticed after a question was delivered")
struct SilenceTests {
  static let shop: String = """
    musegraph: 1
    name: shop
    slots:
      item: {type: text, ask: "What?"}
      count: {type: integer, ask: "How many?"}
    intents: {about: ["who are you"]}
    begin: what
    nodes:
      what: {ask: item, next: {done: many}}
      many:
        ask: count
        silence: [{after: 1m, say: "Still there?"}, {after: 2m, to: guess}]
        next: {done: over}
      guess: {set: {count: "1"}, next: over}
      about: {confirm: "A shop. Fine?", next: {agreed: back_again, refused: back_again}}
      back_again: {say: "Good.", next: back}
      gone: {say: "Good bye.", next: over}
      over: {end: over}
    otherwise: {exhausted: over}
    policy:
      digress: {about: about}
      silence: {after: 10m, say: "Are you there?", then: {after: 1h, to: gone}}
    """

  @Test("it counts from the delivery, not from the question")
  func delivery() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.nonsense)
    #expect(talk.state.nextTimer == nil)
    talk.now = try #require(talk.now.adding(.seconds(60)))
    talk.deliver()
    #expect(talk.state.nextTimer?.due == Instant(rfc3339: "2026-11-23T09:11:00Z"))
  }

  @Test("its steps follow one another, and the question stands")
  func steps() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.nonsense)
    talk.deliver()
    #expect(talk.pass(.seconds(600)) == ["Are you there?"])
    #expect(talk.waitsAt == "what")
    #expect(talk.hears(.say("item", "tea")) == "How many?")
  }

  @Test("the last step leaves")
  func leaving() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.nonsense)
    talk.deliver()
    #expect(talk.pass(.seconds(2 * 3600)) == ["Are you there?", "Good bye."])
    #expect(talk.state.place == .ended("over", .again))
  }

  @Test("any message begins it anew")
  func message() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.nonsense)
    talk.deliver()
    _ = talk.pass(.seconds(599))
    _ = talk.hears(.nonsense)
    talk.deliver()
    #expect(talk.pass(.seconds(599)) == [])
    #expect(talk.pass(.seconds(1)) == ["Are you there?"])
  }

  @Test("a node's own takes the place of the policy's")
  func own() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.say("item", "tea"))
    talk.deliver()
    #expect(talk.pass(.seconds(60)) == ["Still there?"])
    #expect(talk.pass(.seconds(120)) == [])
    #expect(talk.state.slots["count"]?.value == .int(1))
    #expect(talk.state.place == .ended("over", .again))
  }

  @Test("after a digression it begins anew, and in one it is the policy's")
  func digression() throws {
    var talk = try Talk(Self.shop)
    _ = talk.hears(.say("item", "tea"))
    talk.deliver()
    _ = talk.hears(.intent("about"))
    talk.deliver()
    #expect(talk.pass(.seconds(300)) == [])
    #expect(talk.hears(.agree) == "Good.\n\nHow many?")
    talk.deliver()
    #expect(talk.pass(.seconds(59)) == [])
    #expect(talk.pass(.seconds(1)) == ["Still there?"])
  }
}
