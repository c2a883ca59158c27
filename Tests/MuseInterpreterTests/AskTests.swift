import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("ask: collects what is unset, never what is known")
struct AskTests {
  static let visit: String = """
    musegraph: 1
    name: visit
    locales: [en]
    timezone: Europe/London
    import: [tools.yaml]
    slots:
      who: {type: list<person>, lookup: people.find, ask: "With whom?", refuse: "I do not know {offered}."}
      when: {type: datetime, ask: "When?", where: "when > now", refuse: "{offered} is over."}
      why: {type: text, optional: true, ask: "Why?"}
      length: {type: duration, default: 30m, min: 5m, max: 8h}
      room: {type: room, lookup: rooms.find}
    facts:
      times: list<datetime>
    intents:
      visit: ["visit [Ann](who) [tomorrow](when) in [the hall](room) for [an hour](length) to [talk](why)"]
      about: ["who are you"]
    begin: details
    nodes:
      details: {ask: [who, when, why, length, room], next: {done: look}}
      look: {call: times.look, with: {start: when}, set: {times: busy.alternatives}, next: {free: told, busy: offer}}
      offer: {ask: when, say: "Taken.", choices: times, next: {done: look, none: stop}}
      told: {say: "{who}, {when}, {length}{maybe(', in ', room)}{maybe(', to ', why)}.", next: stop}
      about: {say: "A door.", next: back}
      sorry: {say: "Too bad.", next: stop}
      stop: {end: over}
    otherwise: {failed: sorry, exhausted: sorry}
    policy: {cancel: sorry, digress: {about: about}}
    """

  func visit() throws -> Talk {
    var talk = try Talk(Self.visit)
    talk.tools["times.look"] = { _ in .outcome("free", [:]) }
    talk.tools["people.find"] = { call in
      let known = [
        person("1", "Ann Archer", "archer@example.com"), person("2", "Ann Baker"), person("3", "Bob"), person("4", "Carol"),
      ]
      guard case .string(let words)? = call.arguments["words"] else { return .failed(reason: "no words") }
      let hits = known.filter { value in
        guard case .object(let object) = value, case .string(let name)? = object["name"] else { return false }
        return name.hasPrefix(words)
      }
      return .outcome("found", ["matches": .list(hits)])
    }
    return talk
  }

  @Test("asks one question after the other, optional ones once")
  func oneAfterTheOther() throws {
    var talk = try visit()
    #expect(talk.hears(.nonsense) == "With whom?")
    #expect(talk.hears(.words("who", "Bob")) == "When?")
    #expect(talk.hears(.tell("when", .value(try instant("2026-11-27T15:00:00Z")), .plain)) == "Why?")
    #expect(talk.hears(.skip) == "Bob, Friday 27 November at 3 pm, 30 minutes.")
  }

  @Test("takes several values from one message, also those it never asks")
  func several() throws {
    var talk = try visit()
    let reply = talk.hears(
      .words("who", "Bob"), .tell("when", .value(try instant("2026-11-27T15:00:00Z")), .plain), .say("why", "talk"),
      .tell("length", .value(.duration(.seconds(3600))), .plain))
    #expect(reply == "Bob, Friday 27 November at 3 pm, 1 hour, to talk.")
  }

  @Test("of several hits the person picks one")
  func severalHits() throws {
    var talk = try visit()
    #expect(talk.hears(.words("who", "Ann")) == "You can choose:\n1. Ann Archer\n2. Ann Baker")
    #expect(talk.hears(.choose(2)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("2", "Ann Baker")]))
  }

  @Test("what nobody knows is refused, and three times in vain is exhausted")
  func unknownPeople() throws {
    var talk = try visit()
    _ = talk.hears(.nonsense)
    #expect(talk.hears(.words("who", "Zoe")) == "I do not know Zoe.\n\nWith whom?")
    #expect(talk.hears(.words("who", "Zoe")) == "I do not know Zoe.\n\nWith whom?")
    #expect(talk.hears(.words("who", "Zoe")) == "I do not know Zoe.\n\nToo bad.")
  }

  @Test("a failing lookup is the ask's `failed`")
  func failingLookup() throws {
    var talk = try visit()
    talk.tools["people.find"] = { _ in .failed(reason: "down") }
    #expect(talk.hears(.words("who", "Bob")) == "Too bad.")
  }

  @Test("at their own question values are added; later one replaces the one that stands")
  func listEdits() throws {
    var talk = try visit()
    #expect(talk.hears(.words("who", "Bob"), .words("who", "Carol")) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("3", "Bob"), person("4", "Carol")]))
    #expect(talk.hears(.words("who", "Bob", .remove)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("4", "Carol")]))
    #expect(talk.hears(.words("who", "Bob")) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("3", "Bob")]))
    #expect(talk.hears(.words("who", "Carol", .add)) == "When?")
    #expect(talk.hears(.words("who", "Ann Baker")) == "You can choose:\n1. Ann Baker as well\n2. only Ann Baker")
    #expect(talk.hears(.choose(1)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("3", "Bob"), person("4", "Carol"), person("2", "Ann Baker")]))
    #expect(talk.hears(.words("who", "Carol", .replace)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("4", "Carol")]))
  }

  @Test("who is not on the list cannot be taken off it, and an address is known by its name")
  func removing() throws {
    var talk = try visit()
    let eve = person("eve@example.com", "eve@example.com", "eve@example.com")
    #expect(talk.hears(.words("who", "Bob"), .tell("who", .value(eve), .plain)) == "When?")
    #expect(talk.hears(.words("who", "Carol", .remove)) == "Carol is not on the list.\n\nWhen?")
    #expect(talk.hears(.words("who", "eve", .remove)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("3", "Bob")]))
  }

  @Test("of several people, one of whom is known twice, none is lost")
  func severalHitsAmongOthers() throws {
    var talk = try visit()
    #expect(talk.hears(.words("who", "Ann"), .words("who", "Bob")) == "You can choose:\n1. Ann Archer\n2. Ann Baker")
    #expect(talk.hears(.choose(1)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("1", "Ann Archer", "archer@example.com"), person("3", "Bob")]))
    #expect(talk.hears(.words("who", "Bob", .add), .words("who", "Carol", .add)) == "When?")
    #expect(talk.state.slots["who"]?.value.map(\.count) == 3)
  }

  @Test("one person may take the place of the only other")
  func instead() throws {
    var talk = try visit()
    #expect(talk.hears(.words("who", "Bob")) == "When?")
    #expect(talk.hears(.words("who", "Carol", .add), .words("who", "Bob", .remove)) == "When?")
    #expect(talk.state.slots["who"]?.value == .list([person("4", "Carol")]))
  }

  @Test("half a date and time is kept, and the other half asked")
  func halves() throws {
    var talk = try visit()
    #expect(talk.hears(.words("who", "Bob"), .tell("when", .timePart(TimeOfDay(hour: 16)), .plain)) == "On which day?")
    let friday = CivilDate(year: 2026, month: 11, day: 27)
    #expect(talk.hears(.tell("when", .datePart(friday), .plain)) == "Why?")
    #expect(talk.state.slots["when"]?.value == (try instant("2026-11-27T16:00:00Z")))
    #expect(
      talk.hears(.tell("when", .timePart(TimeOfDay(hour: 10, minute: 30)), .plain))
        == "Bob, Friday 27 November at 10:30 am, 30 minutes.")
  }

  @Test("a day that can be read in two ways is asked back, then its time")
  func openDay() throws {
    var talk = try visit()
    _ = talk.hears(.words("who", "Bob"))
    let days = [CivilDate(year: 2027, month: 4, day: 3), CivilDate(year: 2027, month: 3, day: 4)]
    let reply = talk.hears(.tell("when", .ambiguous(days.map(Value.date)), .plain))
    #expect(reply.hasPrefix("You can choose:\n1. "))
    #expect(talk.hears(.choose(2)) == "At what time?")
    #expect(talk.hears(.tell("when", .timePart(TimeOfDay(hour: 16)), .plain)) == "Why?")
    #expect(talk.state.slots["when"]?.value == (try instant("2027-03-04T16:00:00Z")))
  }

  @Test("a time that daylight saving repeats is asked back")
  func repeatedTime() throws {
    var talk = try visit()
    _ = talk.hears(.words("who", "Bob"))
    let sunday = CivilDate(year: 2027, month: 10, day: 31)
    let reply = talk.hears(
      .tell("when", .datePart(sunday), .plain), .tell("when", .timePart(TimeOfDay(hour: 1, minute: 30)), .plain))
    #expect(
      reply == "You can choose:\n1. Sunday 31 October 2027 at 1:30 am (UTC+1)\n2. Sunday 31 October 2027 at 1:30 am (UTC)")
    #expect(talk.hears(.choose(2)) == "Why?")
    #expect(talk.state.slots["when"]?.value == (try instant("2027-10-31T01:30:00Z")))
  }

  @Test("a value that `where` refuses changes nothing")
  func refusedByWhere() throws {
    var talk = try visit()
    _ = talk.hears(.words("who", "Bob"))
    let reply = talk.hears(.tell("when", .value(try instant("2026-11-20T15:00:00Z")), .plain))
    #expect(reply == "Friday 20 November at 3 pm is over.\n\nWhen?")
    #expect(talk.state.slots["when"] == nil)
  }

  @Test("choices always ask, also for a value that was said in the same message")
  func choices() throws {
    var talk = try visit()
    let offered = [try instant("2026-11-27T16:00:00Z"), try instant("2026-11-27T17:00:00Z")]
    talk.tools["times.look"] = { call in
      offered.contains(call.arguments["start"] ?? .null)
        ? .outcome("free", [:]) : .outcome("busy", ["alternatives": .list(offered)])
    }
    let taken = try instant("2026-11-27T15:00:00Z")
    let list = "You can choose:\n1. Friday 27 November at 4 pm\n2. Friday 27 November at 5 pm"
    #expect(talk.hears(.words("who", "Bob"), .tell("when", .value(taken), .plain), .say("why", "talk")) == "Taken.\n\n\(list)")
    #expect(talk.hears(.choose(3)) == "Sorry, I did not understand that.\n\n\(list)")
    #expect(talk.hears(.tell("when", .value(taken), .plain)) == "Taken.\n\n\(list)")
    #expect(talk.hears(.choose(2)) == "Bob, Friday 27 November at 5 pm, 30 minutes, to talk.")
  }

  @Test("none of the choices is an outcome, and so is a plain no", arguments: [Move.Kind.none, .refuse])
  func noneOfThem(_ none: Move.Kind) throws {
    var talk = try visit()
    talk.tools["times.look"] = { _ in .outcome("busy", ["alternatives": .list([.timestamp(Instant(seconds: 1_800_000_000))])]) }
    _ = talk.hears(.words("who", "Bob"), .tell("when", .value(try instant("2026-11-27T15:00:00Z")), .plain), .say("why", "talk"))
    #expect(talk.hears(none) == "All right.")
    #expect(talk.state.place == .ended("over", .again))
  }

  @Test("a digression comes back to exactly what was open")
  func digression() throws {
    var talk = try visit()
    _ = talk.hears(.words("who", "Ann"))
    #expect(talk.hears(.intent("about")) == "A door.\n\nYou can choose:\n1. Ann Archer\n2. Ann Baker")
    #expect(talk.hears(.choose(1)) == "When?")
    #expect(talk.hears(.intent("about")) == "A door.\n\nWhen?")
  }

  @Test("help, repeat and a needless skip are no tries")
  func repairs() throws {
    var talk = try visit()
    _ = talk.hears(.words("who", "Bob"))
    let ways = "You can also say “cancel”, “repeat”, “start over”, “who are you”."
    for help in ["A day and a time, please: “tomorrow at 3 pm”.", "For example: “tomorrow”.", ways, ways] {
      #expect(talk.hears(.repeat) == "When?")
      #expect(talk.hears(.help) == "\(help)\n\nWhen?")
      #expect(talk.hears(.skip) == "I do need to know that.\n\nWhen?")
    }
  }

  @Test("start over begins with fresh slots")
  func startOver() throws {
    var talk = try visit()
    _ = talk.hears(.words("who", "Bob"))
    #expect(talk.hears(.startOver) == "With whom?")
    #expect(talk.state.slots.isEmpty)
  }
}

extension Value {
  fileprivate var count: Int {
    guard case .list(let items) = self else { return 0 }
    return items.count
  }
}
