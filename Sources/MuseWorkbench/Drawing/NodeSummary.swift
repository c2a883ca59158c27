import MuseDefinition
import MuseExpression

/// What a drawing writes into a node, below its id.
struct NodeSummary {
  /// What the node does, then what it says.
  let lines: [String]

  init(of node: Node, in graph: ConversationGraph) {
    let spoken = Self.spoken(by: node).flatMap { Self.first(of: $0, in: graph) }
    lines = [Self.deed(of: node.kind), spoken].compactMap { $0 }
  }

  private static func deed(of kind: NodeKind) -> String? {
    switch kind {
    case .say, .classify, .when: nil
    case .ask(let ask): "asks " + ask.slots.map(\.rawValue).joined(separator: ", ")
    case .confirm(let confirm): confirm.covers.isEmpty ? nil : "covers " + confirm.covers.map(\.rawValue).joined(separator: ", ")
    case .call(let call): call.tool.rawValue
    case .set(let set): set.assignments.map { "\($0.target) = \($0.expression.source)" }.joined(separator: "; ")
    case .llm(let llm): "asks the language model " + llm.role
    case .run(let run): "runs " + run.graph.rawValue
    case .each(let each): "each of " + each.list.source
    case .wait(let wait): deed(of: wait)
    case .handoff(let handoff): "to " + handoff.queue
    case .end(let end): "ends: " + end.name
    }
  }

  private static func deed(of wait: WaitNode) -> String {
    let ways = [wait.duration.map { "for " + $0.source }, wait.until.map { "until " + $0.source }]
    let events = wait.events.map { "for the event " + $0.name.rawValue }
    return (["waits"] + ways.compactMap { $0 } + events + (wait.hearsMessages ? ["for a message"] : [])).joined(separator: " ")
  }

  private static func spoken(by node: Node) -> SpokenText? {
    if case .confirm(let confirm) = node.kind { return confirm.text ?? node.say }
    return node.say
  }

  /// The first variant of the first locale.
  private static func first(of text: SpokenText, in graph: ConversationGraph) -> String? {
    graph.locales.lazy.compactMap { text.variants[$0]?.first?.source }.first
  }
}
