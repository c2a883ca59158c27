import MuseExpression
import Testing

/// The slots and facts of a small graph, and what some of them hold.
enum Sample {
  static let event = ObjectType(
    name: "event",
    fields: [
      .init(name: "id", type: .string), .init(name: "title", type: .string), .init(name: "start", type: .timestamp),
      .init(name: "length", type: .duration), .init(name: "people", type: .list(.object("person"))),
      .init(name: "place", type: .optional(.string)),
    ])

  static let objects = ObjectType.builtIn.merging(["event": event]) { first, _ in first }

  static let environment = TypeEnvironment(
    variables: [
      "title": .string, "start": .timestamp, "length": .duration, "people": .list(.object("person")), "place": .optional(.string),
      "meeting": .object("event"), "day": .date, "at": .time, "count": .int, "price": .double, "urgent": .bool, "anything": .dyn,
      "now": .timestamp, "today": .date, "was.start": .timestamp, "was.title": .string, "unset": .string, "tags": .list(.string),
      "ages": .map(key: .string, value: .int),
    ], objects: objects)

  static let ann = Value.object(.person(id: "ann", name: "Ann", email: "ann@example.com"))
  static let bob = Value.object(.person(id: "bob", name: "Bob", email: nil))

  static let values: [String: Value] = [
    "title": .string("Design review"), "start": .timestamp(Instant(seconds: 1_795_791_600)), "length": .duration(.seconds(1800)),
    "people": .list([ann, bob]), "place": .empty, "day": .date(CivilDate(year: 2026, month: 11, day: 27)),
    "at": .time(TimeOfDay(hour: 15)),
    "count": .int(3), "price": .double(2.5), "urgent": .bool(false), "anything": .int(7),
    "tags": .list([.string("a"), .string("b")]),
    "was.start": .timestamp(Instant(seconds: 1_795_788_000)), "was.title": .string("Sync"),
    "ages": .map(MapValue(entries: [.init(key: .string("ann"), value: .int(41))])),
    "meeting": .object(
      ObjectValue(
        type: "event",
        fields: [
          "id": .string("e1"), "title": .string("Standup"), "start": .timestamp(Instant(seconds: 1_795_791_600)),
          "people": .list([bob]),
        ])),
  ]

  static var context: EvaluationContext { .at("2026-11-20T09:00:00Z", values, objects: objects) }

  /// The value as an expression writes it, or what is wrong.
  static func outcome(of source: String) -> String {
    switch CheckedExpression.check(source, expecting: nil, in: environment) {
    case .failure(let issues): return "issue: " + issues.issues.map(\.message).joined(separator: " ")
    case .success(let expression):
      do {
        return try expression.evaluate(in: context).description
      } catch {
        return "error: \(error.message)"
      }
    }
  }
}

@Suite("An expression")
struct CheckedExpressionTests {
  @Test(
    "gives its value",
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"), ("7 / 2 * 2", "6"), ("-7 / 2", "-3"), ("-7 % 3", "-1"),
      ("2 - -3", "5"),
      ("-9223372036854775808", "-9223372036854775808"), ("0x1F", "31"), ("1e3", "1000.0"), (".5", "0.5"), ("5u + 2u", "7u"),
      ("'a' + \"b\"", #""ab""#), (#"'\u00e9\n' == "é\n""#, "true"), (#"r'\n' == '\\n'"#, "true"), ("'''it's'''", #""it's""#),
      ("1 < 2 && 2 < 3", "true"), ("!urgent", "true"), ("!!urgent", "false"), ("1 == 1.0 && 1u == 1", "true"), ("1 != 2", "true"),
      ("true || 1 / 0 > 1", "true"), ("1 / 0 > 1 || true", "true"), ("1 / 0 > 1 && false", "false"), ("urgent ? 1 : 2", "2"),
      ("true ? (false ? 1 : 2) : 3", "2"), ("false ? 1 : true ? 2 : 3", "2"), ("[1, 2, 3][1]", "2"), ("[1, 2,]", "[1, 2]"),
      ("{'a': 1, 'b': 2}['b']", "2"), ("{'a': 1}.a", "1"),
      ("2 in [1, 2]", "true"), ("'x' in {'x': 1}", "true"), ("size(tags) + tags.size()", "4"), ("ages['ann']", "41"),
      ("ages.ann", "41"),
      ("title.startsWith('Design') && title.endsWith('view') && title.contains('n r')", "true"),
      ("'ababac'.contains('abac')", "true"),
      ("start > now", "true"), ("start - now < duration('8d')", "true"),
      ("start + length", #"timestamp("2026-11-27T15:30:00Z")"#),
      ("date(start) == day", "true"), ("time(start) == at", "true"), ("day > today", "true"),
      ("today + duration('7d') == day", "true"),
      ("day - today", #"duration("604800s")"#), ("start.getHours('Europe/Berlin')", "16"), ("day.getDayOfWeek() == 5", "true"),
      ("length.getMinutes()", "30"), ("length > duration('5m')", "true"), ("people[0].name", #""Ann""#),
      ("people[0].email", #""ann@example.com""#),
      ("people[1].email", "empty"), ("meeting.start == start", "true"), ("meeting.place", "empty"),
      ("has(meeting.place)", "false"),
      ("has(people[0].email)", "true"), ("has(ages.bob)", "false"), ("people.exists(p, p.name == 'Bob')", "true"),
      ("people.all(p, p.id != '')", "true"),
      ("people.map(p, p.name)", #"["Ann", "Bob"]"#), ("people.filter(p, has(p.email)).map(p, p.name)", #"["Ann"]"#),
      ("ages.exists(k, k == 'ann')", "true"),
      ("[1, 2].map(x, [10, 20].map(y, x * y))", "[[10, 20], [20, 40]]"), ("[3].map(count, count + 1)", "[4]"),
      ("tags.map(t, t == 'a', t + '!')", #"["a!"]"#),
      ("people.exists_one(p, p.id == 'ann')", "true"), ("known(title) && known(place)", "false"), ("known(unset)", "false"),
      ("!known(unset)", "true"),
      ("known(was.start)", "true"), ("maybe(', at ', place)", #""""#), ("maybe('called ', title)", #""called Design review""#),
      ("maybe(', ', unset, start)", #""""#),
      ("maybe(start, ' in ', length)", #""Friday 27 November at 3 pm in 30 minutes""#),
      ("was.title + ' ' + title", #""Sync Design review""#),
      ("start > was.start", "true"), ("place == null", "true"), ("place != null ? 'there' : 'nowhere'", #""nowhere""#),
      ("place == 'Ritz'", "false"),
      ("known(unset) && unset == 'a'", "false"), ("unset == 'a' && known(unset)", "false"),
      ("known(unset) ? unset : 'none'", #""none""#),
      ("price * 2", "5.0"), ("price > 2", "true"), ("count == 3.0", "true"), ("anything + 1", "8"), ("anything == 'a'", "false"),
      ("type(title) == string", "true"), ("type([1]) == list", "true"), ("string(count) + '!'", #""3!""#),
      ("int('12') + 1", "13"), ("double(count) / 2.0", "1.5"),
      ("person{id: 'x', name: 'Xan'}.name", #""Xan""#), ("'é'.size()", "1"), ("'e\u{301}' == 'é'", "false"),
      ("b'ab' + b'c' == b'abc'", "true"),
      ("timestamp(day, at) == start", "true"), ("at + duration('30m')", #"time("15:30:00")"#), ("1 + 1 // two", "2"),
      ("[].size() == 0", "true"), ("[] + [1]", "[1]"),
      ("timestamp('2026-11-27T15:00:00Z') == start", "true"), ("{'a': [1, {'b': 2}]}.a[1].b", "2"),
      ("'b' > 'a' && true > false", "true"),
    ])
  func value(source: String, result: String) {
    #expect(Sample.outcome(of: source) == result)
  }

  @Test(
    "fails with a sentence",
    arguments: [
      ("9223372036854775807 + 1", "The result does not fit into 64 bits."),
      ("-9223372036854775807 - 2", "The result does not fit into 64 bits."),
      ("9223372036854775807 * 2", "The result does not fit into 64 bits."),
      ("-(-9223372036854775807 - 1)", "The result does not fit into 64 bits."),
      ("0u - 1u", "The result does not fit into 64 bits."), ("1 / 0", "A number cannot be divided by zero."),
      ("1 % 0", "A number cannot be divided by zero."),
      ("(-9223372036854775807 - 1) / -1", "The result does not fit into 64 bits."),
      ("[1][1]", "The list has 1 items, and none at 1: places are counted from 0."),
      ("[1][-1]", "The list has 1 items, and none at -1: places are counted from 0."),
      ("ages['bob']", #"The map has no key "bob"."#), ("ages.bob", #"The map has no key "bob"."#),
      ("meeting.length", #"The event has no "length"."#), ("unset + 'a'", #""unset" is not known yet."#),
      ("size(place)", #""size" has nothing to work on: a value is empty."#),
      ("place + '!'", #""+" has nothing to work on: a value is empty."#), ("int('x')", #""x" is no integer."#),
      ("timestamp('soon')", #""soon" is no RFC 3339 timestamp."#),
      ("start + duration('200000d')+ duration('3000000d')", "The result lies outside of the years 1 to 9999."),
      ("day + duration('1h')", "A date moves by whole days only, and this duration is none."),
      ("at + duration('10h')", "The result is no time of the same day."), ("start.getHours('Mars')", #""Mars" is no time zone."#),
      ("{'a': 1, 'a': 2}", #"The key "a" comes twice."#),
      ("anything + 'a'", #""+" does not work on an integer and a text."#), ("anything.name", #"An integer has no "name"."#),
      ("anything ? 1 : 2", "This is an integer where a condition is needed."),
      ("dyn(start).getHours()", #""getHours" does not work on a datetime."#),
      ("anything.all(x, x)", "This is an integer, which has no items."),
      ("[1, 0].all(x, 1 / x > 0)", "A number cannot be divided by zero."), ("{anything: 1}[{}] == 1", "The map has no key {}."),
    ])
  func failure(source: String, message: String) {
    #expect(Sample.outcome(of: source) == "error: " + message)
  }

  @Test(
    "stops when it takes too many steps",
    arguments: [
      "[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c, [1,2,3,4,5,6,7,8,9,10].map(d, [1,2,3,4,5,6,7,8,9,10].map(e, [1,2,3,4,5,6,7,8,9,10].all(f, true))))))",
      "[0]" + String(repeating: ".map(x, [x, x])", count: 60),
      "['0123456789']" + String(repeating: ".map(x, x + x)", count: 60) + " == ['']",
      "[[0]" + String(repeating: ".map(x, [x, x])", count: 50) + "].map(y, y == y)",
      "[0]" + String(repeating: ".map(x, [x, x])", count: 60) + ".map(x, maybe(x))",
      "[0]" + String(repeating: ".map(x, [x, x])", count: 60) + ".map(x, true || x == x)",
    ])
  func tooManySteps(source: String) {
    let outcome = Sample.outcome(of: source)
    #expect(outcome == "error: This takes more than 100000 steps." || outcome == "[true]")
  }

  @Test(
    "says which variables it reads, and which only where they may be unset",
    arguments: [
      ("title == 'a' && start > now", "now start title", ""), ("known(title)", "title", "title"),
      ("known(title) && title == 'a'", "title", "title"),
      ("title == 'a' && known(title)", "title", "title"), ("known(title) || title == 'a'", "title", ""),
      ("!known(title) || title == 'a'", "title", "title"),
      ("known(title) ? title : 'none'", "title", "title"), ("known(title) ? 'none' : title", "title", ""),
      ("!known(title) ? 'none' : title", "title", "title"),
      ("maybe(title, start) + place", "place start title", "start title"), ("maybe(title) + title", "title", ""),
      ("was.start < start", "start was.start", ""),
      ("people.all(title, title.name == '')", "people", ""),
      ("known(title) && known(place) ? title + place : ''", "place title", "place title"),
      ("(known(title) || known(place)) && title == 'a'", "place title", "place"), ("has(was.start)", "was.start", "was.start"),
    ])
  func references(source: String, references: String, guarded: String) throws {
    let expression = try CheckedExpression.check(source, expecting: nil, in: Sample.environment).get()
    #expect(expression.references.sorted().joined(separator: " ") == references)
    #expect(expression.guardedReferences.sorted().joined(separator: " ") == guarded)
  }

  @Test(
    "has a type",
    arguments: [
      ("1", ValueType.int), ("1.5", .double), ("[1, 2]", .list(.int)), ("[1, 'a']", .list(.dyn)), ("[]", .list(.dyn)),
      ("{'a': 1.5}", .map(key: .string, value: .double)),
      ("people[0]", .object("person")), ("people[0].email", .optional(.string)), ("place", .optional(.string)),
      ("known(place) ? place : ''", .optional(.string)),
      ("start - now", .duration), ("date(start)", .date), ("people.map(p, p.name)", .list(.string)), ("anything", .dyn),
      ("anything + 1", .int), ("price * 2", .double),
      ("type(1)", .type(.int)), ("[] + [1]", .list(.int)), ("maybe(title)", .string), ("title in tags", .bool),
      ("tags[0]", .string), ("null", .null),
    ])
  func hasType(source: String, type: ValueType) throws {
    #expect(try CheckedExpression.check(source, expecting: nil, in: Sample.environment).get().type == type)
  }

  @Test("is held to the type of its place")
  func expecting() throws {
    let check = { (source: String, type: ValueType) in CheckedExpression.check(source, expecting: type, in: Sample.environment) }
    #expect(try check("3", .double).get().evaluate(in: Sample.context) == .double(3))
    #expect(try check("place", .string).get().type == .optional(.string))
    #expect(try check("title", .optional(.string)).get().type == .string)
    #expect(try check("[]", .list(.string)).get().type == .list(.dyn))
    #expect(throws: ExpressionIssues.self) { try check("count", .double).get() }
    #expect(throws: ExpressionIssues.self) { try check("title", .bool).get() }
    #expect(throws: ExpressionIssues.self) { try check("people", .list(.string)).get() }
  }
}
