import MuseDefinition
import MuseExpression

/// One arrow of a drawing: all outcomes of a node that lead to one place in the same manner.
struct DrawnEdge: Hashable {
  var target: Target
  /// Empty for the plain way on.
  var label: String
  var isDotted: Bool
  /// Among edges to the same target.
  var order: Int

  static func all(of node: Node) -> [DrawnEdge] {
    if case .when(let when) = node.kind { return cases(of: when) }
    let groups = Dictionary(grouping: node.next) { Destination(target: $0.value, isDotted: node.inherited.contains($0.key)) }
    let edges = groups.map { destination, entries in
      let outcomes = entries.map(\.key).filter { $0 != .next }.sorted().map(\.rawValue)
      return DrawnEdge(
        target: destination.target, label: outcomes.joined(separator: ", "), isDotted: destination.isDotted,
        order: destination.isDotted ? 1 : 0)
    }
    return edges + silences(of: node) + without(of: node)
  }

  /// Where a node's own silence leads.
  private static func silences(of node: Node) -> [DrawnEdge] {
    (node.silence ?? []).compactMap { step in
      step.target.map { DrawnEdge(target: .node($0), label: "silence", isDotted: false, order: 2) }
    }
  }

  /// Where an `llm` leads with no language model.
  private static func without(of node: Node) -> [DrawnEdge] {
    guard case .llm(let llm) = node.kind, let target = llm.without else { return [] }
    return [DrawnEdge(target: .node(target), label: "without", isDotted: false, order: 2)]
  }

  /// The cases of a `when` are tried in order: they are numbered, but for the last resort.
  private static func cases(of when: WhenNode) -> [DrawnEdge] {
    let cases = when.cases.enumerated().map { index, item in
      DrawnEdge(target: item.target, label: "\(index + 1): \(item.condition.source)", isDotted: false, order: index)
    }
    let rest = when.otherwise.map { DrawnEdge(target: $0, label: "else", isDotted: false, order: cases.count) }
    return cases + [rest].compactMap { $0 }
  }

  private struct Destination: Hashable {
    var target: Target
    var isDotted: Bool
  }
}
