import Foundation
import MuseExpression
import Testing

@Suite("The stored form of values")
struct ValueCodingTests {
  static let ann = Value.object(.person(id: "ann", name: "Ann", email: "ann@example.com"))

  static let forms: [(Value, String)] = [
    (.null, #"{"null":true}"#), (.empty, #"{"empty":true}"#), (.bool(true), "true"), (.bool(false), "false"), (.int(5), "5"),
    (.int(0), "0"), (.int(1), "1"), (.int(.min), "-9223372036854775808"), (.int(.max), "9223372036854775807"),
    (.uint(5), #"{"uint":5}"#),
    (.uint(.max), #"{"uint":18446744073709551615}"#), (.double(0.1), #"{"double":0.1}"#), (.double(5), #"{"double":5}"#),
    (.double(.infinity), #"{"double":"Infinity"}"#), (.double(-.infinity), #"{"double":"-Infinity"}"#),
    (.double(-0.0), #"{"double":"-0"}"#), (.string("Design “review”"), #""Design “review”""#), (.string("5"), #""5""#),
    (.bytes([0, 255]), #"{"bytes":"AP8="}"#), (.bytes([]), #"{"bytes":""}"#), (.list([]), "[]"),
    (.list([.int(1), .string("a"), .list([.null])]), #"[1,"a",[{"null":true}]]"#),
    (
      .map(MapValue(entries: [.init(key: .string("b"), value: .int(1)), .init(key: .int(2), value: .bool(true))])),
      #"{"map":[["b",1],[2,true]]}"#
    ),
    (.timestamp(Instant(seconds: 1_795_791_600, nanoseconds: 500_000_000)), #"{"timestamp":"2026-11-27T15:00:00.5Z"}"#),
    (.duration(.seconds(1800)), #"{"duration":"1800s"}"#),
    (.date(CivilDate(year: 2026, month: 11, day: 27)), #"{"date":"2026-11-27"}"#),
    (.time(TimeOfDay(hour: 15)), #"{"time":"15:00:00"}"#), (.type(.list(.int)), #"{"type":"list(int)"}"#),
    (ann, #"{"fields":{"email":"ann@example.com","id":"ann","name":"Ann"},"object":"person"}"#),
    (.object(ObjectValue(type: "event")), #"{"fields":{},"object":"event"}"#),
  ]

  @Test("is this for each kind, and is read back", arguments: forms)
  func storedForm(value: Value, json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(Value.self, from: Data(json.utf8)) == value)
  }

  @Test("keeps NaN and the sign of zero")
  func strangeNumbers() throws {
    let data = try JSONEncoder().encode([Value.double(.nan), .double(-0.0)])
    let back = try JSONDecoder().decode([Value].self, from: data)
    guard case .double(let nan) = back[0], case .double(let zero) = back[1] else { throw TestFailure() }
    #expect(nan.isNaN)
    #expect(zero.sign == .minus)
  }

  @Test(
    "of nothing else is anything made",
    arguments: [
      "null", "{}", "5.5", "1e30", #"{"fields":{}}"#, #"{"object":"person"}"#, #"{"uint":-1}"#, #"{"double":"five"}"#,
      #"{"bytes":"A"}"#,
      #"{"bytes":"*"}"#, #"{"map":[[1]]}"#, #"{"timestamp":"2026"}"#, #"{"duration":"long"}"#, #"{"date":"2026-02-30"}"#,
      #"{"time":"25:00"}"#,
      #"{"type":"list(int"}"#, #"{"type":"object(a"}"#, #"{"type":"nonsense"}"#, #"[{"unknown":1}]"#,
    ])
  func malformed(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Value.self, from: Data(json.utf8)) }
  }

  @Test("of an object by itself is that of the value")
  func objects() throws {
    let object = ObjectValue(type: "thing", fields: ["size": .int(1)])
    let map = MapValue(entries: [.init(key: .string("a"), value: .object(object))])
    #expect(try JSONDecoder().decode(ObjectValue.self, from: JSONEncoder().encode(object)) == object)
    #expect(try JSONDecoder().decode(MapValue.self, from: JSONEncoder().encode(map)) == map)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ObjectValue.self, from: JSONEncoder().encode(map)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(MapValue.self, from: JSONEncoder().encode(object)) }
  }

  @Test(
    "of a type is its name in CEL",
    arguments: [
      (ValueType.dyn, "dyn"), (.list(.list(.string)), "list(list(string))"),
      (.map(key: .string, value: .list(.dyn)), "map(string, list(dyn))"),
      (.optional(.timestamp), "optional_type(google.protobuf.Timestamp)"), (.object("event"), "object(event)"),
      (.type(.uint), "type(uint)"),
      (.null, "null_type"), (.duration, "google.protobuf.Duration"), (.date, "date"), (.time, "time"), (.bytes, "bytes"),
    ])
  func types(type: ValueType, name: String) throws {
    let data = try JSONEncoder().encode([type])
    #expect(try JSONDecoder().decode([String].self, from: data) == [name])
    #expect(try JSONDecoder().decode([ValueType].self, from: data) == [type])
  }

  @Test("of a zone is its name")
  func zones() throws {
    let zone = try #require(Zone(named: "Europe/London"))
    let data = try JSONEncoder().encode([zone])
    #expect(try JSONDecoder().decode([Zone].self, from: data) == [zone])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Zone].self, from: Data(#"["Nowhere/Else"]"#.utf8)) }
  }
}

struct TestFailure: Error {}
