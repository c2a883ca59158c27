extension LocaleTable {
  /// `en-US`: the month before the day.
  static let americanEnglish: LocaleTable = {
    var table = english
    table.tag = "en-US"
    table.date = "{weekday}, {month} {day}"
    table.dateWithYear = "{weekday}, {month} {day}, {year}"
    return table
  }()
}
