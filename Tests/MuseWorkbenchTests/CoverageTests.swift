import MuseCompiler
import MuseDefinition
import MuseSource
import MuseWorkbench
import Testing

@Suite("Coverage")
struct CoverageTests {
  private func report(_ talks: String...) async throws -> CoverageReport {
    let sample = try Sample()
    var count = CoverageCount()
    for talk in talks {
      let result = await sample.runner().run(try sample.scenario("talk:\n" + talk))
      count.add(CoverageCount(of: result.journal, in: sample.graph))
    }
    return try #require(CoverageReport.reports(of: sample.graph, from: sample.sources, count: count).first)
  }

  @Test("nothing was said: nothing is covered")
  func nothing() async throws {
    let report = try await report()
    #expect(CoveragePoint.Kind.allCases.map { report.covered($0) } == [0, 0, 0, 0])
    #expect(CoveragePoint.Kind.allCases.map { report.items(of: $0).count } == [9, 12, 2, 19])
    // Of a node that is never entered nothing more is said.
    #expect(report.missing.map(\.point.name) == ["look", "size", "details", "sure", "add", "added", "full", "about", "bye"])
  }

  @Test("counts nodes, outcomes, cases and moves, each with its place")
  func counts() async throws {
    let report = try await report("  - {user: \"hi\"}\n  - {user: \"milk\"}\n  - {user: \"cancel\"}\n")
    let hits = report.items.filter { $0.hits > 0 }
    #expect(
      hits.map { "\($0.location.range.start.line) \($0.point.name) \($0.hits)" } == [
        "30 look 1", "33 look.counted 1", "34 size 1", "37 size else 1", "38 details 1", "58 bye 1", "1 fill at ask 1",
        "1 cancel at ask 1",
      ])
    #expect(report.missing.first.map { "\($0.location.range.start.line) \($0.point.name)" } == "30 look.failed")
  }

  @Test("what several conversations came to is added")
  func adds() async throws {
    let report = try await report("  - {user: \"hi\"}\n", "  - {user: \"hi\", tools: {notes.count: {counted: {total: 100}}}}\n")
    #expect(report.items(of: .condition).map { "\($0.point.name) \($0.hits)" } == ["size case 1 1", "size else 1"])
    #expect(report.percent(.condition) == 100)
    #expect(report.leastPercent == 8)
  }

  @Test("an lcov trace has a record with functions, branches and lines")
  func trace() async throws {
    let text = CoverageTrace.text(of: [try await report("  - {user: \"hi\"}\n")])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["TN:", "SF:notes.graph.yaml"])
    #expect(lines.last == "end_of_record")
    for line in ["FN:30,look", "FNDA:1,look", "FNF:9", "FNH:3", "BRDA:36,0,0,-", "BRDA:37,0,0,1", "DA:30,1", "DA:41,0"] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test("what no scenario can come to is left out, with the reason")
  func leftOut() throws {
    let graph = """
      musegraph: 1
      name: shop
      import: [pay.graph.yaml]
      begin: pay
      nodes:
        pay: {run: pay, next: {paid: over, failed: over, cancelled: over}}
        over: {end: over}
      """
    let pay = """
      musegraph: 1
      name: pay
      slots: {count: {type: integer, ask: "How many?"}}
      facts: {sum: integer}
      begin: what
      nodes:
        what: {ask: count, next: {done: sum}}
        sum: {end: paid}
      otherwise: {exhausted: sum}
      """
    func left(_ pay: String) throws -> [String] {
      let sources = GraphSources.gather(root: SourceFile(path: "shop.graph.yaml", text: graph)) {
        SourceFile(path: $0, text: pay)
      }
      let compiled = try #require(Compiler.compile(sources).graph)
      let reports = CoverageReport.reports(of: compiled, from: sources, count: CoverageCount())
      return reports.flatMap(\.leftOut).map { "\($0.item.location.range.start.line) \($0.item.point.name): \($0.reason)" }
    }
    #expect(try left(pay) == ["6 pay.failed: nothing in 'pay' computes, so nothing in it can go wrong"])
    let computing = pay.replacing("done: sum", with: "done: add").replacing(
      "  sum: {end: paid}", with: "  add: {set: {sum: \"count + 1\"}, next: sum}\n  sum: {end: paid}")
    #expect(try left(computing) == [])
  }

  @Test("JSON has the totals and every item")
  func json() async throws {
    let text = try CoverageJSON.text(of: [try await report("  - {user: \"hi\"}\n")])
    #expect(text.contains("\"graph\" : \"notes\""))
    #expect(text.contains("\"name\" : \"details.done\""))
    #expect(text.contains("\"total\" : 9"))
  }
}
