extension LocaleTable {
  /// The first of a month is `1er`.
  static let french = LocaleTable(
    tag: "fr",
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
    firstDay: "1er",
    date: "{weekday} {day} {month}",
    dateWithYear: "{weekday} {day} {month} {year}",
    dateTime: "{date} à {time}",
    clock: .twentyFour("{time}"),
    dateRange: "du {start} au {end}",
    timeRange: "de {start} à {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " et "),
    yes: "oui",
    no: "non",
    plural: .belowTwoIsOneMillionsAreMany,
    units: Units(
      day: ("jour", "jours"), hour: ("heure", "heures"), minute: ("minute", "minutes"), second: ("seconde", "secondes"),
      joinAsList: true),
    minus: "moins {text}",
    decimalMark: ",",
    groupMark: "\u{202F}")
}
