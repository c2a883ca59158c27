import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// Every rule carries its own tests: graphs that it accepts, and graphs in which it finds what is marked.
struct RuleExampleTests {
  @Test("ids of rules are unique and kebab-case")
  func ids() {
    let ids = Rule.all.map(\.id.rawValue)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
  }

  @Test("every rule says why and what to do, in sentences", arguments: Rule.all)
  func sentences(rule: Rule) {
    for sentence in [rule.reason, rule.advice] {
      #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(rule.id): \(sentence)")
    }
  }

  @Test("every rule has examples of both kinds", arguments: Rule.all)
  func haveExamples(rule: Rule) {
    #expect(!rule.accepted.isEmpty && !rule.rejected.isEmpty, "\(rule.id)")
  }

  @Test("an example that is too long to be read is shown in a line")
  func shownExamples() {
    for example in Rule.all.flatMap({ $0.accepted + $0.rejected }) {
      #expect((example.shown ?? example.text).utf8.count < 5_000, "\(example.text.prefix(100))")
    }
  }

  @Test("what a rule accepts is found no fault with", arguments: Rule.all)
  func accepted(rule: Rule) {
    for example in rule.accepted {
      let marked = MarkedGraph(example)
      #expect(marked.places == [], "an accepted example marks nothing")
      #expect(marked.findings() == [], "\(rule.id) accepts:\n\(example.text)")
    }
  }

  @Test("what a rule rejects is found at exactly the marked places", arguments: Rule.all)
  func rejected(rule: Rule) {
    for example in rule.rejected {
      let marked = MarkedGraph(example)
      #expect(!marked.places.isEmpty)
      let expected = marked.places.map { "\($0) \(rule.id)" }.sorted()
      #expect(marked.findings().sorted() == expected, "\(rule.id) rejects:\n\(example.text)\n\(marked.report())")
    }
  }
}

/// In the names of tests: an example may be a megabyte.
extension Rule: CustomTestStringConvertible {
  package var testDescription: String { "\(id)" }
}

/// An example of a rule with what the compiler finds in it.
struct MarkedGraph {
  let sources: GraphSources
  let places: [String]
  /// A fragment declares without using.
  let isFragment: Bool

  init(_ example: Rule.Example) {
    let marked = ExampleFiles(example)
    (sources, places, isFragment) = (marked.sources, marked.places, marked.isFragment)
  }

  func findings() -> [String] {
    Compiler.compile(sources).diagnostics.filter { !isFragment || $0.id != "unused" }.map {
      "\($0.location.file):\($0.location.range.start.line):\($0.location.range.start.column) \($0.id)"
    }
  }

  func report() -> String { DiagnosticRenderer(files: sources.files).text(Compiler.compile(sources).diagnostics) }
}
