import MuseDefinition
import MuseExpression
import MuseSource

extension FlowRules {
  /// Plain definite assignment: a slot or a fact is read where some way leads on which nothing set it.
  ///
  /// Behind a read that was found it counts as set: what follows suffers from the same mistake.
  @Sendable static func readsBeforeSet(_ graph: FlowGraph) -> [Diagnostic] {
    let index = ReadIndex(graph)
    // Beyond this much work a graph is not looked at further: it has thousands of slots and thousands of nodes.
    var statesLeft = 4_000_000
    return graph.variables.flatMap { variable -> [Diagnostic] in
      guard statesLeft > 0 else { return [] }
      defer { statesLeft -= graph.drafts.count }
      let reads = VariableReads(of: variable, in: graph, index)
      let walk = UnsetWalk(variable, in: graph, reads: reads)
      let found = graph.drafts.indices.compactMap { node -> Diagnostic? in
        if let place = reads.early[node], let way = walk.wayUnset(to: node) {
          return finding(variable, at: place, way: way, graph)
        }
        guard let place = reads.places[node], let way = walk.wayUnset(inside: node) else { return nil }
        return finding(variable, at: place, way: way, graph)
      }
      let heard = graph.drafts.indices.lazy.filter(graph.hearsChanges).compactMap { walk.wayUnset(inside: $0) }.first
      let silent = graph.drafts.indices.lazy.filter(graph.noticesSilence).compactMap { walk.wayUnset(inside: $0) }.first
      let told = heard.map { way in reads.atEveryWait.map { finding(variable, at: $0, way: way, graph) } } ?? []
      let spoken = silent.map { way in reads.inSilence.map { finding(variable, at: $0, way: way, graph) } } ?? []
      return found + told + spoken
    }
  }

  /// What is set whenever one of the nodes is reached.
  static func certain(at nodes: [Int], in graph: FlowGraph) -> Set<SlotID> {
    let index = ReadIndex(graph)
    var statesLeft = 4_000_000
    return Set(
      graph.variables.filter { variable in
        statesLeft -= graph.drafts.count
        guard statesLeft > 0 else { return false }
        let reads = VariableReads(of: variable, in: graph, index)
        let walk = UnsetWalk(variable, in: graph, reads: reads)
        return nodes.allSatisfy { walk.wayUnset(inside: $0) == nil }
      })
  }

  private static func finding(_ variable: SlotID, at place: SourceLocation, way: [Int], _ graph: FlowGraph) -> Diagnostic {
    let advice: String? =
      if graph.scope.isFact(variable) {
        "Set it on every way that leads here, or guard it with 'known(\(variable))' or 'maybe(…)'."
      } else if let needed = graph.slots[variable]?.needed {
        "It is asked only where '\(needed.source)': ask for the same in a 'when', or guard it with 'known(\(variable))'."
      } else if graph.slots[variable]?.isOptional ?? false {
        "An optional slot may stay empty: guard it with 'known(\(variable))' or 'maybe(…)'."
      } else if let confirm = graph.confirmThatUnsets(variable, on: way) {
        "A yes at '\(confirm)' looks at its 'where' again, and unsets it where that fails: lead 'changed' to a node that asks for it."
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

  /// The last confirm of a way at which a slot may be unset, because its `where` did not hold any more.
  func confirmThatUnsets(_ slot: SlotID, on way: [Int]) -> NodeID? {
    guard slots[slot]?.condition != nil else { return nil }
    return way.dropLast().last { node in
      if case .confirm(let confirm) = drafts[node].kind { confirm.covers.contains(slot) } else { false }
    }.map { drafts[$0].id }
  }

  /// Whether the node asks for `slot` at a time when its list has not yet made `other` known.
  func asks(_ node: Int, for slot: SlotID, before other: SlotID) -> Bool {
    guard case .ask(let ask) = drafts[node].kind, let index = ask.slots.firstIndex(of: slot) else { return false }
    return !ask.slots[..<index].contains { $0 == other && WayEffects(slots: slots, marks: [:], scope: scope).isAsked($0) }
  }
}

extension FlowGraph {
  /// Whether the label of a slot may be spoken at a node.
  fileprivate func names(_ slot: SlotID, at node: Int) -> Bool {
    switch drafts[node].kind {
    case .ask(let ask): ask.slots.contains(slot)
    case .confirm(let confirm): confirm.covers.contains(slot)
    case .say, .classify, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end, nil: false
    }
  }
}

/// Where slots and facts are read, by name: made once for a graph.
private struct ReadIndex {
  struct Question {
    var slot: SlotID
    var place: SourceLocation
  }

  /// The first place in each node.
  private(set) var nodes: [SlotID: [Int: SourceLocation]] = [:]
  /// In what a node speaks before it forgets anything.
  private(set) var early: [SlotID: [Int: SourceLocation]] = [:]
  /// In the questions of slots.
  private(set) var questions: [SlotID: [Question]] = [:]
  /// In the labels of slots.
  private(set) var labels: [SlotID: [Question]] = [:]
  /// In conditions and refusals of slots, which a person may tell whenever the graph waits.
  private(set) var atEveryWait: [SlotID: [SourceLocation]] = [:]
  /// In what is said where the policy's silence is noticed.
  private(set) var inSilence: [SlotID: [SourceLocation]] = [:]

  init(_ graph: FlowGraph) {
    for (node, draft) in graph.drafts.enumerated() {
      for read in draft.reads {
        if read.isEarly {
          early[read.variable, default: [:]][node] = min(early[read.variable]?[node] ?? read.location, read.location)
        } else {
          nodes[read.variable, default: [:]][node] = min(nodes[read.variable]?[node] ?? read.location, read.location)
        }
      }
    }
    for slot in graph.slotReads {
      for read in slot.questions {
        questions[read.variable, default: []].append(.init(slot: slot.slot, place: read.location))
      }
      for read in slot.labels { labels[read.variable, default: []].append(.init(slot: slot.slot, place: read.location)) }
      for read in slot.judging { atEveryWait[read.variable, default: []].append(read.location) }
    }
    for read in graph.policyReads { inSilence[read.variable, default: []].append(read.location) }
  }
}

/// Where one slot or fact is read.
struct VariableReads {
  /// The first place in each node.
  private(set) var places: [Int: SourceLocation]
  /// The first place in what a node speaks before it forgets anything.
  let early: [Int: SourceLocation]
  let atEveryWait: [SourceLocation]
  let inSilence: [SourceLocation]

  static var nowhere: VariableReads { VariableReads(places: [:], early: [:], atEveryWait: [], inSilence: []) }

  private init(
    places: [Int: SourceLocation], early: [Int: SourceLocation], atEveryWait: [SourceLocation], inSilence: [SourceLocation]
  ) {
    self.places = places
    self.early = early
    self.atEveryWait = atEveryWait
    self.inSilence = inSilence
  }

  fileprivate init(of variable: SlotID, in graph: FlowGraph, _ index: ReadIndex) {
    places = index.nodes[variable] ?? [:]
    early = index.early[variable] ?? [:]
    atEveryWait = index.atEveryWait[variable] ?? []
    inSilence = index.inSilence[variable] ?? []
    // Questions are spoken by the `ask` that lists the slot, when those before it in the list are known.
    for question in index.questions[variable] ?? [] {
      for node in graph.drafts.indices where places[node] == nil && graph.asks(node, for: question.slot, before: variable) {
        places[node] = question.place
      }
    }
    for label in index.labels[variable] ?? [] {
      for node in graph.drafts.indices where places[node] == nil && graph.names(label.slot, at: node) {
        places[node] = label.place
      }
    }
  }
}
