import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("wait: for a time, an instant, an event or a message")
struct WaitTests {
  static let list: String = """
    musegraph: 1
    name: waiting-list
    locales: [en]
    timezone: Europe/London
    slots:
      party: {type: integer, ask: "For how many?"}
      patience: {type: duration, default: 30m}
    facts: {seats: integer}
    events:
      table_free: {seats: integer, note: optional<text>}
      closing: {}
    intents:
      book: ["a table for [four](party)"]
      about: ["who are you"]
    begin: ask
    nodes:
      ask: {ask: party, next: {done: hold}}
      hold:
        say: "I put you on the list."
        wait: {for: patience, until: "timestamp('2026-11-23T12:00:00Z')", event: table_free, where: "event.seats >= party"}
        set: {seats: event.seats}
        next: {for: sorry, until: closed, event: free}
      free: {say: "A table for {seats} is free.", next: again}
      again: {wait: {message: true, for: 10m}, next: {message: menu, for: over}}
      menu: {classify: [book], say: "What else?", next: {book: ask, other: over}}
      sorry: {say: "It takes too long.", next: over}
      closed: {say: "We are closed.", next: over}
      about: {confirm: "I am a door. Fine?", next: {agreed: thanks, refused: thanks}}
      thanks: {say: "Thanks.", next: back}
      over: {end: over}
    otherwise: {exhausted: over}
    policy: {cancel: over, digress: {about: about}}
    """

  func waiting() throws -> Talk {
    var talk = try Talk(Self.list)
    #expect(talk.hears(.say("party", 4)) == "I put you on the list.")
    talk.deliver()
    return talk
  }

  @Test("a time that is past rings at once, and where it comes to the same wait again not before a minute has gone")
  func pastTime() throws {
    let yaml = Self.list
      .replacing("sorry: {say: \"It takes too long.\", next: over}", with: "sorry: {say: \"Still waiting.\", next: hold}")
      .replacing("patience: {type: duration, default: 30m}", with: "patience: {type: duration, default: 0s}")
    var talk = try Talk(yaml)
    _ = talk.hears(.say("party", 4))
    talk.deliver()
    #expect(talk.pass(.seconds(1)).count == 1)
    #expect(talk.pass(.seconds(180)).count == 3)
  }

  @Test("a wait begins at its entry, and its timers fire once")
  func time() throws {
    var talk = try waiting()
    #expect(talk.state.nextTimer?.due == Instant(rfc3339: "2026-11-23T09:30:00Z"))
    #expect(talk.pass(.seconds(29 * 60)) == [])
    #expect(talk.waitsAt == "hold")
    #expect(talk.pass(.seconds(60)) == ["It takes too long."])
    #expect(talk.state.place == .ended("over", .again))
    #expect(talk.state.nextTimer == nil)
  }

  @Test("a firing is one turn with its events and a reply that answers nobody")
  func effects() throws {
    var talk = try waiting()
    let timer = try #require(talk.state.nextTimer)
    talk.takes(.timer(TimerFiring(timer: timer.id, now: timer.due, seed: 0)))
    #expect(
      talk.effects == [
        .happened(.left("hold", .for)), .happened(.entered("sorry")), .happened(.left("sorry", .next)),
        .happened(.entered("over")), .happened(.ended("over")),
        .reply(Reply(id: ReplyID(rawValue: 2), answers: nil, text: "It takes too long.")),
      ])
    #expect(talk.interpreter.advance(&talk.state, with: .timer(TimerFiring(timer: timer.id, now: timer.due, seed: 0))) == [])
  }

  @Test("what has passed already is due at once, but never in the same turn")
  func passed() throws {
    var talk = try Talk(Self.list, now: "2026-11-23T13:00:00Z")
    #expect(talk.hears(.say("party", 4)) == "I put you on the list.")
    #expect(talk.waitsAt == "hold")
    #expect(talk.pass(.zero) == ["We are closed."])
  }

  @Test("the event that fits ends the wait, and brings its fields")
  func event() throws {
    var talk = try waiting()
    #expect(talk.happens("table_free", ["seats": .int(2)]) == nil)
    #expect(talk.happens("closing") == nil)
    #expect(talk.happens("table_free", ["seats": .string("six")]) == nil)
    #expect(talk.happens("table_free") == nil)
    #expect(talk.happens("unheard_of") == nil)
    #expect(talk.happens("table_free", ["seats": .int(6)]) == "A table for 6 is free.")
    #expect(talk.happens("table_free", ["seats": .int(6)]) == nil)
  }

  @Test("a message that is not waited for hears that it goes on")
  func otherMessages() throws {
    var talk = try waiting()
    let due = talk.state.nextTimer?.due
    #expect(talk.hears(.nonsense) == "There is nothing to do just now. I will get back to you.")
    #expect(talk.hears(.repeat) == "I put you on the list.")
    #expect(talk.hears(.say("party", 5)) == "I put you on the list.")
    #expect(talk.state.slots["party"]?.value == .int(5))
    #expect(talk.state.nextTimer?.due == due)
    #expect(talk.hears(.cancel) == "All right.")
    #expect(talk.state.place == .ended("over", .again))
  }

  @Test("a message that is waited for goes on, with all that was said in it")
  func message() throws {
    var talk = try waiting()
    _ = talk.happens("table_free", ["seats": .int(6)])
    #expect(talk.hears(.intent("book"), .say("party", 2)) == "I put you on the list.")
    #expect(talk.state.slots["party"]?.value == .int(2))
  }

  @Test("what a wait waits for ends a digression from it")
  func digression() throws {
    var talk = try waiting()
    #expect(talk.hears(.intent("about")) == "I am a door. Fine?")
    talk.deliver()
    #expect(talk.pass(.seconds(1800)) == ["It takes too long."])
    talk = try waiting()
    _ = talk.hears(.intent("about"))
    #expect(talk.happens("table_free", ["seats": .int(6)]) == "A table for 6 is free.")
    #expect(talk.waitsAt == "again")
  }

  @Test("back from a digression the wait goes on as it was")
  func back() throws {
    var talk = try waiting()
    _ = talk.hears(.intent("about"))
    #expect(talk.hears(.agree) == "Thanks.")
    #expect(talk.waitsAt == "hold")
    #expect(talk.state.nextTimer?.due == Instant(rfc3339: "2026-11-23T09:30:00Z"))
  }
}
