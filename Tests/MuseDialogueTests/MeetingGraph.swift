import MuseDefinition
import MuseDialogue
import MuseExpression
import MuseSource

/// The meeting graph as the compiler would make it, as far as understanding reads it.
enum MeetingGraph {
  static let graph = ConversationGraph(
    name: "meeting", title: "Books, moves and calls off meetings", locales: ["en"], zone: london,
    fingerprint: "0", slots: slots, facts: [], intents: intents, objects: [:], tools: [:], begin: "triage", nodes: [],
    policy: Policy(cancel: "nothing_done", digress: ["about": "about"]))

  /// Trained once for all tests.
  static let understander = Understander(graph: graph)

  /// A second training on the same graph.
  static var trainedAgain: Understander { Understander(graph: graph) }

  static let empty = Understander(
    graph: ConversationGraph(
      name: "empty", title: "Empty", locales: ["en"], zone: .utc, fingerprint: "0", slots: [], facts: [], intents: [],
      objects: [:],
      tools: [:], begin: "end", nodes: [], policy: Policy()))

  static let london = Zone(named: "Europe/London") ?? .utc

  /// Wednesday, 25 November 2026, 10:00 in London.
  static let now = instant(2026, 11, 25, 10)

  static func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0, zone: Zone = london) -> Instant {
    switch zone.resolve(
      CivilDateTime(date: CivilDate(year: year, month: month, day: day), time: TimeOfDay(hour: hour, minute: minute)))
    {
    case .once(let instant): instant
    case .twice(let earlier, _): earlier
    case .skipped(let before, _): before
    }
  }

  static let slots: [Slot] = [
    Slot(
      id: "title", type: .text, ask: .english("What shall I call the meeting?"),
      examples: [
        MarkedExample(marked: "call it [Design review](title)"), MarkedExample(marked: "the [quarterly numbers](title) meeting"),
      ]),
    Slot(id: "start", type: .datetime, ask: .english("When should it start?")),
    Slot(id: "length", type: .duration, defaultValue: .value(.duration(.seconds(1800)))),
    Slot(id: "people", type: .list(.person), ask: .english("Who should come?"), lookup: lookup("people.find")),
    Slot(id: "place", type: .text, isOptional: true),
    Slot(id: "meeting", type: .object("event"), ask: .english("Which meeting do you mean?"), lookup: lookup("calendar.find")),
    Slot(id: "day", type: .date, defaultValue: .today),
  ]

  static let intents: [Intent] = [
    Intent(
      "book",
      [
        "book a meeting", "set up a [30 minute](length) call with [Ann](people) [tomorrow at 3](start)",
        "schedule a meeting with [Ann](people) [on Friday at 10](start) called [Sync](title)",
        "plan [the budget review](title) at [the Ritz](place)",
      ]),
    Intent("move", ["move my meeting", "push [the standup](meeting) to [Friday](start)"]),
    Intent("call_off", ["call off my meeting", "cancel [the standup](meeting)"]),
    Intent(
      "agenda",
      [
        "show my agenda", "what is on [tomorrow](day)", "what is on my calendar [next Monday](day)",
      ]),
    Intent("about", ["what can you do", "who are you"]),
    Intent("finish", ["that is all", "good bye"]),
  ]

  private static func lookup(_ tool: ToolID) -> Lookup {
    Lookup(tool: tool, parameter: "words", outcome: "found", field: "matches")
  }
}

extension SpokenText {
  /// A text of one variant in English.
  static func english(_ text: String) -> SpokenText { SpokenText(variants: ["en": [TextTemplate(literal: text)]]) }
}

extension MarkedExample {
  /// "call it [Design review](title)".
  init(marked source: String) {
    var text = ""
    var marks: [Mark] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      text += rest[..<open]
      let start = text.unicodeScalars.count
      text += rest[rest.index(after: open)..<middle.lowerBound]
      marks.append(Mark(span: start..<text.unicodeScalars.count, slot: SlotID(rawValue: String(rest[middle.upperBound..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    self.init(text: text + rest, marks: marks)
  }
}

extension Intent {
  init(_ id: IntentID, _ examples: [String]) { self.init(id: id, examples: examples.map(MarkedExample.init(marked:))) }
}
