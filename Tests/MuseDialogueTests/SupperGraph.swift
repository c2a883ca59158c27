import MuseDefinition
import MuseDialogue
import MuseExpression

/// A graph in which numbers, choices, codes and days lie close together: a table is booked, or what was lost there is reported.
enum SupperGraph {
  static let graph = ConversationGraph(
    name: "supper", title: "Books a table", locales: ["en", "de"], zone: MeetingGraph.london,
    fingerprint: "0", slots: slots,
    facts: [], intents: intents, objects: [:], tools: [:], begin: "start", nodes: [],
    policy: Policy(cancel: "stop", digress: ["hours": "hours"]))

  static let understander = Understander(graph: graph)

  static let slots: [Slot] = [
    Slot(
      id: "party", type: .integer, ask: .english("For how many?"),
      examples: [
        MarkedExample(marked: "for [four](party)"), MarkedExample(marked: "we are [six](party)"),
      ]),
    Slot(id: "start", type: .datetime, ask: .english("When?")), menu,
    Slot(id: "guest", type: .text, ask: .english("On what name?"), label: .english("name")),
    Slot(id: "wishes", type: .text, ask: .english("Any wishes?"), isOptional: true),
    Slot(
      id: "order", type: .text, ask: .english("Which order?"),
      pattern: try? TextPattern("[A-Z]{2}[0-9]{6}")),
    Slot(
      id: "postcode", type: .text, ask: .english("Which postcode?"),
      pattern: try? TextPattern("[0-9A-Za-z][0-9A-Za-z -]{2,8}[0-9A-Za-z]")),
    Slot(id: "day", type: .date, ask: .english("Which day?"), condition: past),
    Slot(id: "clock", type: .time, ask: .english("At what time?"), isOptional: true),
    Slot(id: "hurt", type: .boolean, ask: .english("Was anybody hurt?")),
    Slot(id: "amount", type: .number, ask: .english("What is it worth?")),
  ]

  private static let menu = Slot(
    id: "menu", type: .choice(["set", "open"]),
    optionWords: [
      "set": SpokenText(variants: [
        "en": words(["the set menu"]), "de": words(["das feste Menü", "Tagesmenü"]),
      ]),
      "open": SpokenText(variants: [
        "en": words(["the open menu", "à la carte"]), "de": words(["die Karte"]),
      ]),
    ], ask: .english("Which menu?"))

  private static func words(_ texts: [String]) -> [TextTemplate] {
    texts.map(TextTemplate.init(literal:))
  }

  private static let past: CheckedExpression? = {
    let environment = TypeEnvironment(variables: ["day": .date, "today": .date])
    return try? CheckedExpression.check("day <= today", expecting: .bool, in: environment).get()
  }()

  static let intents: [Intent] = [
    Intent(
      "book",
      [
        "book a table", "a table for [four](party) [on Friday at 7](start)",
        "a table for [four](party) and [a high chair](wishes)",
      ]),
    Intent("track", ["where is my order", "track my order [AB123456](order)"]),
    Intent("hours", ["when are you open", "what are your opening hours"]),
    Intent("rest", ["not today", "I am off today"]),
  ]

  static let supper: [SlotID] = ["party", "start", "menu", "guest", "wishes"]
  static let loss: [SlotID] = ["day", "clock", "hurt", "amount"]

  /// What a text means where a slot of the supper, of the loss, or the order is asked.
  static func moves(
    _ text: String, asking slot: SlotID, partial: Move.Telling? = nil, offering values: [Value] = [], locale: LocaleID = "en"
  ) -> [String] {
    let group = [supper, loss, ["order"], ["postcode"]].first { $0.contains(slot) } ?? []
    return moves(
      text,
      Awaiting(
        question: .ask, asked: slot, open: [slot] + group.filter { $0 != slot },
        slots: slots.map { Awaiting.Slot(id: $0.id, partial: $0.id == slot ? partial : nil) },
        digressions: ["hours"],
        options: values.map { Awaiting.Option(value: $0, label: "\($0)") }, optionsFill: values.isEmpty ? nil : slot),
      locale)
  }

  /// What it means where an intent is wanted.
  static func moves(_ text: String, locale: LocaleID = "en") -> [String] {
    moves(
      text,
      Awaiting(
        question: .classify, slots: slots.map { Awaiting.Slot(id: $0.id) },
        intents: ["book", "track", "rest"],
        digressions: ["hours"]), locale)
  }

  private static func moves(_ text: String, _ awaiting: Awaiting, _ locale: LocaleID) -> [String] {
    MoveText.lines(
      understander.moves(
        in: text, awaiting: awaiting, now: MeetingGraph.now, zone: MeetingGraph.london,
        locale: locale))
  }
}
