import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("JSON by type")
struct TypedJSONTests {
  private static let room = ObjectDefinition(
    type: ObjectType(name: "room", fields: [.init(name: "name", type: .string), .init(name: "seats", type: .int)]),
    fields: ["name": .text, "seats": .optional(.integer)])
  private let json = TypedJSON(zone: .utc, objects: ["room": TypedJSONTests.room])

  static let fitting: [(SlotType, JSONValue, Value)] = [
    (.text, "tea", .string("tea")),
    (.number, 2, .double(2)),
    (.number, 2.5, .double(2.5)),
    (.integer, 2, .int(2)),
    (.boolean, true, .bool(true)),
    (.choice(["low", "high"]), "low", .string("low")),
    (.date, "2026-11-27", .date(CivilDate(year: 2026, month: 11, day: 27))),
    (.time, "15:00", .time(TimeOfDay(hour: 15))),
    (.datetime, "2026-11-27T15:00", .timestamp(Instant(rfc3339: "2026-11-27T15:00:00Z") ?? .earliest)),
    (.datetime, "2026-11-27T15:00:00+01:00", .timestamp(Instant(rfc3339: "2026-11-27T14:00:00Z") ?? .earliest)),
    (.duration, "1h30m", .duration(.seconds(5400))),
    (.email, "ann@example.com", .string("ann@example.com")),
    (.person, "Ann", .object(.person(id: "Ann", name: "Ann", email: nil))),
    (.person, ["id": "a", "name": "Ann", "email": .null], .object(.person(id: "a", name: "Ann", email: nil))),
    (.list(.integer), [1, 2], .list([.int(1), .int(2)])),
    (.optional(.integer), .null, .empty),
    (.object("room"), ["name": "Blue"], .object(ObjectValue(type: "room", fields: ["name": .string("Blue")]))),
    (
      .daterange, ["start": "2026-11-27", "end": "2026-11-28"],
      .object(
        ObjectValue(
          type: "daterange",
          fields: [
            "start": .date(CivilDate(year: 2026, month: 11, day: 27)), "end": .date(CivilDate(year: 2026, month: 11, day: 28)),
          ]))
    ),
  ]

  @Test("what fits is read", arguments: fitting)
  func reads(type: SlotType, written: JSONValue, value: Value) throws {
    #expect(try json.value(written, as: type, at: "x") == value)
  }

  static let unfitting: [(SlotType, JSONValue, String)] = [
    (.text, 5, "“x” must be a string."),
    (.integer, 2.5, "“x” must be a whole number."),
    (.integer, "2", "“x” must be a whole number."),
    (.choice(["low", "high"]), "medium", "“x” must be one of \"low\", \"high\"."),
    (.date, "27 November", "“x” must be a date like \"2026-11-27\"."),
    (.list(.integer), [1, "b"], "“x[1]” must be a whole number."),
    (.object("room"), ["seats": 3], "“x.name” must be a string."),
    (.email, "ann", "“x” must be an e-mail address."),
    (.boolean, .null, "“x” must be true or false."),
  ]

  @Test("what does not fit is named with its place", arguments: unfitting)
  func refuses(type: SlotType, written: JSONValue, sentence: String) {
    #expect(throws: TypedJSON.Mismatch(description: sentence)) { try json.value(written, as: type, at: "x") }
  }

  @Test("what is written is read again", arguments: fitting)
  func roundTrip(type: SlotType, written: JSONValue, value: Value) throws {
    #expect(try json.value(json.json(of: value), as: type, at: "x") == value)
  }

  @Test("a schema demands every field and allows no other")
  func schema() {
    #expect(
      json.schema(of: [
        .init(name: "mood", type: .choice(["calm", "angry"])), .init(name: "rooms", type: .list(.object("room"))),
      ])
        == [
          "type": "object", "required": ["mood", "rooms"], "additionalProperties": false,
          "properties": [
            "mood": ["type": "string", "enum": ["calm", "angry"]],
            "rooms": [
              "type": "array",
              "items": [
                "type": "object", "required": ["name", "seats"], "additionalProperties": false,
                "properties": [
                  "name": ["type": "string"], "seats": ["anyOf": [["type": "integer"], ["type": "null"]]],
                ],
              ],
            ],
          ],
        ])
  }
}
