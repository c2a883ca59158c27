import MuseExpression
import MuseRuntime

/// Finds the events that a person may mean by some words.
///
/// The words are read twice: as a title ("Lunch with Bob"), and as a description with a day, a clock time and people ("my 3pm
/// meeting with Bob"). The better reading counts, so that a title may hold any word.
struct MeetingSearch {
  /// More than this nobody wants to be read.
  private static let limit = 5

  private let events: [CalendarEvent]
  private let now: Instant
  private let zone: Zone

  /// What ended before yesterday is past long ago, and not found.
  init(events: [CalendarEvent], now: Instant, zone: Zone) {
    let horizon = zone.startOfDay(zone.civil(now).date.adding(days: -1))
    self.events = events.filter { $0.end > horizon }.sorted(by: CalendarEvent.comesBefore)
    self.now = now
    self.zone = zone
  }

  /// The best matches only, what comes next first; past ones only where nothing to come matches as well.
  func matches(_ text: String) -> [CalendarEvent] {
    let words = foldedWords(text)
    guard !words.isEmpty else { return [] }
    let description = MeetingDescription(reading: words, today: zone.civil(now).date)
    let best = closest(events) { event in
      [TitleMatch.closeness(of: words, to: event), description.closeness(to: event, in: zone)].compactMap { $0 }.min()
    }
    let coming = best.filter { $0.end > now }
    let ordered = coming.isEmpty ? best.reversed() : coming
    return Array(ordered.prefix(description.isNext ? 1 : Self.limit))
  }
}

/// Words against the title of an event.
enum TitleMatch {
  /// Carry no meaning by themselves, in what is said as in titles.
  static let articles: Set<String> = [
    "the", "a", "an", "my", "our", "your", "this", "that", "of", "at", "on", "in", "for", "from", "to", "about", "and", "called",
    "named",
  ]
  /// Name the kind of thing rather than the thing, unless a title holds them.
  static let kinds: Set<String> = [
    "meeting", "meetings", "event", "events", "appointment", "appointments", "call", "one", "slot", "entry",
  ]

  /// Nil where the words do not name this event.
  static func closeness(of words: [String], to event: CalendarEvent) -> Closeness? {
    let title = significant(foldedWords(event.title))
    let said = significant(words)
    guard !title.isEmpty else { return nil }
    // "stand up" and "stand-up" are the Standup.
    if said.joined() == title.joined() { return .same }
    let telling = said.filter { !kinds.contains($0) || title.contains($0) }
    guard !telling.isEmpty else { return nil }
    if let found = Closeness.ofAll(telling, among: title) { return found }
    if let found = Closeness.of(telling.joined(), to: title.joined()) { return found }
    return lies(title, in: said) ? .loose : nil
  }

  /// The words without articles; all of them where nothing else is left.
  static func significant(_ words: [String]) -> [String] {
    let rest = words.filter { !articles.contains($0) }
    return rest.isEmpty ? words : rest
  }

  private static func lies(_ title: [String], in said: [String]) -> Bool {
    guard title.contains(where: { !kinds.contains($0) }) else { return false }
    return title.allSatisfy { word in said.contains { [.whole, .typo].contains(Closeness.of(word, to: $0)) } }
  }
}
