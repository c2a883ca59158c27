import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseSource
import Testing

/// Random graphs that the compiler accepts, with random inputs of every kind. A failure prints the seed that makes it again:
/// `PROPERTY_SEED=… swift test --filter PropertyTests`.
@Suite("Random graphs")
struct RandomGraphTests {
  static let graphs = 120
  static let turns = 40

  @Test("never trap, never exceed a limit, always wait or end, never write without a yes, and replay to the same bytes")
  func keepTheRules() throws {
    let seed = Seed.chosen
    var accepted = 0
    var refusals: [String: Int] = [:]
    for round in 0..<UInt64(Self.graphs) {
      let compilation = Self.compilation(seed: seed &+ round)
      guard let graph = compilation.graph else {
        for finding in compilation.diagnostics where finding.severity == .error {
          refusals["\(finding.id): \(finding.message)", default: 0] += 1
        }
        continue
      }
      accepted += 1
      guard try Self.keepsTheRules(graph, seed: seed &+ round) else { return }
    }
    let reasons = refusals.sorted { $0.value > $1.value }.prefix(12).map { "\($0.value) × \($0.key)" }
    #expect(
      accepted > Self.graphs / 4,
      "PROPERTY_SEED=\(seed): only \(accepted) of \(Self.graphs) graphs were accepted\n\(reasons.joined(separator: "\n"))")
  }

  /// Where somebody once wrote that a yes was dead when the first of several items had its own, and that times read the same in
  /// every zone.
  @Test("what once failed goes well", arguments: [550_342_059, 475_955_418] as [UInt64])
  func onceFailed(seed: UInt64) throws {
    let graph = try #require(Self.compilation(seed: seed).graph)
    #expect(try Self.keepsTheRules(graph, seed: seed))
  }

  /// Many turns in one graph, and all of them once more.
  private static func keepsTheRules(_ graph: ConversationGraph, seed: UInt64) throws -> Bool {
    var thread = RandomThread(graph: graph, seed: seed, now: try #require(Instant(rfc3339: "2026-11-23T09:00:00Z")))
    do {
      for _ in 0..<turns { try thread.turn() }
      try thread.replay()
      return true
    } catch {
      Issue.record("PROPERTY_SEED=\(seed): \(error)\n\(thread.newestSteps)\n\(GraphWriter.graph(seed: seed))")
      return false
    }
  }

  static func compilation(seed: UInt64) -> Compilation {
    let sources = GraphSources.gather(root: SourceFile(path: "random.graph.yaml", text: GraphWriter.graph(seed: seed))) { path in
      SourceFile(path: path, text: path.hasSuffix("tools.yaml") ? GraphWriter.tools : GraphWriter.sub)
    }
    return Compiler.compile(sources)
  }
}
