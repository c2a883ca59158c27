import MuseExpression
import MuseRuntime

/// What words say about a meeting beside its title: "tomorrow's 3pm review with Bob" is a day, a clock time, a title and a
/// person.
struct MeetingDescription {
  /// What is left for the title; people are looked for here as well ("the Bob meeting").
  private(set) var words: [String] = []
  private(set) var people: [String] = []
  /// The days that it may be on; nil: any.
  private(set) var days: Set<CivilDate>?
  /// When it may start, in seconds of the day; empty: at any time.
  private(set) var clock: [Range<Int>] = []
  /// "my next meeting": only the first that fits.
  private(set) var isNext = false

  init(reading said: [String], today: CivilDate) {
    var reader = WordReader(said)
    while let word = reader.take() {
      if let days = reader.days(after: word, today: today) {
        self.days = days
      } else if let clock = reader.clock(after: word) {
        self.clock = clock
      } else if word == "with" {
        people += reader.takeNames(today: today)
      } else if word == "next" {
        isNext = true
      } else {
        words.append(word)
      }
    }
  }

  /// Nil where it describes another event.
  func closeness(to event: CalendarEvent, in zone: Zone) -> Closeness? {
    let start = zone.civil(event.start)
    if let days, !days.contains(start.date) { return nil }
    if !clock.isEmpty, !clock.contains(where: { $0.contains(start.time.secondOfDay) }) { return nil }
    let names = event.people.flatMap { foldedWords($0.name) + foldedWords($0.email ?? "") }
    guard let guests = Closeness.ofAll(people, among: names) else { return nil }
    let title = foldedWords(event.title)
    let telling = words.filter { !TitleMatch.articles.contains($0) && (!TitleMatch.kinds.contains($0) || title.contains($0)) }
    guard let told = Closeness.ofAll(telling, among: title + names) else { return nil }
    let saysNothing = telling.isEmpty && people.isEmpty && days == nil && clock.isEmpty
    return saysNothing ? .loose : max(guests, told)
  }
}
