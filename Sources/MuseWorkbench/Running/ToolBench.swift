public import MuseDefinition
public import MuseRuntime

/// The tools of a rehearsal.
public enum ToolBench {
  /// For each tool of the graph, and of those that it runs: its examples where it has any, else the one that was given.
  ///
  /// An author who writes an example for a tool that is built in means the example.
  public static func tools(for graph: ConversationGraph, running given: [any Tool]) -> [any Tool] {
    let examples = graphs(of: graph).flatMap { graph in graph.tools.keys.compactMap { ExampleTool($0, of: graph) } }
    let ids = Set(examples.map(\.id))
    return given.filter { !ids.contains($0.id) } + examples
  }

  /// The same with a director between: what the scenario says comes first.
  static func staged(
    for graph: ConversationGraph, running given: [any Tool], by directions: StageDirections
  ) -> [any Tool] {
    let tools = tools(for: graph, running: given)
    let ids = Set(graphs(of: graph).flatMap { $0.tools.keys })
    return ids.sorted().map { id in StagedTool(id: id, real: tools.first { $0.id == id }, directions: directions) }
  }

  private static func graphs(of graph: ConversationGraph) -> [ConversationGraph] { graph.withOthers }
}
