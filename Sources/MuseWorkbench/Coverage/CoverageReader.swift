import MuseDefinition
import MuseInterpreter
import MuseRuntime

/// Follows a conversation through its journal.
struct CoverageReader {
  private(set) var count = CoverageCount()
  private let root: ConversationGraph
  private var waiting: (graph: ConversationGraph, node: NodeID)?
  /// As the journal calls them: those of a graph that is run begin with its name.
  private var known: Set<SlotID> = []

  init(graph: ConversationGraph) { root = graph }

  mutating func read(_ record: JournalRecord) {
    switch record {
    case .heard(let message): read(message)
    case .segment(let segment):
      for case .happened(let event) in segment.effects { read(event) }
    case .began: restart()
    case .timer: countSilence()
    case .event: hear(.event)
    case .result, .delivered, .staff: break
    }
  }

  private mutating func restart() {
    waiting = nil
    known = []
  }

  /// The timers of a `wait` and of a `handoff` are their outcomes, and no silence.
  private mutating func countSilence() {
    guard let (graph, id) = waiting, let verb = graph.nodes[id]?.kind.verb, verb != .wait, verb != .handoff else { return }
    count.add(.move(.silence, verb), of: graph.name)
  }

  private mutating func hear(_ heard: MoveTable.Heard) {
    guard let (graph, id) = waiting, let verb = graph.nodes[id]?.kind.verb else { return }
    count.add(.move(heard, verb), of: graph.name)
  }

  private mutating func read(_ message: Message) {
    guard let graph = waiting?.graph else { return }
    // In the words of a graph that runs this one only changes and intents are heard; most are run by the one that was begun.
    let isCallers = message.caller != nil
    let prefix = graph.name == root.name ? "" : "\(graph.name)/"
    for move in message.moves {
      let isKnown = move.kind.slot.map { known.contains(SlotID(rawValue: prefix + $0.rawValue)) } ?? false
      hear(MoveTable.Heard(move.kind, in: isCallers ? root : graph, isKnown: isCallers || isKnown))
    }
  }

  private mutating func read(_ event: Event) {
    switch event {
    case .entered(let node):
      let (graph, node) = resolve(node)
      count.add(.node(node), of: graph.name)
    case .left(let node, let outcome):
      let (graph, node) = resolve(node)
      count.add(.outcome(node, outcome), of: graph.name)
    case .waits(let node): waiting = resolve(node)
    case .changed(let slot, let value): if value == nil { known.remove(slot) } else { known.insert(slot) }
    case .ended(let name): if !name.contains("/") { restart() }
    case .heard, .refused, .trouble: break
    }
  }

  /// `graph/node` is a node of a graph that is run.
  private func resolve(_ node: NodeID) -> (graph: ConversationGraph, node: NodeID) {
    let parts = node.rawValue.split(separator: "/").map(String.init)
    guard let name = parts.dropLast().last, let last = parts.last, let graph = root.graph(GraphName(rawValue: name)) else {
      return (root, node)
    }
    return (graph, NodeID(rawValue: last))
  }
}

extension Move.Kind {
  fileprivate var slot: SlotID? {
    switch self {
    case .tell(let slot, _, _), .reopen(let slot): slot
    case .agree, .refuse, .choose, .none, .intent, .cancel, .skip, .repeat, .help, .startOver, .nonsense: nil
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
