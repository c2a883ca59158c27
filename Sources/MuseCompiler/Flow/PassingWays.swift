import MuseDefinition

/// The ways of a graph that may be gone within one turn.
struct PassingWays {
  let graph: FlowGraph
  private(set) var targets: [[Int]]

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

  /// Without the ways out of an `ask` that has something to ask whenever a circle comes to it again.
  var cutWhereItWaits: PassingWays {
    var passing = self
    while true {
      let waiting = passing.circles().flatMap { circle in circle.sorted().filter { passing.alwaysWaits($0, in: circle) } }
      if waiting.isEmpty { return passing }
      for node in waiting { passing.cut(node) }
    }
  }

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

  /// Depth first, without recursion: a graph may be a long chain. Where there are no circles, a node comes after all that it leads to.
  func finishingOrder() -> [Int] {
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
  private func alwaysWaits(_ node: Int, in circle: Set<Int>) -> Bool {
    guard case .ask(let ask) = graph.drafts[node].kind else { return false }
    return ask.slots.contains { slot in
      guard let declared = graph.slots[slot], declared.isSurelyAsked, declared.defaultValue == nil else { return false }
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
