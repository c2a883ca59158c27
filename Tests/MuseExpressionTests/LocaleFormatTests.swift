import MuseExpression
import Testing

/// Written by hand from CLDR's facts. The same on every machine: no table of the system is asked.
@Suite("Values in the languages of this build")
struct LocaleFormatTests {
  static let moment = ValueFormatterTests.moment("2026-11-27T15:05:00Z")

  @Test(
    "a datetime",
    arguments: [
      ("en", "Friday 27 November at 3:05 pm"), ("en-GB", "Friday 27 November at 3:05 pm"),
      ("en-US", "Friday, November 27 at 3:05 pm"),
      ("de", "Freitag, 27. November um 15:05 Uhr"), ("de-AT", "Freitag, 27. November um 15:05 Uhr"),
      ("fr", "vendredi 27 novembre à 15:05"), ("fr-CA", "vendredi 27 novembre à 15:05"),
      ("es", "viernes, 27 de noviembre, 15:05"),
      ("it", "venerdì 27 novembre alle ore 15:05"), ("pt", "sexta-feira, 27 de novembro às 15:05"),
      ("pt_BR", "sexta-feira, 27 de novembro às 15:05"),
      ("nl", "vrijdag 27 november om 15:05"), ("xx", "Friday 27 November at 3:05 pm"),
    ])
  func dateTimes(locale: String, text: String) {
    #expect(ValueFormatterTests.text(Self.moment, LocaleID(rawValue: locale)) == text)
  }

  @Test(
    "a date of another year",
    arguments: [
      ("en", "Friday 1 January 2027"), ("en-US", "Friday, January 1, 2027"), ("de", "Freitag, 1. Januar 2027"),
      ("fr", "vendredi 1er janvier 2027"), ("es", "viernes, 1 de enero de 2027"), ("it", "venerdì 1 gennaio 2027"),
      ("pt", "sexta-feira, 1 de janeiro de 2027"), ("nl", "vrijdag 1 januari 2027"),
    ])
  func years(locale: String, text: String) {
    #expect(ValueFormatterTests.text(.date(CivilDate(year: 2027, month: 1, day: 1)), LocaleID(rawValue: locale)) == text)
  }

  @Test(
    "durations, with plurals and fractions",
    arguments: [
      ("en", "1 day 2 hours 1 minute", "1.5 seconds", "minus 1 hour", "0 minutes"),
      ("de", "1 Tag 2 Stunden 1 Minute", "1,5 Sekunden", "minus 1 Stunde", "0 Minuten"),
      ("fr", "1 jour, 2 heures et 1 minute", "1,5 seconde", "moins 1 heure", "0 minute"),
      ("es", "1 día, 2 horas y 1 minuto", "1,5 segundos", "menos 1 hora", "0 minutos"),
      ("it", "1 giorno, 2 ore e 1 minuto", "1,5 secondi", "meno 1 ora", "0 minuti"),
      ("pt", "1 dia, 2 horas e 1 minuto", "1,5 segundo", "menos 1 hora", "0 minuto"),
      ("nl", "1 dag, 2 uur en 1 minuut", "1,5 seconden", "min 1 uur", "0 minuten"),
    ])
  func durations(locale: String, long: String, fraction: String, negative: String, none: String) {
    let texts = [Duration.seconds(93_660), .milliseconds(1500), .seconds(-3600), .zero].map {
      ValueFormatterTests.text(.duration($0), LocaleID(rawValue: locale))
    }
    #expect(texts == [long, fraction, negative, none])
  }

  @Test(
    "numbers, lists, ranges and truth",
    arguments: [
      ("en", "12,345.5", "a, b and c", "Monday 23 November to Friday 27 November", "9 am to 5:30 pm", "yes no"),
      ("de", "12.345,5", "a, b und c", "Montag, 23. November bis Freitag, 27. November", "09:00 Uhr bis 17:30 Uhr", "ja nein"),
      ("fr", "12\u{202F}345,5", "a, b et c", "du lundi 23 novembre au vendredi 27 novembre", "de 09:00 à 17:30", "oui non"),
      ("es", "12.345,5", "a, b y c", "del lunes, 23 de noviembre al viernes, 27 de noviembre", "de 09:00 a 17:30", "sí no"),
      ("it", "12.345,5", "a, b e c", "da lunedì 23 novembre a venerdì 27 novembre", "dalle 09:00 alle 17:30", "sì no"),
      (
        "pt", "12.345,5", "a, b e c", "de segunda-feira, 23 de novembro a sexta-feira, 27 de novembro", "das 09:00 às 17:30",
        "sim não"
      ),
      ("nl", "12.345,5", "a, b en c", "maandag 23 november tot en met vrijdag 27 november", "09:00 tot 17:30", "ja nee"),
    ])
  func others(locale: String, number: String, list: String, dates: String, times: String, truth: String) {
    let range = { (type: String, start: Value, end: Value) in
      Value.object(ObjectValue(type: type, fields: ["start": start, "end": end]))
    }
    let values: [Value] = [
      .double(12345.5), .list(["a", "b", "c"].map { .string($0) }),
      range(
        "daterange", .date(CivilDate(year: 2026, month: 11, day: 23)), .date(CivilDate(year: 2026, month: 11, day: 27))),
      range("timerange", .time(TimeOfDay(hour: 9)), .time(TimeOfDay(hour: 17, minute: 30))),
    ]
    let texts = values.map { ValueFormatterTests.text($0, LocaleID(rawValue: locale)) }
    let flags = [Value.bool(true), .bool(false)].map { ValueFormatterTests.text($0, LocaleID(rawValue: locale)) }
    #expect(texts + [flags.joined(separator: " ")] == [number, list, dates, times, truth])
  }

  @Test(
    "Spanish says \"e\" before the sound of i",
    arguments: [
      ("Inés", "Ana e Inés"), ("hijos", "Ana e hijos"), ("hielo", "Ana y hielo"), ("Íñigo", "Ana e Íñigo"),
      ("Juan", "Ana y Juan"),
    ])
  func spanish(last: String, text: String) {
    #expect(ValueFormatterTests.text(.list([.string("Ana"), .string(last)]), "es") == text)
  }

  @Test("every table is whole: months, weekdays and patterns of its own", arguments: LocaleID.withFormats)
  func whole(locale: LocaleID) {
    let dates = (1...12).map { ValueFormatterTests.text(.date(CivilDate(year: 2026, month: $0, day: 10)), locale) }
    let days = (1...7).map { ValueFormatterTests.text(.date(CivilDate(year: 2026, month: 11, day: $0)), locale) }
    #expect(Set(dates).count == 12 && Set(days).count == 7)
    #expect((dates + days).allSatisfy { !$0.contains("{") && !$0.contains("2026") })
  }

  @Test(
    "plural picks the word by the rule of the locale",
    arguments: [
      ("en", "0", "many days"), ("en", "1", "a day"), ("en", "1.5", "many days"), ("de", "1", "a day"), ("de", "1u", "a day"),
      ("fr", "0", "a day"), ("fr", "1.5", "a day"), ("fr", "2", "many days"), ("es", "0", "many days"), ("pt", "0", "a day"),
      ("it", "-1", "a day"), ("nl", "2", "many days"), ("xx", "1", "a day"),
    ])
  func plural(locale: String, number: String, text: String) throws {
    let expression = try CheckedExpression.check("plural(\(number), 'a day', 'many days')", expecting: .string, in: .init()).get()
    #expect(try expression.evaluate(in: .at("2026-11-20T09:00:00Z", locale: LocaleID(rawValue: locale))) == .string(text))
  }

  @Test(
    "plural takes a map of the forms that a language has",
    arguments: [("es", "1000000", "million"), ("fr", "2000000", "million"), ("en", "1000000", "other"), ("es", "3", "other")])
  func forms(locale: String, number: String, text: String) throws {
    let source = "plural(\(number), {'one': 'one', 'many': 'million', 'other': 'other'})"
    let expression = try CheckedExpression.check(source, expecting: .string, in: .init()).get()
    #expect(try expression.evaluate(in: .at("2026-11-20T09:00:00Z", locale: LocaleID(rawValue: locale))) == .string(text))
  }

  @Test("a map without the form that is needed is an error")
  func missingForm() {
    #expect(
      Sample.outcome(of: "plural(5, {'one': 'a'})") == #"error: The map has no text for "other"."#)
  }

  @Test("format gives what a text would show")
  func format() {
    #expect(Sample.outcome(of: "'on ' + format(day) + ' for ' + format(length)") == #""on Friday 27 November for 30 minutes""#)
  }
}
