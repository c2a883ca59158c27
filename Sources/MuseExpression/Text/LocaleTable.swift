/// How a language or region writes values. Data only: a new language is one more file beside the others.
///
/// Source of the facts: CLDR (months, weekdays, order of a date, words of units, marks of numbers, plural rules), in the forms that
/// are used in running text.
struct LocaleTable: Sendable {
  /// `en`, `en-US`
  var tag: String
  /// Monday first.
  var weekdays: [String]
  var months: [String]
  /// How the first day of a month is written, where not as `1`.
  var firstDay = "1"
  /// Placeholders in braces: `{weekday}`, `{day}`, `{month}`, `{year}`.
  var date: String
  var dateWithYear: String
  /// `{date}` and `{time}`.
  var dateTime: String
  var clock: Clock
  /// `{start}` and `{end}`, of a range of dates, and of one of times.
  var dateRange: String
  var timeRange: String
  var list: ListWords
  var yes: String
  var no: String
  var plural: PluralRule
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
    /// Before an item that begins with the sound of the word itself: Spanish `Ana e Inés`.
    var lastBeforeItsSound: String?
  }

  /// One and many of each unit.
  struct Units: Sendable {
    var day: (String, String)
    var hour: (String, String)
    var minute: (String, String)
    var second: (String, String)
    /// `1 hora y 30 minutos`, as other lists; without it `1 hour 30 minutes`.
    var joinAsList = false
  }
}

extension LocaleTable {
  /// Every table of this build. The first is what any other locale falls back to.
  static let all: [LocaleTable] = [
    .english, .britishEnglish, .americanEnglish, .german, .french, .spanish, .italian, .portuguese, .dutch,
  ]

  /// The table of the tag itself, else that of its language, else English.
  static func table(for locale: LocaleID) -> LocaleTable {
    let tag = String(locale.rawValue.map { $0 == "_" ? "-" : $0 }).lowercased()
    let language = locale.language.lowercased()
    return all.first { $0.tag.lowercased() == tag } ?? all.first { $0.tag == language } ?? .english
  }
}

extension LocaleID {
  /// The locales whose values this build prints in their own form, the one that all others fall back to first.
  public static let withFormats: [LocaleID] = LocaleTable.all.map { LocaleID(rawValue: $0.tag) }
}
