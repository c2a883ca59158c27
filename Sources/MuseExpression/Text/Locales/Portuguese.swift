extension LocaleTable {
  /// In the forms of Brazil.
  static let portuguese = LocaleTable(
    tag: "pt",
    weekdays: ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
    months: [
      "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
      "dezembro",
    ],
    date: "{weekday}, {day} de {month}",
    dateWithYear: "{weekday}, {day} de {month} de {year}",
    dateTime: "{date} às {time}",
    clock: .twentyFour("{time}"),
    dateRange: "de {start} a {end}",
    timeRange: "das {start} às {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " e "),
    yes: "sim",
    no: "não",
    plural: .belowTwoIsOneMillionsAreMany,
    units: Units(
      day: ("dia", "dias"), hour: ("hora", "horas"), minute: ("minuto", "minutos"), second: ("segundo", "segundos"),
      joinAsList: true),
    minus: "menos {text}",
    decimalMark: ",",
    groupMark: ".")
}
