import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Points that no scenario can be seen to come to. They are left out of the count, and told with the reason.
enum OutOfReach {
  /// Nil where it can be come to, or where that cannot be told.
  static func reason(for point: CoveragePoint, in graph: ConversationGraph, of root: ConversationGraph) -> String? {
    switch point {
    case .outcome(let node, .failed): failure(of: node, in: graph, of: root)
    case .condition(let condition, false): isOfEvent(condition) ? "an event that no 'wait' hears leaves no record" : nil
    case .node, .outcome, .condition, .move: nil
    }
  }

  private static func isOfEvent(_ condition: Decision.Condition) -> Bool {
    if case .event = condition { true } else { false }
  }

  /// A `run` whose graph nothing that anybody says, that a tool answers or that happens outside can make fail.
  private static func failure(of node: NodeID, in graph: ConversationGraph, of root: ConversationGraph) -> String? {
    guard case .run(let run)? = graph.nodes[node]?.kind, let other = root.graph(run.graph) else { return nil }
    guard other.takes.isEmpty, run.arguments.allSatisfy({ isName($0.expression.source) }),
      other.nodes.values.allSatisfy(cannotFail)
    else {
      return nil
    }
    return "nothing in '\(other.name)' computes, so nothing in it can go wrong"
  }

  /// A slot or a fact, or nothing: one that is unset is left out.
  private static func isName(_ source: String) -> Bool { source.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }

  /// A graph fails where an expression that an edge or a value needs has no value.
  private static func cannotFail(_ node: Node) -> Bool {
    switch node.kind {
    case .set, .when: false
    case .wait(let wait): wait.duration == nil && wait.until == nil
    case .say, .ask, .classify, .confirm, .llm, .call, .run, .each, .handoff, .end: true
    }
  }
}
