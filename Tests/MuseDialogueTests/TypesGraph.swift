import MuseDefinition
import MuseDialogue
import MuseExpression

/// A graph with a slot of every type, each asked by its own question.
enum TypesGraph {
  static let slots: [Slot] = [
    Slot(id: "words", type: .text, ask: .english("?"), isOptional: true),
    Slot(id: "count", type: .integer, ask: .english("How many?")), Slot(id: "amount", type: .number, ask: .english("How much?")),
    Slot(id: "warm", type: .boolean, ask: .english("Warm?")),
    Slot(id: "diet", type: .choice(["vegan", "vegetarian", "gluten_free", "fish", "meat"]), ask: .english("Which diet?")),
    Slot(id: "dates", type: .daterange, ask: .english("From when to when?")),
    Slot(id: "hours", type: .timerange, ask: .english("From when to when?")),
    Slot(id: "day", type: .date, ask: .english("Which day?")),
    Slot(id: "hour", type: .time, ask: .english("What time?")), Slot(id: "length", type: .duration, ask: .english("How long?")),
    Slot(id: "phone", type: .phone, ask: .english("Phone?"), isOptional: true),
    Slot(id: "page", type: .url, ask: .english("Page?")),
    Slot(id: "mail", type: .email, ask: .english("E-mail?"), isOptional: true),
    Slot(id: "shopping", type: .list(.text), ask: .english("What shall I get?")),
    Slot(id: "toppings", type: .list(.choice(["cheese", "ham", "olives", "mushrooms"])), ask: .english("Which toppings?")),
    Slot(id: "guests", type: .list(.person), ask: .english("Who?"), isOptional: true, lookup: nil),
  ]

  static let understander = Understander(graph: graph(locales: ["en"]))
  static let german = Understander(graph: graph(locales: ["de"]))

  private static func graph(locales: [LocaleID]) -> ConversationGraph {
    ConversationGraph(
      name: "types", title: "Every type", locales: locales, zone: MeetingGraph.london, fingerprint: "0", slots: slots, facts: [],
      intents: [], objects: [:], tools: [:], begin: "ask", nodes: [], policy: Policy())
  }

  /// What a text means where only that slot is asked.
  static func moves(
    _ text: String, asking slot: SlotID, standing: Value? = nil, in understander: Understander = understander,
    locale: LocaleID = "en-GB"
  ) -> [String] {
    let awaiting = Awaiting(
      question: .ask, asked: slot, open: [slot],
      slots: slots.map { Awaiting.Slot(id: $0.id, value: $0.id == slot ? standing : nil) })
    return MoveText.lines(
      understander.moves(in: text, awaiting: awaiting, now: MeetingGraph.now, zone: MeetingGraph.london, locale: locale))
  }
}
