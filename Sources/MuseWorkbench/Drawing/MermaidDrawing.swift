public import MuseDefinition

/// Draws a graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html): the same graph gives the same text.
///
/// A node's shape tells its verb, an edge's label the outcome. Dotted are the edges that no node spells out: those of the graph's
/// `otherwise`, digressions, cancel and silence. Tools that write have a thick border.
///
/// ```swift
/// print(MermaidDrawing(of: graph).text)
/// ```
public struct MermaidDrawing: Sendable {
  private let graph: ConversationGraph

  public init(of graph: ConversationGraph) { self.graph = graph }

  public var text: String {
    let sections = [header, beginning] + graph.nodeOrder.compactMap { graph.nodes[$0] }.map(lines) + [asides, styles]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var header: [String] { ["%% \(graph.name): \(MermaidText.comment(graph.title))", "flowchart TD"] }

  /// Pseudo-nodes begin with a capital: no id of an author does.
  private var beginning: [String] { ["  Begin((\" \")) --> \(MermaidText.id(graph.begin))"] }

  private func lines(of node: Node) -> [String] {
    let shape = MermaidShape(of: node.kind)
    let label = MermaidText.label([node.id.rawValue] + NodeSummary(of: node, in: graph).lines)
    return ["  \(MermaidText.id(node.id))\(shape.opening)\"\(label)\"\(shape.closing)"] + edges(of: node)
  }

  private func edges(of node: Node) -> [String] {
    let edges = DrawnEdge.all(of: node).sorted { (rank($0.target), $0.order) < (rank($1.target), $1.order) }
    return edges.map { edge in
      let arrow: String
      switch (edge.label.isEmpty, edge.isDotted) {
      case (true, false): arrow = "-->"
      case (true, true): arrow = "-.->"
      case (false, false): arrow = "-- \"\(MermaidText.label([edge.label]))\" -->"
      case (false, true): arrow = "-. \"\(MermaidText.label([edge.label]))\" .->"
      }
      return "  \(MermaidText.id(node.id)) \(arrow) \(id(edge.target))"
    }
  }

  private func id(_ target: Target) -> String {
    switch target {
    case .node(let id): MermaidText.id(id)
    case .back: "Back"
    }
  }

  private func rank(_ target: Target) -> Int {
    switch target {
    case .node(let id): graph.nodeOrder.firstIndex(of: id) ?? graph.nodeOrder.count
    case .back: graph.nodeOrder.count
    }
  }

  /// What may happen at any wait.
  private var asides: [String] {
    var lines: [String] = []
    for (intent, node) in graph.policy.digress.sorted(by: { $0.key < $1.key }) {
      lines.append("  Anywhere -. \"\(MermaidText.label([intent.rawValue]))\" .-> \(MermaidText.id(node))")
    }
    if let cancel = graph.policy.cancel { lines.append("  Anywhere -. \"cancel\" .-> \(MermaidText.id(cancel))") }
    for node in Set(graph.policy.silence.compactMap(\.target)).sorted() {
      lines.append("  Anywhere -. \"silence\" .-> \(MermaidText.id(node))")
    }
    if !lines.isEmpty { lines.insert("  Anywhere([\"at any wait\"])", at: 0) }
    let leavesDigression = graph.nodes.values.contains { DrawnEdge.all(of: $0).contains { $0.target == .back } }
    if leavesDigression { lines.append("  Back([\"back to what was open\"])") }
    return lines
  }

  private var styles: [String] {
    let writes = graph.nodeOrder.filter { graph.nodes[$0]?.kind.isWrite == true }
    guard !writes.isEmpty else { return [] }
    return ["  classDef writes stroke-width:3px", "  class \(writes.map(MermaidText.id).joined(separator: ",")) writes"]
  }
}
