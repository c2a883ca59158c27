import MuseDefinition
import MuseExpression

/// `each`: one thing for every item of a list, several at a time. What comes of it is collected in list order, whatever ended first.
extension TurnMachine {
  /// Beyond this a list is not gone through.
  private static let mostItems = 1000

  mutating func startEach(_ node: Node, _ each: EachNode) -> Target? {
    guard let items = items(of: each, at: node.id) else { return leave(node, .failed) }
    if let write = each.write {
      guard write.freely != nil || liveYes(for: write) != nil else {
        record(.trouble(node.id, "a write without a live yes was not started"))
        return leave(node, .failed)
      }
      if !items.isEmpty { turn.before = nil }
    }
    let waiting = Array(repeating: EachProgress.Item.waiting, count: items.count)
    return shareOut(EachProgress(node: node.id, values: items, items: waiting), node, each)
  }

  private mutating func items(of each: EachNode, at node: NodeID) -> [Value]? {
    do {
      switch try each.list.evaluate(in: context()) {
      case .list(let items) where items.count <= Self.mostItems: return items
      case .empty: return []
      case .list(let items): record(.trouble(node, "\(items.count) items are more than \(Self.mostItems)"))
      case let other: record(.trouble(node, "\(other) is no list"))
      }
    } catch {
      record(.trouble(node, "the list has no value: \(error.message)"))
    }
    return nil
  }

  /// Begins as many items as may be at work at once. When nothing is at work any more, the node is done.
  private mutating func shareOut(_ progress: EachProgress, _ node: Node, _ each: EachNode) -> Target? {
    var progress = progress
    var working = progress.pending.count
    for index in progress.items.indices where progress.items[index] == .waiting {
      guard working < each.atOnce else { break }
      progress.items[index] = begin(progress.values[index], node, each)
      if progress.items[index].work != nil { working += 1 }
    }
    guard working == 0 else {
      state.place = .sharing(progress)
      return nil
    }
    return finishEach(progress, node, each)
  }

  private mutating func begin(_ value: Value, _ node: Node, _ each: EachNode) -> EachProgress.Item {
    seen = [each.item: value]
    defer { seen = [:] }
    switch each.body {
    case .call(let call): return self.call(call, at: node).map { .working(.call($0)) } ?? .failed
    case .llm(let llm): return generation(for: llm, at: node.id).map { .working(.generate($0)) } ?? .failed
    case .run(let run): return beginStrand(run, at: node.id, for: each)
    }
  }

  private mutating func call(_ call: CallNode, at node: Node) -> Call? {
    guard let tool = graph.tools[call.tool], let arguments = arguments(of: call, at: node) else { return nil }
    return Call(
      id: nextEffect(), node: node.id, tool: tool.id, effect: tool.effect, repeats: tool.repeats, arguments: arguments,
      timeout: call.timeout?.milliseconds, attempts: call.attempts)
  }

  // MARK: Results

  mutating func take(_ result: CallResult, of id: EffectID, for progress: EachProgress) -> Target? {
    guard let node = graph.nodes[progress.node], case .each(let each) = node.kind,
      let index = progress.items.firstIndex(where: { $0.work?.id == id })
    else { return trouble(progress.node, "a result came back to no item") }
    var progress = progress
    progress.items[index] = end(of: progress.items[index], with: result, node, each)
    return shareOut(progress, node, each)
  }

  private mutating func end(
    of item: EachProgress.Item, with result: CallResult, _ node: Node, _ each: EachNode
  ) -> EachProgress.Item {
    switch (item, each.body) {
    case (.running(let strand), _): return resume(strand, with: result, for: each)
    case (_, .call(let call)): return end(of: call, with: result, at: node.id)
    case (_, .llm(let llm)):
      return values(of: result, as: llm.product, at: node.id).map { .ended(.next, $0, said: []) } ?? .failed
    case (_, .run): return .failed
    }
  }

  private mutating func end(of call: CallNode, with result: CallResult, at node: NodeID) -> EachProgress.Item {
    let isWrite = call.effect == .writes
    switch result {
    case .outcome(let outcome, let fields):
      if graph.tools[call.tool]?.endings.contains(where: { $0.outcome == outcome }) == true {
        return .ended(outcome, fields, said: [])
      }
      record(.trouble(node, "\(call.tool) ended with the undeclared outcome \(outcome)"))
      return isWrite ? .ended(.unsure, [:], said: []) : .failed
    case .failed: return .failed
    case .unsure: return isWrite ? .ended(.unsure, [:], said: []) : .failed
    }
  }

  /// An item that ended in any declared way is well.
  private mutating func finishEach(_ progress: EachProgress, _ node: Node, _ each: EachNode) -> Target? {
    let well = progress.items.count { $0.isWell }
    if let write = each.write, progress.items.contains(where: { $0 != .failed }) {
      if well > 0 { turn.hasWritten = true }
      state.yeses.removeAll { write.spends(yesTo: Set($0.covers)) }
    }
    for item in progress.items { turn.said += item.said }
    guard well > 0 || progress.items.isEmpty else { return leave(node, .failed) }
    store(
      each.assignments.map { assignment in
        let values = progress.items.compactMap { $0.value(of: assignment.field, on: assignment.outcome) }
        return (value: .list(values), target: assignment.target)
      })
    return leave(node, well == progress.items.count ? .done : .some)
  }
}

extension EachNode {
  var write: CallNode? {
    guard case .call(let call) = body, call.effect == .writes else { return nil }
    return call
  }
}

extension EachProgress.Item {
  var work: Work? {
    switch self {
    case .working(let work): work
    case .running(let strand): strand.work
    case .waiting, .ended, .failed: nil
    }
  }

  fileprivate var isWell: Bool {
    guard case .ended(let outcome, _, _) = self else { return false }
    return outcome != .unsure && outcome != .failed
  }

  fileprivate var said: [String] {
    guard case .ended(_, _, let said) = self else { return [] }
    return said
  }

  fileprivate func value(of field: String, on wanted: Outcome) -> Value? {
    guard case .ended(wanted, let fields, _) = self, let value = fields[field], value != .empty else { return nil }
    return value
  }
}
