import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("handoff: a person takes over")
struct HandoffTests {
  static let desk: String = """
    musegraph: 1
    name: desk
    begin: fetch
    nodes:
      fetch:
        handoff: office
        say: "I am fetching somebody."
        timeout: 5m
        next: {returned: more, closed: over, unstaffed: nobody, timeout: late}
      nobody: {say: "Nobody is there.", next: over}
      late: {say: "Nobody comes.", next: over}
      more: {confirm: "Anything else?", next: {agreed: fetch, refused: over}}
      over: {end: over}
    otherwise: {exhausted: over}
    policy: {cancel: over}
    """

  func waiting() throws -> Talk {
    var talk = try Talk(Self.desk)
    talk.staffed = ["office"]
    #expect(talk.hears(.nonsense) == "I am fetching somebody.")
    talk.deliver()
    return talk
  }

  @Test("the queue is asked first, and whoever is not there is not waited for")
  func unstaffed() throws {
    var talk = try Talk(Self.desk)
    let text = talk.hears(.nonsense)
    #expect(text == "I am fetching somebody.\n\nNobody is there.")
    let request = HandoffRequest(id: EffectID(rawValue: 1), node: "fetch", queue: "office")
    #expect(
      talk.effects == [
        .happened(.entered("fetch")), .work(.handoff(request)), .happened(.left("fetch", .unstaffed)),
        .happened(.entered("nobody")), .happened(.left("nobody", .next)), .happened(.entered("over")),
        .happened(.ended("over")), .reply(Reply(id: ReplyID(rawValue: 1), answers: "m1", text: text)),
      ])
  }

  @Test("what is written is relayed, whatever it means")
  func relayed() throws {
    var talk = try waiting()
    talk.takes(
      .message(Message(id: "m2", text: "cancel", moves: [Move(.cancel)], now: talk.now, sender: "ann", seen: talk.state.turn)))
    #expect(talk.effects == [.reply(Reply(id: ReplyID(rawValue: 2), answers: "m2", text: "", relayed: true))])
    #expect(talk.waitsAt == "fetch")
    #expect(talk.interpreter.awaiting(in: talk.state, seen: talk.state.turn).question == .nothing)
  }

  @Test("somebody speaks under their name, and gives back")
  func speaking() throws {
    var talk = try waiting()
    #expect(talk.staff(.takes)?.isSilent == true)
    #expect(talk.pass(.seconds(3600)) == [])
    #expect(talk.staff(.says("Hello.")) == Reply(id: ReplyID(rawValue: 3), answers: nil, text: "Hello.", speaker: "Ann"))
    #expect(talk.staff(.returns)?.text == "Anything else?")
    #expect(talk.staff(.says("Still here.")) == nil)
    #expect(talk.hears(.refuse) == "All right.")
  }

  @Test("somebody closes the matter")
  func closing() throws {
    var talk = try waiting()
    #expect(talk.staff(.closes)?.isSilent == true)
    #expect(talk.state.place == .ended("over", .again))
  }

  @Test("whoever does not come in time is not waited for")
  func timeout() throws {
    var talk = try waiting()
    #expect(talk.pass(.seconds(300)) == ["Nobody comes."])
  }
}
