import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// What a finding says is the half of it: whoever made the slip must know from it what to write.
struct AdviceTests {
  private static let graph = """
    musegraph: 1
    name: shop
    timezone: Europe/London
    slots:
      size: {type: integer, ask: "How large?"}
      start: {type: datetime, ask: "When?", where: "start > now"}
    begin: details
    nodes:
      details:
        ask: [size, start]
        next: {done: sure, exhausted: bye}
      sure:
        confirm: "{size}, {start}?"
        covers: [size, start]
        next: {agreed: thanks, refused: bye, changed: details, exhausted: bye}
      thanks:
        say: "Thanks."
        next: bye
      bye:
        end: finished
        say: "Bye."

    """

  private static func findings(replacing old: String, with new: String) -> [Diagnostic] {
    #expect(graph.contains(old))
    return Compiler.compile(GraphSources(root: SourceFile(path: "graph.yaml", text: graph.replacing(old, with: new)))).diagnostics
  }

  @Test("the graph that the slips are made in has none")
  func sound() { #expect(Self.findings(replacing: "shop", with: "shop") == []) }

  @Test(
    "one slip is one finding, which says what to do",
    arguments: [
      (#"say: "Bye.""#, "claims: a.b", "It is a key of 'say' nodes."),
      ("{type: integer,", "{type: integer, timeout: 3s,", "It is a key of 'call', 'each' and 'handoff' nodes."),
      ("next: bye", "next: {done: bye}", "It goes on in one way only: write 'next: node'."),
      ("musegraph: 1", "musegraph: 2", "Write 1."),
      ("name: shop", "name: shop\nlocales: en", "Write a list."),
      ("next: bye", "\tnext: bye", "Indent with blanks."),
      (#""Thanks.""#, "*Thanks*", "Put the text in quotes."),
    ])
  func advice(old: String, new: String, advice: String) {
    let findings = Self.findings(replacing: old, with: new).filter { $0.severity == .error }
    #expect(findings.count == 1, "\(findings.map(\.message))")
    #expect(findings.first?.advice.contains(advice) == true, "\(findings.first?.advice ?? "")")
  }

  @Test(
    "what was meant is named",
    arguments: [
      ("type: integer", "type: int", "integer"), ("type: integer", "type: string", "text"),
      ("Europe/London", "Europe/Londn", "Europe/London"), (#"confirm: "{size}, {start}?""#, #"confrim: "{size}?""#, "confirm"),
      ("{size}, {start}?", "{'x'.length()}, {size}, {start}?", "size"),
      ("    say: \"Thanks.\"\n", "    say: \"Thanks.\"\n    confrim: \"All right?\"\n", "confirm"),
    ])
  func nearMiss(old: String, new: String, meant: String) {
    let findings = Self.findings(replacing: old, with: new).filter { $0.severity == .error }
    #expect(findings.first?.nearMiss == meant, "\(findings.map(\.message))")
  }

  @Test(
    "a wait has one finding for one slip",
    arguments: [("for: two days", "bad-duration"), ("event: arrivd, where: \"event.at > now\"", "unknown-event")])
  func waits(written: String, id: DiagnosticID) {
    let text = """
      musegraph: 1
      name: shop
      events: {arrived: {at: datetime}}
      begin: pause
      nodes:
        pause:
          wait: {message: true, \(written)}
          next: {message: bye, for: bye, event: bye}
        bye: {end: finished, say: "Bye."}

      """
    let sources = GraphSources(root: SourceFile(path: "graph.yaml", text: text))
    let findings = Compiler.compile(sources).diagnostics.filter { $0.severity == .error && $0.id != "unknown-outcome" }
    #expect(findings.map(\.id) == [id], "\(findings.map(\.message))")
  }

  @Test("a verb that is misspelt beside a 'say' is one finding")
  func misspeltVerb() {
    let findings = Self.findings(replacing: "next: bye\n", with: "clasify: [buy]\n    next: {buy: bye, other: thanks}\n")
    #expect(findings.map(\.id) == ["no-verb"])
  }

  @Test("a key without its value brings nothing in its train")
  func nothing() {
    let findings = Self.findings(replacing: #"ask: "How large?""#, with: "ask: ")
    #expect(findings.map(\.id) == ["missing-value"])
  }

  @Test("where a yes may unset a slot, the finding says so")
  func unsetByYes() {
    let findings = Self.findings(replacing: "changed: details", with: "changed: sure")
    #expect(findings.map(\.id) == ["read-before-set"])
    #expect(findings.first?.advice.hasPrefix("A yes at 'sure' looks at its 'where' again") == true)
  }
}
