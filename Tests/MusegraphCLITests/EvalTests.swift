import Foundation
import Testing

@Suite("musegraph eval")
struct EvalTests {
  @Test("an expression gives its value as CEL writes it")
  func value() async throws {
    let outcome = try await BuiltMusegraph.run(["eval", "[1, 2, 3].filter(x, x > 1).map(x, x * 10)"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "[20, 30]\n")
    #expect(outcome.complaints.isEmpty)
  }

  @Test("now, today, the zone and the locale are those that were asked for")
  func surroundings() async throws {
    let outcome = try await BuiltMusegraph.run([
      "eval", "format(timestamp(today + duration('1d'), time(now)))", "--now", "2026-11-26T15:00", "--zone", "Europe/Berlin",
      "--locale", "de",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.output == "\"Freitag, 27. November um 15:00 Uhr\"\n")
  }

  @Test(
    "what is wrong is shown at its place",
    arguments: [
      ("1 +\n  2 / 0", "A number cannot be divided by zero.\n    2 / 0\n      ^\n"),
      ("1 +", "A value is missing before the end. Write a name, a number, a text in quotes or a call.\n  1 +\n     ^\n"),
      ("nobody", "There is nothing called \"nobody\" here.\n  nobody\n  ^\n"),
    ])
  func wrong(expression: String, complaints: String) async throws {
    let outcome = try await BuiltMusegraph.run(["eval", expression])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints == complaints)
  }

  @Test("each line gets its value with its type, or why it has none; others are reported by their number")
  func lines() async throws {
    let input = #"""
      {"id": "a", "expr": "x + 1", "bindings": {"a.x": {"int": "9223372036854775806"}}, "container": "a"}
      {"id": "b", "expr": "[1u, 2.5, b'\\xff', null, {true: 'é'}, int, timestamp(0), duration('1h')]"}
      {"id": "c", "expr": "1.0 / 0.0 > 5 ? double('NaN') : 0.0"}
      {"id": "d", "expr": "1 / 0"}
      {"id": "e", "expr": "1 +"}

      nonsense
      {"id": "f", "expr": "x", "bindings": {"x": {"int": 5}}}
      {"id": "g", "expr": "m[1u]", "bindings": {"m": {"map": [[{"int": "1"}, {"double": "-inf"}]]}}}
      """#
    let outcome = try await BuiltMusegraph.run(["eval", "--jsonl"], input: input)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.split(separator: "\n").map { $0.prefix(6) } == ["Line 7", "Line 8"])
    #expect(
      outcome.output.split(separator: "\n") == [
        #"{"id":"a","value":{"int":"9223372036854775807"}}"#,
        #"{"id":"b","value":{"list":[{"uint":"1"},{"double":"2.5"},{"bytes":"/w=="},{"null":null},"#
          + #"{"map":[[{"bool":true},{"string":"é"}]]},{"type":"int"},{"timestamp":"1970-01-01T00:00:00Z"},{"duration":"3600s"}]}}"#,
        #"{"id":"c","value":{"double":"nan"}}"#,
        #"{"error":"A number cannot be divided by zero.","id":"d"}"#,
        #"{"error":"A value is missing before the end. Write a name, a number, a text in quotes or a call.","id":"e"}"#,
        #"{"id":"g","value":{"double":"-inf"}}"#,
      ])
  }

  @Test(
    "neither an expression nor --jsonl, or both, is wrong usage",
    arguments: [["eval"], ["eval", "1", "--jsonl"], ["eval", "1", "--zone", "Mars"]])
  func usage(arguments: [String]) async throws {
    let outcome = try await BuiltMusegraph.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }
}
