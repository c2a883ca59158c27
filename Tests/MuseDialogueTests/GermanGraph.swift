import MuseDefinition
import MuseDialogue
import MuseExpression

/// A calendar as a German author would write it.
enum GermanGraph {
  static let graph = ConversationGraph(
    name: "termine", title: "Vereinbart, verlegt und sagt Termine ab", locales: ["de"], zone: berlin, fingerprint: "0",
    slots: slots,
    facts: [], intents: intents, objects: [:], tools: [:], begin: "start", nodes: [],
    policy: Policy(cancel: "nichts", digress: ["about": "about"]))

  static let understander = Understander(graph: graph)
  static let berlin = Zone(named: "Europe/Berlin") ?? .utc

  /// Wednesday, 25 November 2026, 10:00 in Berlin.
  static let now = MeetingGraph.instant(2026, 11, 25, 10, zone: berlin)

  static let slots: [Slot] = [
    Slot(
      id: "titel", type: .text, ask: .english("Wie soll der Termin heißen?"),
      examples: [MarkedExample(marked: "nenn ihn [Planung](titel)"), MarkedExample(marked: "er heißt [Planung](titel)")]),
    Slot(id: "beginn", type: .datetime, ask: .english("Wann?")),
    Slot(id: "dauer", type: .duration, defaultValue: .value(.duration(.seconds(1800)))),
    Slot(
      id: "leute", type: .list(.person), ask: .english("Wer soll kommen?"),
      lookup: Lookup(tool: "people.find", parameter: "words", outcome: "found", field: "matches")),
    Slot(id: "ort", type: .text, isOptional: true),
    Slot(
      id: "termin", type: .object("event"), ask: .english("Welcher Termin?"),
      lookup: Lookup(tool: "calendar.find", parameter: "words", outcome: "found", field: "matches")),
    Slot(id: "tag", type: .date, defaultValue: .today),
  ]

  static let intents: [Intent] = [
    Intent(
      "book",
      [
        "vereinbare einen Termin", "buche einen Termin mit [Anna](leute) [morgen um 15 Uhr](beginn)",
        "setze ein [30-minütiges](dauer) Treffen mit [Anna](leute) [am Freitag um 10](beginn) an",
        "ich möchte einen Termin mit [Anna](leute) namens [Planung](titel)", "plane [die Besprechung](titel) im [Ritz](ort)",
      ]),
    Intent(
      "move",
      ["verschiebe meinen Termin", "verschiebe [das Standup](termin) auf [Freitag](beginn)", "verlege [das Standup](termin)"]),
    Intent("call_off", ["sage meinen Termin ab", "sag [das Standup](termin) ab", "streiche [das Standup](termin)"]),
    Intent("agenda", ["zeig mir meine Termine", "was steht [morgen](tag) an", "was habe ich [am Montag](tag)"]),
    Intent("about", ["was kannst du", "wer bist du"]), Intent("finish", ["das war alles", "auf Wiedersehen"]),
  ]

  static let details: [SlotID] = ["leute", "beginn", "titel", "dauer", "ort"]

  static let known: [SlotID: Value] = [
    "leute": .list([.object(.person(id: "bob", name: "Bob", email: nil))]),
    "beginn": .timestamp(MeetingGraph.instant(2026, 11, 26, 15, zone: berlin)), "titel": .string("Planung"),
  ]

  static func slots(_ values: [SlotID: Value]) -> [Awaiting.Slot] { slots.map { Awaiting.Slot(id: $0.id, value: values[$0.id]) } }

  static let triage = Awaiting(
    question: .classify, slots: slots([:]), intents: ["book", "move", "call_off", "agenda", "finish"], digressions: ["about"])

  static func details(asking asked: SlotID) -> Awaiting {
    let before = details.prefix { $0 != asked }
    return Awaiting(
      question: .ask, asked: asked, open: [asked] + details.filter { $0 != asked },
      slots: slots(known.filter { before.contains($0.key) }), digressions: ["about"])
  }

  static let agree = Awaiting(question: .confirm, open: details, slots: slots(known), digressions: ["about"])
  static let agreeCallOff = Awaiting(question: .confirm, open: ["termin"], slots: slots([:]), digressions: ["about"])

  static let offer = Awaiting(
    question: .ask, asked: "beginn", open: ["beginn"], slots: slots(known), digressions: ["about"],
    options: [(26, 16), (27, 10), (27, 11)].map { day, hour in
      Awaiting.Option(
        value: .timestamp(MeetingGraph.instant(2026, 11, day, hour, zone: berlin)), label: "\(day). November, \(hour) Uhr")
    }, optionsFill: "beginn")

  static func moves(_ text: String, _ awaiting: Awaiting) -> [String] {
    MoveText.lines(understander.moves(in: text, awaiting: awaiting, now: now, zone: berlin, locale: "de"), zone: berlin)
  }

  /// What is recognised in a text, as short lines.
  static func lines(_ text: String) -> [String] {
    RecognisedText.lines(of: understander.analyse(text, now: now, zone: berlin, locale: "de"))
  }
}
