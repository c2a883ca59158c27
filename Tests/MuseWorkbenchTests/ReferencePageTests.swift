import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseSource
import MuseWorkbench
import Testing

@Suite("The reference")
struct ReferencePageTests {
  @Test("every verb has an example, cut out of a graph without errors")
  func verbExamples() throws {
    for verb in Verb.allCases { #expect(VerbExample.text(of: verb).contains("\(verb.rawValue):"), "\(verb)") }
    let sources = GraphSources(
      root: SourceFile(path: "verbs.graph.yaml", text: VerbExample.graph),
      imported: [SourceFile(path: "rating.graph.yaml", text: VerbExample.imported)])
    let findings = Compiler.compile(sources).diagnostics.filter { $0.severity > .note && $0.id != "unused" }
    #expect(findings == [], "\(DiagnosticRenderer(files: sources.files).text(findings))")
  }

  @Test("the outcomes that nodes really have are those of the table")
  func outcomes() throws {
    let graph = try #require(Compiler.compile(GraphSources(root: SourceFile(path: "a.yaml", text: Sample.text))).graph)
    for node in graph.nodes.values {
      let forms = try #require(Verb(rawValue: node.kind.verb)).outcomes
      let isOpen = forms.contains { if case .named = $0.name { true } else { false } }
      let words = Set(forms.compactMap { if case .word(let word) = $0.name { word } else { nil } })
      let others = node.next.keys.map(\.rawValue).filter { !words.contains($0) }
      #expect(isOpen || others.isEmpty, "\(node.id): \(others)")
    }
  }

  @Test("every move has its entry")
  func moves() {
    let names = MoveForm.all.map(\.name)
    #expect(Set(names).count == names.count)
    let kinds: [Move.Kind] = [
      .tell("a", .value(.bool(true)), .plain), .tell("a", .value(.bool(true)), .add), .tell("a", .value(.bool(true)), .remove),
      .tell("a", .value(.bool(true)), .replace), .reopen("a"), .agree, .refuse, .choose(1), .none, .intent("b"), .cancel, .skip,
      .repeat, .help, .startOver, .nonsense,
    ]
    for kind in kinds { #expect(names.contains(MoveForm.name(of: kind)), "\(kind)") }
  }

  @Test("an explanation shows the place of a mistake and what is said of it")
  func explanation() throws {
    let explanation = try #require(Explanation.findings.first { $0.id == "unknown-node" })
    #expect(explanation.wrong.first == "policy: {cancel: b}\n                 ^ There is no node 'b'.")
    #expect(explanation.right == ["policy: {cancel: a}"])
  }

  @Test("every place that a rule marks has something said of it")
  func remarks() {
    for explanation in Explanation.findings {
      for example in explanation.wrong {
        let silent = example.split(separator: "\n").filter { $0.allSatisfy { $0 == " " || $0 == "^" } }
        #expect(silent == [], "\(explanation.id):\n\(example)")
      }
    }
  }
}

extension NodeKind {
  /// The case is named by its verb.
  fileprivate var verb: String { Mirror(reflecting: self).children.first?.label ?? "" }
}
