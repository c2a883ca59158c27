extension LocaleTable {
  /// `en` in the British order of day and month.
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
    dateRange: "{start} to {end}",
    timeRange: "{start} to {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " and "),
    yes: "yes",
    no: "no",
    plural: .oneIsOne,
    units: Units(
      day: ("day", "days"), hour: ("hour", "hours"), minute: ("minute", "minutes"), second: ("second", "seconds")),
    minus: "minus {text}",
    decimalMark: ".",
    groupMark: ",")
}
