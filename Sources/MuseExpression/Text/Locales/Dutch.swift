extension LocaleTable {
  static let dutch = LocaleTable(
    tag: "nl",
    weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    months: [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
      "december",
    ],
    date: "{weekday} {day} {month}",
    dateWithYear: "{weekday} {day} {month} {year}",
    dateTime: "{date} om {time}",
    clock: .twentyFour("{time}"),
    dateRange: "{start} tot en met {end}",
    timeRange: "{start} tot {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " en "),
    yes: "ja",
    no: "nee",
    plural: .oneIsOne,
    units: Units(
      day: ("dag", "dagen"), hour: ("uur", "uur"), minute: ("minuut", "minuten"), second: ("seconde", "seconden"),
      joinAsList: true),
    minus: "min {text}",
    decimalMark: ",",
    groupMark: ".")
}
