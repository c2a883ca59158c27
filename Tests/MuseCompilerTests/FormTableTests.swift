import MuseCompiler
import MuseDefinition
import Testing

/// The tables of the language's keys are whole: what is written from them has something to say about each.
struct FormTableTests {
  /// A table, by what it describes.
  static let tables: [(name: String, keys: [KeyForm])] =
    [
      ("graph", GraphForm.graph), ("shared", GraphForm.shared), ("slot", GraphForm.slot), ("fact", GraphForm.fact),
      ("object", GraphForm.object), ("tool", GraphForm.tool), ("policy", GraphForm.policy), ("check", GraphForm.property),
      ("scenario", ScenarioForm.file),
    ] + VerbForm.all.map { form in (form.verb.rawValue, form.allKeys) }

  @Test("every key of the language says what it is, in one sentence", arguments: tables)
  func summaries(table: (name: String, keys: [KeyForm])) {
    for key in Self.all(table.keys) {
      #expect(Self.isSentence(key.summary), "'\(key.name)' of \(table.name): '\(key.summary)'")
    }
  }

  @Test("every verb says what it does, in one sentence", arguments: VerbForm.all)
  func verbs(form: VerbForm) {
    #expect(Self.isSentence(form.summary), "\(form.verb): '\(form.summary)'")
  }

  @Test("every verb has its form, once")
  func everyVerb() {
    #expect(VerbForm.all.map(\.verb.rawValue).sorted() == Verb.allCases.map(\.rawValue).sorted())
  }

  @Test("no key stands twice in a table", arguments: tables)
  func once(table: (name: String, keys: [KeyForm])) {
    let names = table.keys.map(\.name)
    #expect(names.count == Set(names).count, "\(table.name)")
  }

  private static func isSentence(_ text: String) -> Bool { text.hasSuffix(".") && text.first?.isUppercase == true }

  /// The keys, and those of the maps below them.
  private static func all(_ keys: [KeyForm]) -> [KeyForm] { keys.flatMap { [$0] + below($0.expects) } }

  private static func below(_ expectation: MuseCompiler.Expectation) -> [KeyForm] {
    switch expectation {
    case .record(let keys): all(keys)
    case .list(let inner), .oneOrMore(let inner), .filled(let inner), .map(let inner): below(inner)
    case .either(let choices): choices.flatMap { below($0) }
    case .text, .template, .spoken, .question, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .node, .anything:
      []
    }
  }
}
