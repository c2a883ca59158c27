public import MuseDefinition

/// The tools that are bound, by id.
public struct ToolBox: Sendable {
  private let tools: [ToolID: any Tool]

  /// Of two tools with one id the later one counts.
  public init(_ tools: [any Tool] = []) {
    self.tools = Dictionary(tools.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  public subscript(id: ToolID) -> (any Tool)? { tools[id] }

  /// The tools that the graph declares, or one that it runs, and nobody has bound, sorted: `serve` refuses to start with any.
  public func missing(for graph: ConversationGraph) -> [ToolID] {
    let declared = Set(graph.withOthers.flatMap(\.tools.keys))
    return declared.filter { tools[$0] == nil }.sorted()
  }
}
