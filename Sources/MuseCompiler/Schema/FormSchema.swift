import MuseDefinition
package import MuseSource

/// Writes a JSON Schema (draft 2020-12) from a table of the language's keys.
///
/// It says what the form checker says: which keys there are, which must be there, and what kind of value each has. It reads values
/// as an editor does, typed by YAML 1.2: a text may look like a number or a boolean there, and nothing (`null`) is never a value.
/// What names refer to, and what an expression says, is beyond it.
package struct FormSchema {
  /// The whole schema of a file.
  ///
  /// - Parameters:
  ///   - form: the keys of the file.
  ///   - id: the name of the schema's file.
  ///   - title: what the file is, in a few words.
  package static func document(of form: [KeyForm], id: String, title: String) -> JSON {
    var schema = FormSchema()
    let root = schema.record(form)
    var members: [JSON.Member] = [
      .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      .init("$id", .text(id)),
      .init("title", .text(title)),
      .init("$comment", .text("Written by 'musegraph schema'. Do not edit.")),
    ]
    if case .object(let more) = root { members += more }
    members.append(.init("$defs", .object(schema.definitions)))
    return .object(members)
  }

  /// In the order of their first use.
  private var definitions: [JSON.Member] = []

  // MARK: By what is expected

  private mutating func schema(_ expectation: Expectation, isFilled: Bool = false) -> JSON {
    switch expectation {
    case .text: define("text") { _ in Self.scalar }
    case .template: define("template") { _ in Self.scalar }
    case .expression: define("expression") { _ in Self.scalar }
    case .word: define("word") { _ in Self.scalar }
    case .type: define("type") { _ in Self.kind("string") }
    case .written: define("written") { _ in Self.scalar }
    case .spoken: define("spoken") { $0.spoken(allowsVariants: true) }
    case .question: define("question") { $0.spoken(allowsVariants: false) }
    case .boolean: Self.kind("boolean")
    case .integer(let range): Self.integer(range)
    case .oneOf(let words): .object([.init("enum", .list(words.map { .text($0) }))])
    case .list(let item): list(of: schema(item), isFilled: isFilled)
    case .oneOrMore(let item): anyOf([schema(item), list(of: schema(item), isFilled: isFilled)])
    case .filled(let inner): schema(inner, isFilled: true)
    case .map(let value): map(to: value, isFilled: isFilled)
    case .record(let keys): record(keys)
    case .either(let choices): anyOf(choices.map { schema($0, isFilled: isFilled) })
    case .node: node()
    case .anything: .boolean(true)
    }
  }

  private static let scalar = JSON.object([.init("type", .list([.text("string"), .text("number"), .text("boolean")]))])

  private static func kind(_ name: String) -> JSON { .object([.init("type", .text(name))]) }

  private static func integer(_ range: ClosedRange<Int>) -> JSON {
    let maximum: [JSON.Member] = range.upperBound == .max ? [] : [.init("maximum", .integer(range.upperBound))]
    return .object([.init("type", .text("integer")), .init("minimum", .integer(range.lowerBound))] + maximum)
  }

  private func anyOf(_ choices: [JSON]) -> JSON { .object([.init("anyOf", .list(choices))]) }

  private func list(of item: JSON, isFilled: Bool) -> JSON {
    let least: [JSON.Member] = isFilled ? [.init("minItems", .integer(1))] : []
    return .object([.init("type", .text("array")), .init("items", item)] + least)
  }

  private mutating func map(to value: Expectation, isFilled: Bool) -> JSON {
    var isFilled = isFilled
    if case .node = value { isFilled = true }
    return map(to: schema(value), isFilled: isFilled)
  }

  private func map(to value: JSON, isFilled: Bool) -> JSON {
    let least: [JSON.Member] = isFilled ? [.init("minProperties", .integer(1))] : []
    return .object([.init("type", .text("object")), .init("additionalProperties", value)] + least)
  }

  private mutating func spoken(allowsVariants: Bool) -> JSON {
    let text = schema(.template)
    guard allowsVariants else { return anyOf([text, map(to: text, isFilled: false)]) }
    let byLocale = anyOf([text, list(of: text, isFilled: false)])
    return anyOf([text, list(of: text, isFilled: true), map(to: byLocale, isFilled: false)])
  }

  private mutating func record(_ keys: [KeyForm]) -> JSON {
    let properties = keys.map { JSON.Member($0.name, described(schema($0.expects), by: $0.summary)) }
    let required = keys.filter { $0.standing == .required }.map { JSON.text($0.name) }
    var members: [JSON.Member] = [.init("type", .text("object"))]
    if !required.isEmpty { members.append(.init("required", .list(required))) }
    members.append(.init("properties", .object(properties)))
    members.append(.init("additionalProperties", .boolean(false)))
    return .object(members)
  }

  private func described(_ schema: JSON, by summary: String) -> JSON {
    switch schema {
    case .object(let members): .object([.init("description", .text(summary))] + members)
    case .null, .boolean, .integer, .text, .list: .object([.init("description", .text(summary))])
    }
  }

  // MARK: Definitions

  /// A reference to a definition, which is made where it is the first one.
  private mutating func define(_ name: String, _ make: (inout FormSchema) -> JSON) -> JSON {
    if !definitions.contains(where: { $0.name == name }) {
      let definition = make(&self)
      definitions.append(.init(name, definition))
    }
    return Self.reference(name)
  }

  private static func reference(_ name: String) -> JSON { .object([.init("$ref", .text("#/$defs/\(name)"))]) }

  private mutating func node() -> JSON {
    guard !definitions.contains(where: { $0.name == "node" }) else { return Self.reference("node") }
    // Named before its parts are made: they stand behind it.
    definitions.append(.init("node", .null))
    let place = definitions.count - 1
    let forms = VerbForm.all.map { form in (form, described(record(form.allKeys), by: form.summary)) }
    for (form, schema) in forms { definitions.append(.init(Self.name(of: form), schema)) }
    definitions[place].value = .object([
      .init("type", .text("object")),
      .init("allOf", .list(forms.map { Self.choice($0.0) })),
    ])
    return Self.reference("node")
  }

  private static func name(of form: VerbForm) -> String { "\(form.verb.rawValue)-node" }

  /// "If this is its verb, it has these keys." A word that is a plain key beside another verb is the verb only without that one.
  /// The first form is for what has no verb at all, too: it then lacks its own.
  private static func choice(_ form: VerbForm) -> JSON {
    let masters = VerbForm.all.filter { $0.verb.keysOnIt.contains(form.verb) }
    let has = { (form: VerbForm) in JSON.object([.init("required", .list([.text(form.verb.rawValue)]))]) }
    let absent = JSON.Member("not", .object([.init("anyOf", .list(masters.map(has)))]))
    let isFirst = form.verb == .say
    var condition: [JSON.Member] = isFirst ? [] : [.init("required", .list([.text(form.verb.rawValue)]))]
    if !masters.isEmpty { condition.append(absent) }
    return .object([.init("if", .object(condition)), .init("then", reference(name(of: form)))])
  }
}
