import MuseExpression
import Testing

@Suite("The catalogue of functions")
struct FunctionCatalogueTests {
  static let examples = FunctionCatalogue.all.flatMap(\.examples) + SpecialForm.all.map(\.example)

  @Test("gives what its examples say", arguments: examples)
  func example(_ example: FunctionExample) throws {
    let environment = TypeEnvironment(variables: ["place": .optional(.string)])
    let expression = try CheckedExpression.check(example.expression, expecting: nil, in: environment).get()
    let value = try expression.evaluate(in: .at("2026-11-20T09:00:00Z"))
    #expect(value.description == example.result)
  }

  @Test("has each name once, with a sentence and an example")
  func complete() {
    let names = FunctionCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(FunctionCatalogue.all.filter { $0.examples.isEmpty || $0.signatures.isEmpty }.map(\.name) == [])
    #expect(FunctionCatalogue.all.filter { !$0.doc.hasSuffix(".") }.map(\.name) == [])
    #expect(SpecialForm.all.filter { !$0.doc.hasSuffix(".") }.map(\.name) == [])
  }

  @Test("says how a function is called")
  func signatures() throws {
    let contains = try #require(FunctionCatalogue.all.first { $0.name == "contains" })
    #expect(contains.signatures == ["text.contains(text) -> boolean"])
    let remainder = try #require(FunctionCatalogue.all.first { $0.name == "_%_" })
    #expect(remainder.signatures == ["integer % integer -> integer", "unsigned integer % unsigned integer -> unsigned integer"])
  }
}

extension EvaluationContext {
  /// A conversation in London.
  static func at(
    _ now: String, _ variables: [String: Value] = [:], locale: LocaleID = "en", objects: [String: ObjectType] = ObjectType.builtIn
  ) -> EvaluationContext {
    let now = Instant(rfc3339: now) ?? Instant(seconds: 0)
    let zone = Zone(named: "Europe/London") ?? .utc
    var variables = variables
    variables["now"] = .timestamp(now)
    variables["today"] = .date(zone.civil(now).date)
    let fixed = variables
    return EvaluationContext(now: now, zone: zone, locale: locale, objects: objects) { fixed[$0] }
  }
}
