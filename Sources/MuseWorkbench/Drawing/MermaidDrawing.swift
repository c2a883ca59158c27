public import MuseDefinition
import MuseInterpreter

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
  private let showsCorrections: Bool

  /// - Parameter showsCorrections: draws, dotted, where a change leads at a wait: `redo`, `amend`, and the `changed` of a yes that
  ///   is void.
  public init(of graph: ConversationGraph, showsCorrections: Bool = false) {
    self.graph = graph
    self.showsCorrections = showsCorrections
  }

  public var text: String {
    let sections =
      [header, beginning] + graph.nodeOrder.compactMap { graph.nodes[$0] }.map(lines) + [corrections, asides, styles]
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

  /// Where changes lead that no `next` of the waiting node names; those of several slots are one arrow.
  private var corrections: [String] {
    guard showsCorrections else { return [] }
    var slots: [CorrectionArrow: [SlotID]] = [:]
    var order: [CorrectionArrow] = []
    for row in CorrectionTable(of: graph).rows {
      for target in row.courses.compactMap({ hiddenTarget(of: $0) }) {
        let arrow = CorrectionArrow(source: row.wait, target: target)
        if slots[arrow] == nil { order.append(arrow) }
        if slots[arrow]?.contains(row.slot) != true { slots[arrow, default: []].append(row.slot) }
      }
    }
    return order.map { arrow in
      let label = MermaidText.label(["\((slots[arrow] ?? []).map(\.rawValue).joined(separator: ", ")) changes"])
      return "  \(MermaidText.id(arrow.source)) -. \"\(label)\" .-> \(id(arrow.target))"
    }
  }

  private struct CorrectionArrow: Hashable {
    var source: NodeID
    var target: Target
  }

  private func hiddenTarget(of course: Course) -> Target? {
    switch course {
    case .voided(let confirm): graph.nodes[confirm]?.next[.changed]
    case .amended(_, let node), .redone(let node): .node(node)
    case .changed, .done, .stays, .withIntent, .caller, .unheard: nil
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
