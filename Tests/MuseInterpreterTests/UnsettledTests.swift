import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

/// What was said for a slot and is not settled yet is never lost, and never agreed to unseen.
@Suite("What is not settled yet")
struct UnsettledTests {
  private static let party: String = """
    musegraph: 1
    name: party
    timezone: UTC
    import: [tools.yaml]
    slots:
      guests: {type: list<person>, ask: "Who?", lookup: people.find}
      day: {type: date, ask: "Which day?", min: today}
      length: {type: integer, ask: "How long?"}
    begin: who
    nodes:
      who: {ask: [guests, day], next: {done: long}}
      long: {ask: length, next: {done: sure}}
      sure: {confirm: "{guests} on {day}?", covers: [guests, day, length], next: {agreed: over, refused: over, changed: who}}
      over: {end: over}
    otherwise: {exhausted: over, failed: over}
    """

  private func party() throws -> Talk {
    var talk = try Talk(Self.party)
    talk.tools["people.find"] = { call in
      switch call.arguments["words"] {
      case .string("Ann"): .outcome("found", ["matches": .list([person("ann", "Ann")])])
      case .string("Eve"): .outcome("found", ["matches": .list([person("eve", "Eve")])])
      case .string("Bob"): .outcome("found", ["matches": .list([person("bob", "Bob Hill"), person("rob", "Bob Ray")])])
      case .string("Kim"): .failed(reason: "down")
      default: .outcome("found", ["matches": .list([])])
      }
    }
    let day = Move.Kind.tell("day", .value(.date(CivilDate(year: 2026, month: 11, day: 24))), .plain)
    #expect(talk.hears(.words("guests", "Ann"), day) == "How long?")
    return talk
  }

  @Test("words for a list that the open question does not ask for are looked up all the same")
  func lookedUp() throws {
    var talk = try party()
    #expect(talk.hears(.words("guests", "Eve", .add)) == "How long?")
    #expect(talk.hears(.say("length", 2)) == "Ann and Eve on Tuesday 24 November?")
  }

  @Test("several hits are offered there, and the question follows")
  func offered() throws {
    var talk = try party()
    #expect(talk.hears(.words("guests", "Bob", .add)).hasSuffix("1. Bob Hill\n2. Bob Ray"))
    #expect(talk.hears(.choose(2)) == "How long?")
    #expect(talk.hears(.say("length", 2)) == "Ann and Bob Ray on Tuesday 24 November?")
  }

  @Test("a lookup that fails there is told, and the question stays")
  func failing() throws {
    var talk = try party()
    let reply = talk.hears(.words("guests", "Kim", .add))
    #expect(reply.contains("Kim") && reply.hasSuffix("How long?"))
    #expect(talk.waitsAt == "long")
  }

  @Test("a yes is to the default that was shown, whatever the clock says by then")
  func movingDefault() throws {
    let yaml = CorrectionTests.yaml(amend: false)
      .replacing("  table: {", with: "  day: {type: date, default: today}\n  table: {")
      .replacing("\"{count} {item}?\", covers: [item, count]", with: "\"{count} {item} on {day}?\", covers: [item, count, day]")
    var talk = try Talk(yaml, now: "2026-11-23T23:50:00Z")
    #expect(talk.hears(.say("item", "tea"), .say("count", 2)).hasPrefix("2 tea on "))
    talk.now = try #require(Instant(rfc3339: "2026-11-24T00:10:00Z"))
    talk.tools["order.place"] = { _ in .failed(reason: "down") }
    _ = talk.hears(.agree)
    #expect(talk.state.slots["day"]?.value == .date(CivilDate(year: 2026, month: 11, day: 23)))
  }

  @Test("a yes from another zone is asked again, since the times shown would be others")
  func elsewhere() throws {
    var talk = try Talk(CorrectionTests.yaml(amend: false))
    #expect(talk.hears(.say("item", "tea"), .say("count", 2)) == "2 tea?")
    func yes(_ id: MessageID) -> Input {
      .message(
        Message(id: id, text: "", moves: [Move(.agree)], now: talk.now, zone: "Asia/Tokyo", sender: "ann", seen: talk.state.turn))
    }
    #expect(talk.takes(yes("a"))?.text == "2 tea?")
    #expect(talk.calls.isEmpty)
    _ = talk.takes(yes("b"))
    #expect(talk.calls.count == 1)
  }

  @Test("a bound that moves with the clock is checked again at the yes")
  func expired() throws {
    var talk = try party()
    #expect(talk.hears(.say("length", 2)) == "Ann on Tuesday 24 November?")
    talk.now = try #require(Instant(rfc3339: "2026-11-25T09:00:00Z"))
    #expect(talk.hears(.agree).hasSuffix("Which day?"))
    #expect(talk.state.slots["day"] == nil)
  }
}
