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

  static let london = Zone(named: "Europe/London") ?? .utc

  /// Wednesday, 25 November 2026, 10:00 in London.
  static let now = instant(2026, 11, 25, 10)

  static func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0, zone: Zone = london) -> Instant {
    switch zone.resolve(CivilDateTime(date: CivilDate(year: year, month: month, day: day), time: TimeOfDay(hour: hour, minute: minute))) {
    case .once(let instant): instant
    case .twice(let earlier, _): earlier
    case .skipped(let before, _): before
    }
  }

  static let slots: [Slot] = [
    Slot(id: "title", type: .text, ask: "What shall I call the meeting?", examples: [
      "call it [Design review](title)", "the [quarterly numbers](title) meeting",
    ]),
    Slot(id: "start", type: .datetime, ask: "When should it start?"),
    Slot(id: "length", type: .duration, defaultValue: .value(.duration(.seconds(1800)))),
    Slot(id: "people", type: .list(.person), ask: "Who should come?", lookup: lookup("people.find")),
    Slot(id: "place", type: .text, isOptional: true),
    Slot(id: "meeting", type: .object("event"), ask: "Which meeting do you mean?", lookup: lookup("calendar.find")),
    Slot(id: "day", type: .date, defaultValue: .today),
  ]

  static let intents: [Intent] = [
    Intent(id: "book", examples: [
      "book a meeting", "set up a [30 minute](length) call with [Ann](people) [tomorrow at 3](start)",
      "schedule a meeting with [Ann](people) [on Friday at 10](start) called [Sync](title)",
      "plan [the budget review](title) at [the Ritz](place)",
    ]),
    Intent(id: "move", examples: ["move my meeting", "push [the standup](meeting) to [Friday](start)"]),
    Intent(id: "call_off", examples: ["call off my meeting", "cancel [the standup](meeting)"]),
    Intent(id: "agenda", examples: [
      "show my agenda", "what is on [tomorrow](day)", "what is on my calendar [next Monday](day)",
    ]),
    Intent(id: "about", examples: ["what can you do", "who are you"]),
    Intent(id: "finish", examples: ["that is all", "good bye"]),
  ]

  private static func lookup(_ tool: ToolID) -> Lookup {
    Lookup(tool: tool, parameter: "words", outcome: "found", field: "matches")
  }
}

extension SpokenText: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(variants: ["en": [TextTemplate(literal: text)]]) }
}

extension MarkedExample: ExpressibleByStringLiteral {
  /// "call it [Design review](title)".
  public init(stringLiteral source: String) {
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
