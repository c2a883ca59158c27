public import MuseDefinition
import MuseInterpreter
public import MuseRuntime
import Synchronization

/// How often conversations came to the points of graphs.
public struct CoverageCount: Sendable {
  private var hits: [GraphName: [CoveragePoint: Int]] = [:]

  public init() {}

  public mutating func add(_ other: CoverageCount) {
    for (graph, points) in other.hits { hits[graph, default: [:]].merge(points, uniquingKeysWith: +) }
  }

  mutating func add(_ point: CoveragePoint, of graph: GraphName) { hits[graph, default: [:]][point, default: 0] += 1 }

  func hits(_ point: CoveragePoint, of graph: GraphName) -> Int { hits[graph]?[point] ?? 0 }

  /// What one conversation came to, read from its journal.
  ///
  /// Conditions leave no record: the conversation is computed once more to hear how they come out.
  public init(of journal: [JournalEntry], in graph: ConversationGraph) {
    let heard = DecisionLog()
    let interpreter = Interpreter(graph: graph) { heard.add($0) }
    _ = Replay.run(journal, graphs: [graph.fingerprint: interpreter])
    for decision in heard.all { add(.condition(decision.condition, decision.holds), of: decision.graph) }
    var reader = CoverageReader(graph: graph)
    for entry in journal { reader.read(entry.record) }
    add(reader.count)
  }
}

private final class DecisionLog: Sendable {
  private let decisions = Mutex<[Decision]>([])

  var all: [Decision] { decisions.withLock { $0 } }

  func add(_ decision: Decision) { decisions.withLock { $0.append(decision) } }
}
