import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("locales: the language and the zone that the client named last")
struct LocaleTests {
  static let visit: String = """
    musegraph: 1
    name: visit
    locales: [en, de]
    timezone: Europe/London
    slots: {when: {type: datetime, ask: {en: "When?", de: "Wann?"}}}
    begin: ask
    nodes:
      ask: {ask: when, next: {done: told}}
      told: {confirm: {en: "{when}?", de: "{when}, ja?"}, next: {agreed: over, refused: over}}
      over: {end: over}
    otherwise: {exhausted: over}
    """

  @Test(
    "texts, phrases and formats fall back from the region to the language to the graph's first locale",
    arguments: [
      ("de-AT", "Wann?", "Freitag, 27. November um 16:00 Uhr, ja?"), ("de", "Wann?", "Freitag, 27. November um 16:00 Uhr, ja?"),
      ("fr", "When?", "Friday 27 November at 4 pm?"), ("en-US", "When?", "Friday, November 27 at 4 PM?"),
    ])
  func fallbacks(_ locale: LocaleID, _ question: String, _ printed: String) throws {
    var talk = try Talk(Self.visit)
    func message(_ kind: Move.Kind, _ locale: LocaleID?, _ zone: String?) -> Message {
      Message(
        id: "m", text: "", moves: [Move(kind)], now: talk.now, zone: zone, locale: locale, sender: "ann", seen: talk.state.turn)
    }
    #expect(talk.takes(.message(message(.nonsense, locale, "Europe/Berlin")))?.text == question)
    let friday = Move.Kind.tell("when", .value(try instant("2026-11-27T15:00:00Z")), .plain)
    let reply = talk.takes(.message(message(friday, nil, nil)))?.text ?? ""
    #expect(reply.filter { !$0.isWhitespace }.lowercased() == printed.filter { !$0.isWhitespace }.lowercased())
    #expect(talk.interpreter.zone(of: talk.state).name == "Europe/Berlin")
    #expect(talk.interpreter.locale(of: talk.state) == (locale == "fr" ? "en" : locale))
  }
}
