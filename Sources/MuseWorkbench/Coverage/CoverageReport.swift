public import MuseDefinition
import MuseInterpreter
import MuseSource

/// What of a graph the scenarios came to, and what not.
public struct CoverageReport: Sendable {
  public let graph: GraphName
  public let title: String
  /// Of the graph's own file.
  public let file: String
  /// In the order of the file, moves last.
  public let items: [CoverageItem]
  /// What no scenario can come to, with the reason; none of it is among the items.
  public let leftOut: [(item: CoverageItem, reason: String)]

  /// One report for the graph and for each that it runs.
  public static func reports(of graph: ConversationGraph, from sources: GraphSources, count: CoverageCount) -> [CoverageReport] {
    let places = sources.files.map { (file: $0, places: GraphPlaces($0)) }
    let others = graph.others.values.sorted { $0.name < $1.name }
    return ([graph] + others).map { part in
      let own = places.first { $0.places.name == part.name.rawValue } ?? places.first
      return CoverageReport(
        of: part, runBy: graph, in: own?.file.path ?? sources.root.path, places: own?.places ?? GraphPlaces(sources.root),
        count: count)
    }
  }

  private init(
    of graph: ConversationGraph, runBy root: ConversationGraph, in file: String, places: GraphPlaces, count: CoverageCount
  ) {
    self.graph = graph.name
    title = graph.title
    self.file = file
    let all = CoverageReport.points(of: graph).map { point in
      let item = CoverageItem(point: point, location: places.place(of: point), hits: count.hits(point, of: graph.name))
      return (item: item, reason: item.hits > 0 ? nil : OutOfReach.reason(for: point, in: graph, of: root))
    }
    items = all.filter { $0.reason == nil }.map { $0.item }
    leftOut = all.compactMap { left in left.reason.map { (item: left.item, reason: $0) } }
  }

  public func items(of kind: CoveragePoint.Kind) -> [CoverageItem] { items.filter { $0.point.kind == kind } }

  /// What was not come to, moves left out, by place. Of a node that is never entered nothing more is said.
  public var missing: [CoverageItem] {
    let entered = Set(
      items.compactMap { item in
        if case .node(let node) = item.point, item.hits > 0 { node } else { nil }
      })
    let missing = items.filter { item in
      guard item.hits == 0 else { return false }
      switch item.point {
      case .node: return true
      case .outcome(let node, _), .condition(.branch(let node, _), _), .condition(.event(let node, _), _):
        return entered.contains(node)
      case .condition(.allows, _), .condition(.needed, _): return true
      case .move: return false
      }
    }
    return missing.sorted { $0.location < $1.location }
  }

  public func covered(_ kind: CoveragePoint.Kind) -> Int { items(of: kind).filter { $0.hits > 0 }.count }

  /// Rounded down, so that 100 means all; 100 where there are none.
  public func percent(_ kind: CoveragePoint.Kind) -> Int {
    let total = items(of: kind).count
    return total == 0 ? 100 : covered(kind) * 100 / total
  }

  /// The least of nodes, outcomes and conditions. Moves are counted, and not held to a mark: of many pairs nobody wants a scenario.
  public var leastPercent: Int { [.node, .outcome, .condition].map(percent).min() ?? 100 }

  // MARK: What there is to come to

  private static func points(of graph: ConversationGraph) -> [CoveragePoint] {
    let nodes = graph.nodeOrder.compactMap { graph.nodes[$0] }
    return graph.slots.flatMap(conditions) + nodes.flatMap(points) + moves(of: nodes, in: graph)
  }

  private static func conditions(of slot: Slot) -> [CoveragePoint] {
    both(.allows(slot.id), where: slot.condition != nil) + both(.needed(slot.id), where: slot.needed != nil)
  }

  private static func points(of node: Node) -> [CoveragePoint] {
    let outcomes = node.next.keys.sorted()
    let ways = outcomes.count > 1 ? outcomes.map { CoveragePoint.outcome(node.id, $0) } : []
    return [.node(node.id)] + ways + conditions(of: node)
  }

  private static func conditions(of node: Node) -> [CoveragePoint] {
    switch node.kind {
    case .when(let when):
      let cases = when.cases.indices.map { CoveragePoint.condition(.branch(node.id, $0), true) }
      return cases + (when.otherwise == nil ? [] : [.condition(.branch(node.id, nil), true)])
    case .wait(let wait):
      return wait.events.flatMap { both(.event(node.id, $0.name), where: $0.condition != nil) }
    case .say, .ask, .classify, .confirm, .llm, .call, .set, .run, .each, .handoff, .end: return []
    }
  }

  private static func both(_ condition: Decision.Condition, where isWritten: Bool) -> [CoveragePoint] {
    isWritten ? [.condition(condition, true), .condition(condition, false)] : []
  }

  private static func moves(of nodes: [Node], in graph: ConversationGraph) -> [CoveragePoint] {
    let pairs = nodes.flatMap { node in
      MoveTable.Heard.meant(at: node, in: graph).map { CoveragePoint.move($0, node.kind.verb) }
    }
    var seen: Set<CoveragePoint> = []
    return pairs.filter { seen.insert($0).inserted }
  }
}
