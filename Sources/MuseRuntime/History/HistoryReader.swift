import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Reads the history of a thread out of its journal, record by record.
///
/// A pure function of the records and the graph: the same ones give the same entries, live and after a restart. What is told of a turn
/// stands in its segments, so that nothing is told that is not stored.
struct HistoryReader {
  private let graph: ConversationGraph
  private let json: HistoryJSON
  private let sensitive: Sensitive
  /// What began the turn that no segment has come of yet.
  private var opening: TurnCause?

  init(graph: ConversationGraph) {
    self.graph = graph
    self.json = HistoryJSON(objects: graph.objects)
    self.sensitive = Sensitive(in: graph)
  }

  /// What the record adds to the history, in order.
  mutating func read(_ record: JournalRecord) -> [HistoryEntry.Content] {
    switch record {
    case .heard(let message):
      opening = .message(message.id, text: sensitive.masked(message.text, moves: message.moves), gathered: message.gathered ?? [])
    case .timer: opening = .timer
    case .event(let event): opening = .event(event.name)
    case .staff(let action): opening = .staff(name: action.name)
    case .segment(let segment): return contents(of: segment)
    case .began, .result, .delivered: break
    }
    return []
  }

  private mutating func contents(of segment: JournalRecord.Segment) -> [HistoryEntry.Content] {
    var contents: [HistoryEntry.Content] = []
    if let opening { contents.append(.turnStarted(opening)) }
    opening = nil
    var awaited: Awaited?
    var end: String?
    for effect in segment.effects {
      switch effect {
      case .happened(.entered(let node)): contents.append(.nodeEntered(node))
      case .happened(.changed(let slot, let value)):
        if let change = change(of: slot, to: value) { contents.append(.slotChanged(slot, change)) }
      case .happened(.waits(let node)): awaited = awaits(at: node)
      case .happened(.ended(let name)): if !name.contains("/") { end = name }
      case .happened(.left), .happened(.heard), .happened(.refused), .happened(.trouble), .work: break
      case .reply(let reply):
        if !reply.isSilent { contents.append(.reply(reply)) }
        contents.append(.turnEnded(awaiting: awaited))
      }
    }
    if let end { contents.append(.threadEnded(end)) }
    return contents
  }

  // MARK: Slots

  /// Nil for a fact: those are between the graph and its tools.
  private func change(of name: SlotID, to value: Value?) -> SlotChange? {
    let (graph, local) = resolved(name.rawValue)
    guard let slot = graph?.slot(SlotID(rawValue: local)) else { return nil }
    switch value {
    case nil: return .cleared
    case .empty?: return .declined
    case let value?: return slot.isSensitive ? .hidden : .filled(json.value(value))
    }
  }

  // MARK: Nodes

  private func awaits(at name: NodeID) -> Awaited? {
    let (graph, local) = resolved(name.rawValue)
    guard let kind = graph?.nodes[NodeID(rawValue: local)]?.kind else { return nil }
    return Awaited(node: name, kind)
  }

  /// The graph that a name such as `sub/word` belongs to, and the name there.
  private func resolved(_ name: String) -> (ConversationGraph?, String) {
    guard let slash = name.firstIndex(of: "/") else { return (graph, name) }
    return (graph.graph(GraphName(rawValue: String(name[..<slash]))), String(name[name.index(after: slash)...]))
  }
}

extension Awaited {
  /// Nil for a node at which nothing waits.
  init?(node: NodeID, _ kind: NodeKind) {
    switch kind {
    case .ask(let ask): self.init(node: node, verb: "ask", slots: ask.slots)
    case .confirm(let confirm): self.init(node: node, verb: "confirm", slots: confirm.covers)
    case .classify(let classify): self.init(node: node, verb: "classify", intents: classify.intents)
    case .wait: self.init(node: node, verb: "wait")
    case .handoff: self.init(node: node, verb: "handoff")
    case .say, .llm, .call, .set, .when, .run, .each, .end: return nil
    }
  }
}
