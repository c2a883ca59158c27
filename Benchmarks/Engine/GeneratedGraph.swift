import MuseDefinition
import MuseSource

/// A graph as somebody might write it, of any size: a desk, and for each thing that is sold there six nodes that ask, look, agree and
/// order.
struct GeneratedGraph {
  private static let shades = ["red", "green", "blue", "small", "large", "round", "light", "heavy", "wooden", "folding"]
  private static let things = [
    "lamp", "chair", "table", "mirror", "basket", "carpet", "shelf", "curtain", "kettle", "ladder", "pillow", "bench", "clock",
    "drawer", "blanket", "bucket", "candle",
  ]
  private static let nodesOfThing = 6
  private static let nodesOfDesk = 4

  let sources: GraphSources

  /// - Parameter nodes: four, and six for each thing.
  init(nodes: Int) {
    let count = (nodes - Self.nodesOfDesk) / Self.nodesOfThing
    let ids = Array(1...count)
    let text = """
      musegraph: 1
      name: shop
      locales: [en]
      timezone: Europe/London
      import: [shop.tools.yaml]
      slots:
      \(ids.map(Self.slots).joined(separator: "\n"))
      facts:
      \(ids.map { "  days_\($0): list<date>\n  number_\($0): text" }.joined(separator: "\n"))
      intents:
      \(ids.map(Self.intent).joined(separator: "\n"))
        finish: ["that is all", "good bye"]
      begin: desk
      nodes:
      \(Self.desk(ids))
      \(ids.map(Self.nodes).joined(separator: "\n"))
      otherwise: {exhausted: bye, failed: not_done, unsure: not_sure}
      policy:
        cancel: not_done
        silence: {after: 10m, say: "Are you still there?", then: {after: 1h, to: bye}}

      """
    sources = GraphSources(
      root: SourceFile(path: "graph.yaml", text: text), imported: [SourceFile(path: "shop.tools.yaml", text: Self.tools)])
  }

  private static func name(_ id: Int) -> String {
    "\(shades[id % shades.count]) \(things[id / shades.count % things.count])"
  }

  private static func slots(_ id: Int) -> String {
    """
      day_\(id):
        type: date
        ask: "When shall the \(name(id)) come?"
        where: "day_\(id) >= today"
        refuse: "{offered} has already passed."
      count_\(id):
        type: integer
        min: 1
        max: 20
        ask: "How many of the \(name(id)) would you like?"
        help: "As many as you can carry, and at most twenty."
      note_\(id):
        type: text
        max: 120
        optional: true
    """
  }

  private static func intent(_ id: Int) -> String {
    """
      order_\(id):
        - "I need a \(name(id))"
        - "order [three](count_\(id)) of the \(name(id))"
        - "send me a \(name(id)) [tomorrow](day_\(id))"
    """
  }

  private static func desk(_ ids: [Int]) -> String {
    """
      desk:
        classify: [\(ids.map { "order_\($0)" }.joined(separator: ", ")), finish]
        say: "What shall I order for you?"
        forget: [\(ids.map { "day_\($0), count_\($0), note_\($0)" }.joined(separator: ", "))]
        next: {\(ids.map { "order_\($0): ask_\($0)" }.joined(separator: ", ")), finish: bye, other: desk}
      not_done:
        say: "All right, I ordered nothing."
        next: desk
      not_sure:
        say: "I cannot tell whether that was ordered."
        next: desk
      bye:
        end: finished
        say: "Good bye."
    """
  }

  private static func nodes(_ id: Int) -> String {
    """
      ask_\(id):
        ask: [day_\(id), count_\(id), note_\(id)]
        next: {done: look_\(id)}
      look_\(id):
        call: shop.look
        with: {day: day_\(id), count: count_\(id)}
        set: {days_\(id): full.days}
        next: {free: agree_\(id), full: offer_\(id)}
      offer_\(id):
        ask: day_\(id)
        say: "Nothing is free on that day."
        choices: days_\(id)
        next: {done: look_\(id), none: not_done}
      agree_\(id):
        confirm: "{count_\(id)} of the \(name(id)), {day_\(id)}{maybe(', ', note_\(id))}. Shall I order that?"
        covers: [day_\(id), count_\(id), note_\(id)]
        next: {agreed: make_\(id), refused: not_done, changed: ask_\(id)}
      make_\(id):
        call: shop.order
        with: {day: day_\(id), count: count_\(id), note: note_\(id)}
        set: {number_\(id): made.number}
        next: {made: made_\(id)}
      made_\(id):
        say: "It is ordered, as {number_\(id)}."
        claims: make_\(id).made
        next: desk
    """
  }

  private static let tools = """
    musegraph: 1
    tools:
      shop.look:
        effect: reads
        takes: {day: date, count: integer}
        outcomes: {free: {}, full: {days: list<date>}}
      shop.order:
        effect: writes
        repeat: same_key
        takes: {day: date, count: integer, note: optional<text>}
        outcomes: {made: {number: text}}

    """
}
