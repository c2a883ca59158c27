import MuseExpression
import Testing

@Suite("Values for people")
struct ValueFormatterTests {
  static func text(_ value: Value, _ locale: LocaleID = "en", objects: [String: ObjectType] = Sample.objects) -> String {
    ValueFormatter(
      now: Instant(seconds: 1_795_000_000), zone: Zone(named: "Europe/London") ?? .utc, locale: locale, objects: objects
    ).text(value)
  }

  static func moment(_ text: String) -> Value { Instant(rfc3339: text).map { .timestamp($0) } ?? .null }

  @Test(
    "print by type",
    arguments: [
      (Value.null, ""), (.empty, ""), (.bool(true), "yes"), (.bool(false), "no"), (.int(5), "5"), (.int(2026), "2026"),
      (.int(-1234), "-1234"),
      (.int(12345), "12,345"), (.int(-1_234_567), "-1,234,567"), (.int(.min), "-9,223,372,036,854,775,808"),
      (.uint(.max), "18,446,744,073,709,551,615"),
      (.double(2.5), "2.5"), (.double(3), "3"), (.double(0.1 + 0.2), "0.3"), (.double(-0.0000001), "0"),
      (.double(12345.5), "12,345.5"), (.double(1e14), "100,000,000,000,000"),
      (.double(1e300), "1e+300"), (.double(.nan), "NaN"), (.double(-.infinity), "-∞"), (.string("Ann"), "Ann"),
      (.bytes([1]), "AQ=="),
      (.time(TimeOfDay(hour: 15)), "3 pm"), (.time(TimeOfDay(hour: 10, minute: 30)), "10:30 am"),
      (.time(TimeOfDay(hour: 0)), "12 am"), (.time(TimeOfDay(hour: 12, minute: 5)), "12:05 pm"),
      (.time(TimeOfDay(hour: 9, minute: 0, second: 7)), "9:00:07 am"),
      (.date(CivilDate(year: 2026, month: 11, day: 27)), "Friday 27 November"),
      (.date(CivilDate(year: 2027, month: 1, day: 1)), "Friday 1 January 2027"),
      (moment("2026-11-27T15:00:00Z"), "Friday 27 November at 3 pm"),
      (moment("2026-07-01T14:30:00Z"), "Wednesday 1 July at 3:30 pm"),
      (moment("2027-03-02T09:00:00Z"), "Tuesday 2 March 2027 at 9 am"),
      (.duration(.seconds(1800)), "30 minutes"), (.duration(.seconds(5400)), "1 hour 30 minutes"),
      (.duration(.seconds(172_800)), "2 days"), (.duration(.zero), "0 minutes"),
      (.duration(.seconds(60)), "1 minute"), (.duration(.seconds(1)), "1 second"),
      (.duration(.milliseconds(1500)), "1.5 seconds"), (.duration(.seconds(-3600)), "minus 1 hour"),
      (.duration(.seconds(90_061)), "1 day 1 hour 1 minute 1 second"),
      (.duration(.seconds(Int64.min)), "minus 106,751,991,167,300 days 15 hours 30 minutes 7 seconds"),
      (.list([]), ""), (.list([.string("a")]), "a"), (.list([.string("a"), .string("b")]), "a and b"),
      (.list([.string("a"), .string("b"), .string("c")]), "a, b and c"),
      (.list([.string("Standup, 9 am"), .string("Review, 10 am"), .string("Lunch")]), "Standup, 9 am; Review, 10 am and Lunch"),
      (
        .map(MapValue(entries: [.init(key: .string("a"), value: .int(1)), .init(key: .string("b"), value: .bool(true))])),
        "a: 1 and b: yes"
      ),
      (Sample.ann, "Ann"), (.object(ObjectValue(type: "event", fields: ["title": .string("Standup")])), "Standup"),
      (.object(ObjectValue(type: "thing")), "thing"),
      (
        .object(
          ObjectValue(
            type: "daterange",
            fields: [
              "start": .date(CivilDate(year: 2026, month: 11, day: 23)), "end": .date(CivilDate(year: 2026, month: 11, day: 27)),
            ])), "Monday 23 November to Friday 27 November"
      ),
      (
        .object(
          ObjectValue(
            type: "timerange", fields: ["start": .time(TimeOfDay(hour: 9)), "end": .time(TimeOfDay(hour: 17, minute: 30))])),
        "9 am to 5:30 pm"
      ), (.type(.list(.string)), "list<text>"),
    ])
  func byType(value: Value, text: String) {
    #expect(Self.text(value) == text)
  }

  @Test(
    "print by locale",
    arguments: [
      ("en-GB", "Friday 27 November at 3 pm"), ("en-US", "Friday, November 27 at 3 pm"), ("en_us", "Friday, November 27 at 3 pm"),
      ("de", "Freitag, 27. November um 15:00 Uhr"),
      ("de-AT", "Freitag, 27. November um 15:00 Uhr"), ("ja", "Friday 27 November at 3 pm"), ("", "Friday 27 November at 3 pm"),
    ])
  func byLocale(locale: String, text: String) {
    #expect(Self.text(Self.moment("2026-11-27T15:00:00Z"), LocaleID(rawValue: locale)) == text)
  }

  @Test(
    "print in German",
    arguments: [
      (Value.bool(true), "ja"), (.double(12345.5), "12.345,5"), (.duration(.seconds(5400)), "1 Stunde 30 Minuten"),
      (.list([.string("a"), .string("b"), .string("c")]), "a, b und c"),
      (.date(CivilDate(year: 2027, month: 3, day: 2)), "Dienstag, 2. März 2027"),
      (.time(TimeOfDay(hour: 9, minute: 5)), "09:05 Uhr"), (.duration(.milliseconds(1500)), "1,5 Sekunden"),
    ])
  func german(value: Value, text: String) {
    #expect(Self.text(value, "de") == text)
  }

  @Test("an object prints by its type's show, also in a list")
  func show() throws {
    var event = Sample.event
    let fields = Dictionary(uniqueKeysWithValues: event.fields.map { ($0.name, $0.type) })
    event.show = try TextTemplate.check("{title}, {start}{maybe(' at ', place)}", in: TypeEnvironment(variables: fields)).get()
    let objects = Sample.objects.merging(["event": event]) { _, new in new }
    let standup = Value.object(
      ObjectValue(type: "event", fields: ["title": .string("Standup"), "start": Self.moment("2026-11-23T09:00:00Z")]))
    let review = Value.object(
      ObjectValue(
        type: "event",
        fields: ["title": .string("Review"), "start": Self.moment("2026-11-23T10:30:00Z"), "place": .string("the Ritz")]))
    #expect(Self.text(standup, objects: objects) == "Standup, Monday 23 November at 9 am")
    #expect(
      Self.text(.list([standup, review]), objects: objects)
        == "Standup, Monday 23 November at 9 am and Review, Monday 23 November at 10:30 am at the Ritz")
  }

  @Test("objects within objects without end print as dots")
  func depth() throws {
    let nest = try TextTemplate.check("<{inner}>", in: TypeEnvironment(variables: ["inner": .dyn])).get()
    let objects = ["nest": ObjectType(name: "nest", fields: [.init(name: "inner", type: .optional(.object("nest")))], show: nest)]
    var value = Value.object(ObjectValue(type: "nest"))
    for _ in 0..<40 { value = .object(ObjectValue(type: "nest", fields: ["inner": value])) }
    let text = Self.text(value, objects: objects)
    #expect(text == String(repeating: "<", count: 16) + "…" + String(repeating: ">", count: 16))
  }
}
