/// How a language or region writes values. Data only: a new language is one more file beside the others.
struct LocaleTable: Sendable {
  /// `en`, `en-US`
  var tag: String
  /// Monday first.
  var weekdays: [String]
  var months: [String]
  /// Placeholders in braces: `{weekday}`, `{day}`, `{month}`, `{year}`.
  var date: String
  var dateWithYear: String
  /// `{date}` and `{time}`.
  var dateTime: String
  var clock: Clock
  /// `{start}` and `{end}`, of a range of dates or times.
  var range: String
  var list: ListWords
  var yes: String
  var no: String
  var units: Units
  /// `{text}` of a duration that is negative.
  var minus: String
  var decimalMark: String
  var groupMark: String

  /// How a time of day is written.
  enum Clock: Sendable {
    /// `3 pm`, `10:30 am`, `10:30:15 am`
    case twelve(am: String, pm: String)
    /// A pattern with `{time}` around `15:00`.
    case twentyFour(String)
  }

  /// `a, b and c`
  struct ListWords: Sendable {
    var separator: String
    /// Between items that hold a comma themselves.
    var strongSeparator: String
    var last: String
  }

  /// One and many of each unit.
  struct Units: Sendable {
    var day: (String, String)
    var hour: (String, String)
    var minute: (String, String)
    var second: (String, String)
  }
}

extension LocaleTable {
  /// Every table of this build. The first is what any other locale falls back to.
  static let all: [LocaleTable] = [.english, .americanEnglish, .german]

  /// The table of the tag itself, else that of its language, else English.
  static func table(for locale: LocaleID) -> LocaleTable {
    let tag = String(locale.rawValue.map { $0 == "_" ? "-" : $0 }).lowercased()
    let language = locale.language.lowercased()
    return all.first { $0.tag.lowercased() == tag } ?? all.first { $0.tag == language } ?? .english
  }
}
