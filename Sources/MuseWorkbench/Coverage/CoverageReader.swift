import MuseDefinition
import MuseInterpreter
import MuseRuntime

/// Follows a conversation through its journal, from graph to graph.
struct CoverageReader {
  private(set) var count = CoverageCount()
  private let root: ConversationGraph
  /// The graphs that run, the one that talks last, each with the node of the one before that runs it.
  private var running: [(graph: ConversationGraph, node: NodeID?)]
  private var waiting: NodeID?
  private var known: Set<SlotID> = []

  init(graph: ConversationGraph) {
    root = graph
    running = [(graph, nil)]
  }

  private var talking: ConversationGraph { running.last?.graph ?? root }

  mutating func read(_ record: JournalRecord) {
    switch record {
    case .heard(let message): read(message)
    case .segment(let segment):
      for case .happened(let event) in segment.effects { read(event) }
    case .began: restart()
    case .result, .delivered, .timer, .event, .staff: break
    }
  }

  private mutating func restart() {
    running = [(root, nil)]
    waiting = nil
    known = []
  }

  private mutating func read(_ message: Message) {
    guard let verb = waiting.flatMap({ talking.nodes[$0]?.kind.verb }) else { return }
    for move in message.moves {
      count.add(.move(MoveKind(move.kind, in: talking, known: known), verb), of: talking.name)
    }
  }

  private mutating func read(_ event: Event) {
    switch event {
    case .entered(let node):
      count.add(.node(node), of: talking.name)
      if case .run(let run)? = talking.nodes[node]?.kind, let other = root.graph(run.graph) { running.append((other, node)) }
    case .left(let node, let outcome):
      // The one that was run has ended, or was left with all that it ran itself.
      if let index = running.lastIndex(where: { $0.node == node }), talking.nodes[node] == nil || index == running.count - 1 {
        running.removeSubrange(index...)
      }
      count.add(.outcome(node, outcome), of: talking.name)
    case .waits(let node): waiting = node
    case .changed(let slot, let value): if value == nil { known.remove(slot) } else { known.insert(slot) }
    case .ended:
      if running.count == 1 { restart() }
    case .heard, .refused, .trouble: break
    }
  }
}

extension NodeKind {
  var verb: Verb {
    switch self {
    case .say: .say
    case .ask: .ask
    case .classify: .classify
    case .confirm: .confirm
    case .llm: .llm
    case .call: .call
    case .set: .set
    case .when: .when
    case .run: .run
    case .each: .each
    case .wait: .wait
    case .handoff: .handoff
    case .end: .end
    }
  }
}
