import MuseExpression
import Testing

/// Plain CEL, unchecked.
enum Plain {
  /// The value as an expression writes it, `error: …` where it has none, `syntax: …` where it does not parse.
  static func outcome(of source: String, container: String = "", _ variables: [String: Value] = [:]) -> String {
    switch StandardExpression.parse(source, container: container) {
    case .failure(let issues): return "syntax: " + issues.issues.map(\.message).joined(separator: " ")
    case .success(let expression):
      let context = EvaluationContext(now: Instant(seconds: 1_795_000_000), zone: .utc, locale: "en") { variables[$0] }
      do {
        return try expression.evaluate(in: context).description
      } catch {
        return "error: \(error.message)"
      }
    }
  }
}

@Suite("An expression of plain CEL")
struct StandardExpressionTests {
  @Test(
    "finds names in its container first, and what a comprehension names before that",
    arguments: [
      ("y", "a.b", #""a.b.y""#), ("y", "a", #""a.y""#), ("y", "", #""y""#), (".y", "a.b", #""y""#), ("b.y", "a", #""a.b.y""#),
      ("['in'].map(y, y)[0]", "a.b", #""in""#), ("['in'].map(y, .y)[0]", "a.b", #""y""#),
      ("cel.bind(y, {'z': 'in'}, y.z)", "", #""in""#), ("['in'].map(y, .y.z)[0]", "", #""y.z""#),
      ("m.k", "", #""of the map""#), ("m.k.l", "", #""by name""#), ("int", "", "int"), ("string(int(2.5)) + y", "", #""2y""#),
    ])
  func names(source: String, container: String, result: String) {
    let variables: [String: Value] = [
      "y": .string("y"), "a.y": .string("a.y"), "a.b.y": .string("a.b.y"), "y.z": .string("y.z"), "m.k.l": .string("by name"),
      "m": .map(MapValue(entries: [.init(key: .string("k"), value: .string("of the map"))])),
    ]
    #expect(Plain.outcome(of: source, container: container, variables) == result)
  }

  @Test(
    "fails only where what is wrong is reached",
    arguments: [
      ("nobody || true", "true"), ("nobody(1) || true", "true"), ("a.loop() || true", "true"), ("true || 32", "true"),
      ("'horses' || true", "true"), ("'horses' && false", "false"), ("true ? 'cows' : 17", #""cows""#),
      ("[1, 'foo', 3].exists(e, e == 'foo')", "true"), ("[1, 'a'].all(e, e % 2 == 0)", "false"),
      ("nobody", #"error: There is nothing called "nobody" here."#), ("nobody(1)", #"error: There is no function "nobody"."#),
      ("Nothing{a: 1}", #"error: There is no object type "Nothing"."#), ("!0", #"error: "!" does not work on an integer."#),
      ("'a' ? 1 : 2", "error: This is a text where a condition is needed."),
      ("{3.3: 1}", "error: A map has no keys of type number."), ("{0: 1, 0u: 2}", "error: The key 0u comes twice."),
      ("has(1.a)", "error: An integer has no \"a\"."),
      ("math.greatest()", #"error: "math.greatest" needs something to work on."#),
      ("{'in': 1}.in", #"syntax: A field is missing before "in"."#),
      ("[1].all(a.b, true)", #"syntax: "all" is not written like this."#),
      ("[1].all(a, a, true)", #"syntax: "all" is not written like this."#),
    ])
  func unchecked(source: String, result: String) {
    #expect(Plain.outcome(of: source) == result)
  }

  @Test(
    "asks for parts of a datetime in UTC where no zone is named",
    arguments: [
      ("getFullYear", "2009"), ("getMonth", "1"), ("getDate", "13"), ("getDayOfMonth", "12"), ("getDayOfWeek", "5"),
      ("getDayOfYear", "43"), ("getHours", "23"), ("getMinutes", "31"), ("getSeconds", "30"), ("getMilliseconds", "250"),
    ])
  func parts(getter: String, result: String) {
    #expect(Plain.outcome(of: "timestamp('2009-02-13T23:31:30.25Z').\(getter)()") == result)
  }

  @Test(
    "keeps optional values apart from values",
    arguments: [
      ("type(optional.of(1)) == optional_type", "true"), ("optional.of(1) == 1", "false"),
      ("optional.of(1) == optional.of(1.0)", "true"),
      ("optional.of(optional.none()).hasValue()", "true"), ("optional.none().value()", "error: There is no value here."),
      ("1.hasValue()", #"error: "hasValue" does not work on an integer."#), ("optional.of({'c': {}}).c['no'].orValue(1)", "1"),
      ("{'a': {'b': 1}}.?a.b.value()", "1"), ("has({'x': {'y': 'z'}}.?x.y)", "true"), ("has({}.?x.y)", "false"),
      ("{'a': 1}.?a.b", "error: An integer has no \"b\"."), ("[?optional.of(42), ?optional.none()]", "[42]"),
      ("{?'a': optional.none(), 'b': 2}", #"{"b": 2}"#), ("[?1]", "error: This is an integer where an optional value is needed."),
      ("optional.of([5])[?0].value()", "5"), ("optional.none()[?0].hasValue()", "false"),
      ("[1][?dyn('a')]", #"error: "[?…]" does not work on a list<anything> and a text."#),
      ("optional.of(4).optMap(x, x * 2).value()", "8"), ("optional.none().optMap(x, x * 2).hasValue()", "false"),
      ("optional.of(4).optFlatMap(x, x)", "error: This is an integer where an optional value is needed."),
      ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"),
      ("[1].unwrapOpt()", "error: The list holds an integer, which is no optional value."),
      ("optional.ofNonZeroValue([]).hasValue()", "false"), ("optional.ofNonZeroValue(0.1).hasValue()", "true"),
    ])
  func optionals(source: String, result: String) {
    #expect(Plain.outcome(of: source) == result)
  }

  @Test(
    "knows the messages that stand for plain values",
    arguments: [
      ("google.protobuf.Int32Value{value: 34} == 34u", "true"), ("google.protobuf.StringValue{}", #""""#),
      ("google.protobuf.FloatValue{value: 0.1} == 0.1", "false"), ("google.protobuf.BoolValue{value: true}", "true"),
      ("google.protobuf.Struct{fields: {'a': 1.0}}.a", "1.0"), ("google.protobuf.ListValue{values: [1.0]}", "[1.0]"),
      ("google.protobuf.Value{null_value: google.protobuf.NullValue.NULL_VALUE}", "null"), ("google.protobuf.Value{}", "null"),
      ("google.protobuf.Value{bool_value: true}", "true"),
      ("google.protobuf.Timestamp{seconds: 5} == timestamp(5)", "true"),
      ("google.protobuf.Duration{nanos: 500000000}", #"duration("0.5s")"#),
      (
        "google.protobuf.Int32Value{value: 3000000000}",
        "error: google.protobuf.Int32Value does not hold an integer, or not this one."
      ),
      ("google.protobuf.Int32Value{valu: 3}", #"error: google.protobuf.Int32Value has no "valu"."#),
      ("google.protobuf.Int32Value{value: 1}.value", #"error: An integer has no "value"."#),
    ])
  func messages(source: String, result: String) {
    #expect(Plain.outcome(of: source) == result)
    #expect(Plain.outcome(of: source.replacing("google.protobuf.", with: ""), container: "google.protobuf") == result)
  }
}
