public import MuseDefinition

/// What a change of each slot does at each wait: never a hidden edge. Made by the rules that the interpreter goes by.
///
/// ```swift
/// for row in CorrectionTable(of: graph).rows { print(row.slot, row.wait, row.courses) }
/// ```
public struct CorrectionTable: Sendable {
  public struct Row: Hashable, Sendable {
    public var slot: SlotID
    /// The node that waits; where `isInside` is true, a `run` in whose graph the thread waits.
    public var wait: NodeID
    public var isInside: Bool
    /// In the order in which they are tried: which of them holds is decided by the yes that lives, and by what has been written.
    /// The last one holds where no other does.
    public var courses: [Course]
  }

  /// By the order in which waits and slots are declared. Facts have none: nothing a person says changes them.
  public let rows: [Row]

  public init(of graph: ConversationGraph) {
    let rules = CorrectionRules(graph: graph)
    let reach = Reach(graph)
    rows = graph.nodeOrder.compactMap { graph.nodes[$0] }.flatMap { node -> [Row] in
      let isInside = node.kind.runs
      guard node.kind.waits || isInside else { return [] }
      return graph.slots.map { slot in
        Row(slot: slot.id, wait: node.id, isInside: isInside, courses: Self.courses(of: slot.id, at: node.id, rules, reach))
      }
    }
  }

  private static func courses(of slot: SlotID, at node: NodeID, _ rules: CorrectionRules, _ reach: Reach) -> [Course] {
    var courses: [Course] = []
    func add(_ course: Course) { if !courses.contains(course) { courses.append(course) } }
    for confirm in reach.confirms(covering: slot, liveAt: node) {
      add(rules.course(of: slot, at: node, liveYesOf: confirm, writtenBy: nil))
    }
    for call in reach.writes(of: slot, before: node) {
      add(rules.course(of: slot, at: node, liveYesOf: nil, writtenBy: call))
    }
    add(rules.course(of: slot, at: node, liveYesOf: nil, writtenBy: nil))
    return courses
  }
}

extension NodeKind {
  /// A person's message may be heard at it.
  package var waits: Bool {
    switch self {
    case .ask, .classify, .confirm, .wait, .handoff: true
    case .say, .llm, .call, .set, .when, .run, .each, .end: false
    }
  }
}

extension NodeKind {
  fileprivate var runs: Bool {
    switch self {
    case .run: true
    case .say, .ask, .classify, .confirm, .llm, .call, .set, .when, .each, .wait, .handoff, .end: false
    }
  }
}

/// Which yes may live at a wait, and which write may have succeeded before it.
private struct Reach {
  private let graph: ConversationGraph

  init(_ graph: ConversationGraph) { self.graph = graph }

  /// The confirms whose yes covers the slot and may be live at the node.
  func confirms(covering slot: SlotID, liveAt node: NodeID) -> [NodeID] {
    graph.nodeOrder.filter { id in
      guard case .confirm(let confirm)? = graph.nodes[id]?.kind, confirm.covers.contains(slot), id != node,
        case .node(let start)? = graph.nodes[id]?.next[.agreed]
      else { return false }
      return nodes(from: [start], notForgetting: slot, past: { $0 != id && !spends(confirm, at: $0, $1) }).contains(node)
    }
  }

  /// The calls whose write is made of the slot and may have succeeded when the node waits.
  func writes(of slot: SlotID, before node: NodeID) -> [NodeID] {
    graph.nodeOrder.filter { id in
      guard case .call(let call)? = graph.nodes[id]?.kind, call.effect == .writes, call.readSlots.contains(slot) else {
        return false
      }
      let starts = (graph.nodes[id]?.next ?? [:]).filter { graph.isSuccess($0.key, of: id) }.compactMap { $0.value.node }
      return nodes(from: starts, notForgetting: slot, past: { _, _ in true }).contains(node)
    }
  }

  /// A write that the confirm covers ends its yes, unless it certainly was not done.
  private func spends(_ confirm: ConfirmNode, at node: NodeID, _ outcome: Outcome) -> Bool {
    guard case .call(let call)? = graph.nodes[node]?.kind, call.effect == .writes else { return false }
    return outcome != .failed && call.spends(yesTo: Set(confirm.covers))
  }

  /// What is reached without forgetting the slot.
  private func nodes(from starts: [NodeID], notForgetting slot: SlotID, past: (NodeID, Outcome) -> Bool) -> Set<NodeID> {
    let keeps: (NodeID) -> Bool = { graph.nodes[$0].map { !$0.forget.contains(slot) } ?? false }
    var waiting = starts.filter(keeps)
    var seen = Set(waiting)
    while let id = waiting.popLast() {
      for (outcome, next) in graph.nodes[id]?.waysOut ?? [] where past(id, outcome) {
        if let next = next.node, keeps(next), seen.insert(next).inserted { waiting.append(next) }
      }
    }
    return seen
  }
}

extension Node {
  /// Every outcome with where it leads; the cases of a `when` are no outcomes, and lead on all the same.
  fileprivate var waysOut: [(Outcome, Target)] {
    var ways = next.map { ($0.key, $0.value) }
    if case .when(let when) = kind { ways += (when.cases.map(\.target) + [when.otherwise].compactMap { $0 }).map { (.next, $0) } }
    return ways
  }
}

extension Target {
  fileprivate var node: NodeID? {
    switch self {
    case .node(let id): id
    case .back: nil
    }
  }
}
