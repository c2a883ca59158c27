import MuseDefinition
import MuseSource

extension FlowRules {
  /// Plain definite assignment: a slot or a fact is read where some way leads on which nothing set it.
  @Sendable static func readsBeforeSet(_ graph: FlowGraph) -> [Diagnostic] {
    let yes = LiveYes.changeWays(in: graph)
    return graph.variables.flatMap { variable in
      let walk = UnsetWalk(variable, in: graph, changes: yes)
      return nodeReads(of: variable, walk, graph) + slotReads(of: variable, walk, graph)
    }
  }

  private static func nodeReads(of variable: SlotID, _ walk: UnsetWalk, _ graph: FlowGraph) -> [Diagnostic] {
    walk.unsetInside.keys.sorted().flatMap { node in
      graph.drafts[node].reads.filter { $0.variable == variable }.map { read in
        finding(variable, at: read.location, way: walk.way(to: node), graph)
      }
    }
  }

  /// The texts and conditions of slots: questions are spoken by the `ask` that lists the slot, after those before it are known;
  /// conditions and refusals belong to every wait.
  private static func slotReads(of variable: SlotID, _ walk: UnsetWalk, _ graph: FlowGraph) -> [Diagnostic] {
    graph.slotDocuments.flatMap { document -> [Diagnostic] in
      let id = SlotID(rawValue: document.id.value)
      let questions = [document.ask, document.reask, document.help].compactMap(\.self).flatMap(\.texts)
      let asked = questions.compactMap { place(of: variable, in: $0, isTemplate: true) }
      var findings: [Diagnostic] = []
      if !asked.isEmpty, let node = walk.unsetInside.keys.sorted().first(where: { graph.asks($0, for: id, before: variable) }) {
        findings += asked.map { finding(variable, at: $0, way: walk.way(to: node), graph) }
      }
      guard id != variable, let wait = walk.unsetInside.keys.sorted().first(where: graph.waits) else { return findings }
      let conditions = document.condition.flatMap { place(of: variable, in: $0, isTemplate: false) }
      let refusals = (document.refuse?.texts ?? []).compactMap { place(of: variable, in: $0, isTemplate: true) }
      let places = [conditions].compactMap(\.self) + refusals
      return findings + places.map { finding(variable, at: $0, way: walk.way(to: wait), graph) }
    }
  }

  private static func place(of variable: SlotID, in text: WrittenText, isTemplate: Bool) -> SourceLocation? {
    ReferenceScanner.unguarded(in: text.value, isTemplate: isTemplate).first { $0.name == variable.rawValue }
      .map { text.location(of: $0.offsets) }
  }

  private static func finding(_ variable: SlotID, at place: SourceLocation, way: [Int], _ graph: FlowGraph) -> Diagnostic {
    let advice: String? =
      if graph.scope.isFact(variable) {
        "Set it on every way that leads here, or guard it with 'known(\(variable))' or 'maybe(…)'."
      } else if graph.slots[variable]?.isOptional ?? false {
        "An optional slot may stay empty: guard it with 'known(\(variable))' or 'maybe(…)'."
      } else {
        nil
      }
    return Rule.readBeforeSet.finding(
      "'\(variable)' may not be set here: \(graph.text(ofWay: way)).", at: place, advice: advice)
  }
}

extension FlowGraph {
  /// "begin → a → … → z", for a sentence.
  func text(ofWay way: [Int]) -> String {
    let names = way.map { "\(drafts[$0].id)" }
    let shown = names.count > 6 ? names.prefix(2) + ["…"] + names.suffix(3) : names[...]
    return names.count == 1 ? "the conversation begins here" : "the way \(shown.joined(separator: " → ")) leaves it out"
  }

  /// Whether the node asks for `slot` at a time when its list has not yet made `other` known.
  func asks(_ node: Int, for slot: SlotID, before other: SlotID) -> Bool {
    guard case .ask(let ask) = drafts[node].kind, let index = ask.slots.firstIndex(of: slot) else { return false }
    return !ask.slots[..<index].contains { $0 == other && WayEffects(slots: slots, scope: scope).isAsked($0) }
  }
}

/// Follows one slot or fact through the graph: at which nodes it may be unset, and on which way.
private struct UnsetWalk {
  private struct State: Hashable {
    var node: Int
    var isSet: Bool
  }

  /// The nodes inside which it may be unset, each with the state it was entered in.
  private(set) var unsetInside: [Int: Bool] = [:]
  private var parents: [State: State] = [:]

  init(_ variable: SlotID, in graph: FlowGraph, changes: [Int: [FlowGraph.Way]]) {
    guard let begin = graph.begin else { return }
    let start = State(node: begin, isSet: false)
    var seen: Set<State> = [start]
    var waiting = [start]
    var index = 0
    while index < waiting.count {
      let state = waiting[index]
      index += 1
      let isSet = state.isSet && !graph.drafts[state.node].forget.contains(variable)
      if !isSet, unsetInside[state.node] == nil { unsetInside[state.node] = state.isSet }
      for next in Self.steps(from: state.node, isSet: isSet, variable, graph, changes) where seen.insert(next).inserted {
        parents[next] = state
        waiting.append(next)
      }
    }
  }

  private static func steps(
    from node: Int, isSet: Bool, _ variable: SlotID, _ graph: FlowGraph, _ changes: [Int: [FlowGraph.Way]]
  ) -> [State] {
    var steps = (graph.ways[node] + (changes[node] ?? [])).map { way in
      State(node: way.target, isSet: way.sets.contains(variable) || isSet && !way.clears.contains(variable))
    }
    if graph.waits(node) {
      steps += (graph.digressions + [graph.cancel].compactMap(\.self)).map { State(node: $0, isSet: isSet) }
      if isSet, graph.clearedByDigressions.contains(variable) { steps.append(State(node: node, isSet: false)) }
    }
    return steps
  }

  /// From the begin to the node, unset inside it.
  func way(to node: Int) -> [Int] {
    guard let isSet = unsetInside[node] else { return [node] }
    let states = sequence(first: State(node: node, isSet: isSet)) { parents[$0] }
    return states.map(\.node).reversed()
  }
}
