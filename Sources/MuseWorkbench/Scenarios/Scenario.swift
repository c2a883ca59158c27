public import MuseExpression
public import MuseSource

/// A written conversation that is a test: a clock, what stands in the calendar, and the lines of the talk with what must come of them.
///
/// ```yaml
/// scenario: "Books a meeting in one sentence"
/// now: "2026-03-02 09:00"
/// talk:
///   - user: "book a meeting called Sync with bob@example.com tomorrow at 3pm"
///     bot: "Sync, *. Shall I book it?"
///     at: agree
///   - user: "yes"
///     calls: [{calendar.create: {title: "Sync", start: "2026-03-03 15:00"}}]
///     bot: "Booked: *"
/// ```
/// Nothing else may happen: a write that no line lists fails the scenario, and so do errors and language models that nobody scripted.
public struct Scenario: Sendable {
  /// A Monday morning, for conversations in which the clock does not matter.
  public static let standardNow = WrittenLiteral.DateTime.civil(
    CivilDateTime(date: CivilDate(year: 2026, month: 1, day: 5), time: TimeOfDay(hour: 9, minute: 0)))

  public var title: String
  /// Where it stands; `file` is its path as shown to the author.
  public var location: SourceLocation
  /// The name under a graph's `talks`; nil: it has a file of its own.
  public var talk: String?
  /// The graph it is for: a path from the scenario's folder. Nil: the graph of the folder it is in, or of the one above.
  public var graph: Located<String>?
  /// When the talk begins; without an offset it is a clock time of `zone`, or of the graph's zone.
  public var now: WrittenLiteral.DateTime
  /// The zone that the client names.
  public var zone: Zone?
  /// The locale that the client names.
  public var locale: Located<LocaleID>?
  /// Where the choice among variants of texts begins to count.
  public var seed: UInt64
  /// Somebody is there for a `handoff`; nil: where a line says what they say or do.
  public var staffed: Bool?
  /// What stands in the person's calendar before.
  public var calendar: [Located<WrittenEvent>]
  public var turns: [ScenarioTurn]
  /// All that stands there after; nil: not looked at.
  public var calendarAfter: Located<[Located<WrittenEvent>]>?

  public init(
    title: String, location: SourceLocation, talk: String? = nil, graph: Located<String>? = nil,
    now: WrittenLiteral.DateTime = Scenario.standardNow, zone: Zone? = nil, locale: Located<LocaleID>? = nil, seed: UInt64 = 0,
    staffed: Bool? = nil,
    calendar: [Located<WrittenEvent>] = [], turns: [ScenarioTurn], calendarAfter: Located<[Located<WrittenEvent>]>? = nil
  ) {
    self.title = title
    self.location = location
    self.talk = talk
    self.graph = graph
    self.now = now
    self.zone = zone
    self.locale = locale
    self.seed = seed
    self.staffed = staffed
    self.calendar = calendar
    self.turns = turns
    self.calendarAfter = calendarAfter
  }

  /// Without a line that scripts one no language model is configured.
  var hasLanguageModel: Bool { turns.contains { !$0.models.isEmpty } }

  var isStaffed: Bool {
    staffed
      ?? turns.contains { turn in
        if case .person = turn.occasion.value { true } else { false }
      }
  }
}

/// An event of a calendar, as a scenario writes it.
public struct WrittenEvent: Hashable, Sendable {
  public var title: String
  public var start: WrittenLiteral.DateTime
  /// Nil: half an hour in a calendar before, and not looked at in one after; as are `people` and `place`.
  public var length: Duration?
  /// Names or e-mail addresses.
  public var people: [String]?
  public var place: String?
}
