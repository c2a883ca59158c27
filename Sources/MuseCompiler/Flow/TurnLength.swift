import MuseDefinition

/// How long a turn can get, counted in something that nodes cost.
struct TurnLength {
  /// From the begin, as far as a turn goes.
  private(set) var fromBegin = 0
  /// Up to an end of the graph, wherever the turn begins.
  private(set) var toEnd = 0
  /// The longest of all.
  private(set) var longest = 0
  /// The nodes of the longest, in their order.
  private(set) var way: [Int] = []

  /// Nothing is known.
  init() {}

  /// - Parameters:
  ///   - passing: the ways of one turn, without circles.
  ///   - inner: the same length of a graph that is run.
  ///   - cost: what one node costs.
  init(_ graph: FlowGraph, _ passing: PassingWays, inner: (GraphOutline) -> TurnLength, cost: (NodeKind) -> Int) {
    let live = graph.live
    let run = graph.drafts.indices.map { graph.runs($0) ? graph.outline(ranAt: $0).map(inner) : nil }
    var sums = Sums(count: graph.drafts.count)
    for node in passing.finishingOrder() {
      guard let kind = graph.drafts[node].kind else { continue }
      sums.add(node, cost: cost(kind) + (run[node]?.fromBegin ?? 0), leadsTo: passing.targets[node], isEnd: kind.isEnd)
    }
    fromBegin = graph.begin.map { sums.furthest[$0] } ?? 0
    for node in graph.drafts.indices where live.contains(node) {
      note(sums.furthest[node], toEnd: sums.ending[node]) { sums.way(from: node) }
      // Where a graph that was run has waited, the turn begins in it.
      guard let before = run[node]?.toEnd else { continue }
      for target in graph.ways[node].map(\.target) {
        note(before + sums.furthest[target], toEnd: sums.ending[target].map { before + $0 }) { [node] + sums.way(from: target) }
      }
    }
  }

  private mutating func note(_ length: Int, toEnd end: Int?, way: () -> [Int]) {
    toEnd = max(toEnd, end ?? 0)
    guard length > longest else { return }
    longest = length
    self.way = way()
  }
}

/// What the ways out of each node cost at most.
private struct Sums {
  private(set) var furthest: [Int]
  /// Up to an end; nil where none is come to.
  private(set) var ending: [Int?]
  private var next: [Int?]

  init(count: Int) {
    furthest = Array(repeating: 0, count: count)
    ending = Array(repeating: nil, count: count)
    next = Array(repeating: nil, count: count)
  }

  mutating func add(_ node: Int, cost: Int, leadsTo targets: [Int], isEnd: Bool) {
    next[node] = targets.max { furthest[$0] < furthest[$1] }
    furthest[node] = cost + (next[node].map { furthest[$0] } ?? 0)
    ending[node] = isEnd ? cost : targets.compactMap { ending[$0] }.max().map { $0 + cost }
  }

  func way(from node: Int) -> [Int] { Array(sequence(first: node) { next[$0] }) }
}

extension NodeKind {
  fileprivate var isEnd: Bool {
    if case .end = self { true } else { false }
  }
}
