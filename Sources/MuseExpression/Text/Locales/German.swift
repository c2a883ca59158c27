extension LocaleTable {
  static let german = LocaleTable(
    tag: "de",
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ],
    date: "{weekday}, {day}. {month}",
    dateWithYear: "{weekday}, {day}. {month} {year}",
    dateTime: "{date} um {time}",
    clock: .twentyFour("{time} Uhr"),
    dateRange: "{start} bis {end}",
    timeRange: "{start} bis {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " und "),
    yes: "ja",
    no: "nein",
    plural: .oneIsOne,
    units: Units(
      day: ("Tag", "Tage"), hour: ("Stunde", "Stunden"), minute: ("Minute", "Minuten"), second: ("Sekunde", "Sekunden")),
    minus: "minus {text}",
    decimalMark: ",",
    groupMark: ".")
}
