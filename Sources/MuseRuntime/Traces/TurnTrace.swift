import MuseDefinition
import MuseInterpreter
import Synchronization
import Tracing

/// The spans of one turn: its own, and those of the nodes that it goes through.
///
/// Names of attributes are those of OpenTelemetry where it has some, and begin with `musegraph.` where it has none.
final class TurnTrace: Sendable {
  let turn: OpenSpan
  private let nodes = Mutex<[NodeID: OpenSpan]>([:])

  /// - Parameter fields: what the message brought along.
  init(of thread: ThreadID, by tracer: any Tracer, _ fields: TraceFields?, cause: String) {
    turn = OpenSpan(
      "turn", in: fields?.context(by: tracer) ?? .topLevel, by: tracer, kind: .server,
      ["musegraph.thread": .string(thread.rawValue), "musegraph.cause": .string(cause)])
  }

  /// What happened in one step of the interpreter: nodes begin and end.
  func note(_ effects: [Effect], in graph: ConversationGraph) {
    for effect in effects {
      guard case .happened(let event) = effect else { continue }
      switch event {
      case .entered(let node): enter(node, graph)
      case .left(let node, let outcome): leave(node, ["musegraph.node.outcome": .string(outcome.rawValue)])
      case .waits(let node): leave(node, ["musegraph.node.waits": .bool(true)])
      case .trouble(let node, _): take(node)?.end(failed: "trouble")
      case .changed, .heard, .refused, .ended: break
      }
    }
  }

  /// Where the work of a node hangs.
  ///
  /// - Parameter graph: that of the node, where it is another than the thread's own.
  func span(of node: NodeID, in graph: GraphName?) -> OpenSpan {
    nodes.withLock { nodes in
      graph.flatMap { nodes[NodeID(rawValue: "\($0)/\(node)")] } ?? nodes[node]
    } ?? turn
  }

  /// - Parameter failure: nil: it has not failed.
  func end(_ attributes: SpanAttributes, failure: TurnFailure?) {
    for node in nodes.withLock({ nodes in nodes.values.map(\.self) }) { node.end() }
    nodes.withLock { $0 = [:] }
    turn.note(attributes)
    if let failure { turn.end(failed: failure.code) } else { turn.end() }
  }

  private func enter(_ node: NodeID, _ graph: ConversationGraph) {
    let span = turn.child(
      "node \(node)", ["musegraph.node": .string(node.rawValue), "musegraph.node.kind": .string(graph.verb(of: node))])
    // A node that is entered again before it was left: its first span ends.
    nodes.withLock { nodes in nodes.updateValue(span, forKey: node) }?.end()
  }

  private func leave(_ node: NodeID, _ attributes: SpanAttributes) {
    guard let span = take(node) else { return }
    span.note(attributes)
    span.end()
  }

  private func take(_ node: NodeID) -> OpenSpan? { nodes.withLock { $0.removeValue(forKey: node) } }
}

extension ConversationGraph {
  /// Of a node as events name it: `sub/word` is `word` of a graph that this one runs.
  fileprivate func verb(of name: NodeID) -> String {
    guard let slash = name.rawValue.firstIndex(of: "/") else { return nodes[name]?.kind.verb ?? "" }
    let local = NodeID(rawValue: String(name.rawValue[name.rawValue.index(after: slash)...]))
    return graph(GraphName(rawValue: String(name.rawValue[..<slash])))?.nodes[local]?.kind.verb ?? ""
  }
}

extension NodeKind {
  /// The word that it has in a graph.
  fileprivate var verb: String {
    switch self {
    case .say: "say"
    case .ask: "ask"
    case .classify: "classify"
    case .confirm: "confirm"
    case .llm: "llm"
    case .call: "call"
    case .set: "set"
    case .when: "when"
    case .run: "run"
    case .each: "each"
    case .wait: "wait"
    case .handoff: "handoff"
    case .end: "end"
    }
  }
}
