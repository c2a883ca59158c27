extension LocaleTable {
  /// `en` in the British order of day and month; `en-GB` reads the same.
  static let english = LocaleTable(
    tag: "en",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ],
    date: "{weekday} {day} {month}",
    dateWithYear: "{weekday} {day} {month} {year}",
    dateTime: "{date} at {time}",
    clock: .twelve(am: "am", pm: "pm"),
    range: "{start} to {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " and "),
    yes: "yes",
    no: "no",
    units: Units(
      day: ("day", "days"), hour: ("hour", "hours"), minute: ("minute", "minutes"), second: ("second", "seconds")),
    minus: "minus {text}",
    decimalMark: ".",
    groupMark: ",")

  /// `en-US`: the month before the day.
  static let americanEnglish: LocaleTable = {
    var table = english
    table.tag = "en-US"
    table.date = "{weekday}, {month} {day}"
    table.dateWithYear = "{weekday}, {month} {day}, {year}"
    return table
  }()
}
