extension LocaleTable {
  static let italian = LocaleTable(
    tag: "it",
    weekdays: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    months: [
      "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre",
      "dicembre",
    ],
    date: "{weekday} {day} {month}",
    dateWithYear: "{weekday} {day} {month} {year}",
    dateTime: "{date} alle ore {time}",
    clock: .twentyFour("{time}"),
    dateRange: "da {start} a {end}",
    timeRange: "dalle {start} alle {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " e "),
    yes: "sì",
    no: "no",
    plural: .oneIsOneMillionsAreMany,
    units: Units(
      day: ("giorno", "giorni"), hour: ("ora", "ore"), minute: ("minuto", "minuti"), second: ("secondo", "secondi"),
      joinAsList: true),
    minus: "meno {text}",
    decimalMark: ",",
    groupMark: ".")
}
