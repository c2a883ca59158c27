import MuseDefinition
import MuseSource

extension FlowRules {
  /// Circles of nodes that may all pass without waiting.
  @Sendable static func turnsWithoutEnd(_ graph: FlowGraph) -> [Diagnostic] {
    var passing = PassingWays(graph)
    while true {
      let waiting = passing.circles().flatMap { circle in circle.sorted().filter { passing.alwaysWaits($0, in: circle) } }
      if waiting.isEmpty { break }
      for node in waiting { passing.cut(node) }
    }
    let live = graph.live
    return passing.circles().filter { !live.isDisjoint(with: $0) }.map { circle in
      let first = graph.drafts[circle.min() ?? 0]
      let path = passing.circle(through: circle.min() ?? 0, in: circle).map { "\(graph.drafts[$0].id)" }
      return Rule.turnWithoutEnd.finding(
        "A turn can go round here without end: \((path + ["\(first.id)"]).joined(separator: " → ")).", at: first.location)
    }
  }
}

extension FlowGraph {
  /// An end may be come to without a wait.
  var passes: Bool {
    var passing = PassingWays(self)
    for node in drafts.indices where asksSurely(node) { passing.cut(node) }
    return passing.reached(from: begin).contains { node in
      if case .end = drafts[node].kind { true } else { false }
    }
  }

  /// An `ask` for something that nothing else in the graph sets.
  private func asksSurely(_ node: Int) -> Bool {
    guard case .ask(let ask) = drafts[node].kind else { return false }
    return ask.slots.contains { id in
      guard let slot = slots[id], slot.ask != nil, !slot.isOptional, slot.defaultValue == nil else { return false }
      let isSet = ways.indices.contains { other in other != node && ways[other].contains { $0.sets.contains(id) } }
      return !isSet && !scope.takes.contains(id)
    }
  }
}

/// The ways of a graph that may be gone within one turn.
private struct PassingWays {
  let graph: FlowGraph
  private var targets: [[Int]]

  init(_ graph: FlowGraph) {
    self.graph = graph
    targets = graph.drafts.indices.map { node in
      // A circle over a misspelt name may be none.
      let ways = graph.ways[node].filter { !$0.isGuess }
      return switch graph.drafts[node].kind {
      case .say, .set, .when, .call, .llm, .each: ways.map(\.target)
      case .handoff: ways.filter { $0.outcome == .unstaffed }.map(\.target)
      case .ask(let ask): ask.choices == nil ? ways.filter { $0.outcome == .done }.map(\.target) : []
      case .run: graph.outline(ranAt: node)?.passes ?? false ? ways.map(\.target) : []
      case .classify, .confirm, .wait, .end, nil: []
      }
    }
  }

  mutating func cut(_ node: Int) { targets[node] = [] }

  func reached(from begin: Int?) -> Set<Int> {
    FlowGraph.reached(from: [begin].compactMap(\.self)) { targets[$0] }
  }

  /// The strongly connected parts with more than one node, or with a way from a node to itself.
  func circles() -> [Set<Int>] {
    var sources: [[Int]] = Array(repeating: [], count: targets.count)
    for (node, targets) in targets.enumerated() { for target in targets { sources[target].append(node) } }
    var left = Set(targets.indices)
    var circles: [Set<Int>] = []
    for node in finishingOrder().reversed() where left.contains(node) {
      let part = FlowGraph.reached(from: [node]) { sources[$0].filter(left.contains) }
      left.subtract(part)
      if part.count > 1 || targets[node].contains(node) { circles.append(part) }
    }
    return circles.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
  }

  /// Depth first, without recursion: a graph may be a long chain.
  private func finishingOrder() -> [Int] {
    var seen: Set<Int> = []
    var order: [Int] = []
    for start in targets.indices where seen.insert(start).inserted {
      var stack = [(node: start, next: 0)]
      while let top = stack.last {
        guard top.next < targets[top.node].count else {
          order.append(top.node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let next = targets[top.node][top.next]
        if seen.insert(next).inserted { stack.append((next, 0)) }
      }
    }
    return order
  }

  /// Whether an `ask` has something to ask whenever it is come to again: one of its slots is forgotten on every way round, and
  /// nothing in the circle sets it.
  func alwaysWaits(_ node: Int, in circle: Set<Int>) -> Bool {
    guard case .ask(let ask) = graph.drafts[node].kind else { return false }
    return ask.slots.contains { slot in
      guard let declared = graph.slots[slot], declared.ask != nil, !declared.isOptional, declared.defaultValue == nil else {
        return false
      }
      let isSet = circle.contains { other in other != node && graph.ways[other].contains { $0.sets.contains(slot) } }
      if isSet { return false }
      if graph.drafts[node].forget.contains(slot) { return true }
      let remembering = circle.filter { !graph.drafts[$0].forget.contains(slot) }
      let starts = targets[node].filter(remembering.contains)
      return !FlowGraph.reached(from: starts) { targets[$0].filter(remembering.contains) }.contains(node)
    }
  }

  /// The nodes of a shortest way from `start` round to itself, without the last step.
  func circle(through start: Int, in circle: Set<Int>) -> [Int] {
    var parents: [Int: Int] = [:]
    var waiting = [start]
    var index = 0
    while index < waiting.count {
      let node = waiting[index]
      index += 1
      for next in targets[node] where circle.contains(next) {
        if next == start { return Array(sequence(first: node) { $0 == start ? nil : parents[$0] }).reversed() }
        if parents[next] == nil {
          parents[next] = node
          waiting.append(next)
        }
      }
    }
    return [start]
  }
}
