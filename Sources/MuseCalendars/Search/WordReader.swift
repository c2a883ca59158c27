import MuseExpression

/// Reads days, clock times and names off a list of words, from the left. The word at hand has been taken already; what follows
/// it is taken only where it belongs to it.
struct WordReader {
  private var rest: ArraySlice<String>

  init(_ words: [String]) { rest = words[...] }

  mutating func take() -> String? { rest.popFirst() }

  // MARK: Days

  /// `today`, `friday`, `next monday`, `27th`, `november 27`, `27 november`
  mutating func days(after word: String, today: CivilDate) -> Set<CivilDate>? {
    if let distance = Self.dayDistances[word] { return [today.adding(days: distance)] }
    if word == "this", let next = rest.first, Self.partsOfDay[next] != nil { return [today] }
    if word == "next", let weekday = rest.first.flatMap(Self.weekday) {
      rest.removeFirst()
      return Set((1...14).map(today.adding(days:)).filter { $0.weekday == weekday })
    }
    if let weekday = Self.weekday(word) {
      return Set((0...7).map(today.adding(days:)).filter { $0.weekday == weekday })
    }
    return dates(after: word, today: today)
  }

  /// Written dates: the days of the year to come that have that number, and that month where one is said.
  private mutating func dates(after word: String, today: CivilDate) -> Set<CivilDate>? {
    guard let (day, month) = takeDayAndMonth(after: word) else { return nil }
    return Set((-1...365).map(today.adding(days:)).filter { $0.day == day && (month ?? $0.month) == $0.month })
  }

  private mutating func takeDayAndMonth(after word: String) -> (day: Int, month: Int?)? {
    if let month = Self.month(word) {
      guard let day = rest.first.flatMap(Self.dayNumber) else { return nil }
      rest.removeFirst()
      return (day, month)
    }
    guard let day = Self.dayNumber(word) else { return nil }
    let following = rest.first == "of" ? rest.dropFirst() : rest
    if let month = following.first.flatMap(Self.month) {
      rest = following.dropFirst()
      return (day, month)
    }
    return Int(word) == nil ? (day, nil) : nil
  }

  private static let dayDistances = ["today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1]

  private static func weekday(_ word: String) -> Weekday? {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard word.count >= 3, let index = names.firstIndex(where: { $0 == word || $0 + "s" == word || $0.prefix(3) == word }) else {
      return nil
    }
    return Weekday(rawValue: index + 1)
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    return names.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  /// `27`, `27th`
  private static func dayNumber(_ word: String) -> Int? {
    Int(["st", "nd", "rd", "th"].contains(word.suffix(2)) ? word.dropLast(2) : word[...])
  }

  // MARK: Clock times

  /// `3pm`, `3:30 pm`, `15:00`, `at 3`, `3 o'clock`, `noon`, `morning`; a time without its half of the day stands for both.
  mutating func clock(after word: String) -> [Range<Int>]? {
    if let part = Self.partsOfDay[word] { return [part] }
    if word == "at", let next = rest.first, let clock = Self.hourAndMinute(next) {
      rest.removeFirst()
      return Self.readings(clock, half: takeHalf())
    }
    if let attached = ["am", "pm"].first(where: word.hasSuffix), let clock = Self.hourAndMinute(String(word.dropLast(2))) {
      return Self.readings(clock, half: attached)
    }
    guard let clock = Self.hourAndMinute(word) else { return nil }
    let half = takeHalf()
    return half != nil || word.contains(":") ? Self.readings(clock, half: half) : nil
  }

  private mutating func takeHalf() -> String? {
    guard let next = rest.first, ["am", "pm", "oclock"].contains(next) else { return nil }
    rest.removeFirst()
    return next
  }

  private static let partsOfDay: [String: Range<Int>] = [
    "morning": 0..<43_200, "noon": 43_200..<43_260, "midday": 43_200..<43_260, "afternoon": 43_200..<64_800,
    "evening": 61_200..<86_400,
  ]

  private static func hourAndMinute(_ word: String) -> (hour: Int, minute: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first, let hour = first, (0...23).contains(hour) else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? (hour, 0) : nil }
    guard let minute = parts[1], (0...59).contains(minute) else { return nil }
    return (hour, minute)
  }

  private static func readings(_ clock: (hour: Int, minute: Int), half: String?) -> [Range<Int>] {
    let hours: [Int] =
      switch half {
      case "am": [clock.hour % 12]
      case "pm": [clock.hour % 12 + 12]
      default: (1...12).contains(clock.hour) ? [clock.hour % 12, clock.hour % 12 + 12] : [clock.hour]  // a word, not an enum
      }
    return hours.map { $0 * 3600 + clock.minute * 60 }.map { $0..<$0 + 60 }
  }

  // MARK: Names

  /// What follows "with", up to a day, a time or a topic: `bob and ann tomorrow` are two names.
  mutating func takeNames(today: CivilDate) -> [String] {
    var names: [String] = []
    while let next = rest.first, !["about", "called", "named"].contains(next) {
      var ahead = self
      ahead.rest.removeFirst()
      if ahead.days(after: next, today: today) != nil || ahead.clock(after: next) != nil { break }
      rest.removeFirst()
      if !TitleMatch.articles.contains(next) { names.append(next) }
    }
    return names
  }
}
