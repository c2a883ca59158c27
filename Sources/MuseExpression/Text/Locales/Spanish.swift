extension LocaleTable {
  static let spanish = LocaleTable(
    tag: "es",
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ],
    date: "{weekday}, {day} de {month}",
    dateWithYear: "{weekday}, {day} de {month} de {year}",
    dateTime: "{date}, {time}",
    clock: .twentyFour("{time}"),
    dateRange: "del {start} al {end}",
    timeRange: "de {start} a {end}",
    list: ListWords(separator: ", ", strongSeparator: "; ", last: " y ", lastBeforeItsSound: " e "),
    yes: "sí",
    no: "no",
    plural: .oneIsOneMillionsAreMany,
    units: Units(
      day: ("día", "días"), hour: ("hora", "horas"), minute: ("minuto", "minutos"), second: ("segundo", "segundos"),
      joinAsList: true),
    minus: "menos {text}",
    decimalMark: ",",
    groupMark: ".")
}
