import MuseDefinition
import MuseExpression

/// `call` runs a declared tool. A write starts only under a live yes that covers what its arguments read.
extension TurnMachine {
  mutating func startCall(_ node: Node, _ call: CallNode) -> Target? {
    guard let tool = graph.tools[call.tool] else { return trouble(node.id, "there is no tool \(call.tool)") }
    guard let arguments = arguments(of: call, at: node) else { return leave(node, .failed) }
    let id: EffectID
    switch tool.effect {
    case .reads: id = nextEffect()
    case .writes:
      let yes = liveYes(for: call)
      guard yes != nil || call.freely != nil else {
        record(.trouble(node.id, "a write without a live yes was not started"))
        return leave(node, .failed)
      }
      let failed = yes.flatMap { state.yeses[$0].failedWrites[node.id] }
      // The same key with other arguments would be another write that a tool takes for the first.
      id = failed.flatMap { ($0.arguments ?? arguments) == arguments ? $0.effect : nil } ?? nextEffect()
      turn.before = nil
    }
    let pending = Call(
      id: id, node: node.id, tool: tool.id, effect: tool.effect, repeats: tool.repeats, arguments: arguments,
      timeout: call.timeout?.milliseconds, attempts: call.attempts)
    state.place = .working(PendingWork(work: .call(pending), purpose: .node))
    return nil
  }

  /// Nil where an argument has no value. An optional slot that is unset or empty leaves its argument out.
  mutating func arguments(of call: CallNode, at node: Node) -> [String: Value]? {
    var arguments: [String: Value] = [:]
    let takes = graph.tools[call.tool]?.takes ?? []
    for argument in call.arguments {
      let isOptional = takes.first { $0.name == argument.parameter }?.type.isOptional ?? false
      do {
        let value = try argument.expression.evaluate(in: context())
        if value != .empty { arguments[argument.parameter] = value }
      } catch {
        if isOptional, !readsOnlyKnown(argument.expression) { continue }
        record(.trouble(node.id, "the argument \(argument.parameter) has no value: \(error.message)"))
        return nil
      }
    }
    return arguments
  }

  private func readsOnlyKnown(_ expression: CheckedExpression) -> Bool {
    let context = context()
    return expression.references.allSatisfy { context.variable($0) != nil }
  }

  mutating func finishCall(_ call: Call, with result: CallResult) -> Target? {
    guard let node = graph.nodes[call.node], case .call(let callNode) = node.kind else {
      return trouble(call.node, "a result came back to no call")
    }
    let outcome = settle(result, of: callNode, node)
    if callNode.effect == .writes { spendYes(of: callNode, node, call, after: outcome) }
    if case .outcome(_, let fields) = result {
      remember(call, of: callNode, outcome, fields)
      assign(fields, of: callNode, on: outcome)
    }
    return leave(node, outcome)
  }

  /// An outcome that the tool does not declare is a failure of the tool; of a write nobody can tell what it did.
  private mutating func settle(_ result: CallResult, of call: CallNode, _ node: Node) -> Outcome {
    switch result {
    case .outcome(let outcome, _) where node.next[outcome] != nil: return outcome
    case .outcome(let outcome, _):
      record(.trouble(node.id, "\(call.tool) ended with the undeclared outcome \(outcome)"))
      return call.effect == .writes ? .unsure : .failed
    case .failed: return .failed
    case .unsure: return call.effect == .writes ? .unsure : .failed
    }
  }

  private mutating func assign(_ fields: [String: Value], of call: CallNode, on outcome: Outcome) {
    store(
      call.assignments.filter { $0.outcome == outcome }.compactMap { assignment in
        fields[assignment.field].map { (value: $0, target: assignment.target) }
      })
  }

  /// A write that has succeeded: its slots change only through `amend` from now on, and it may be taken back.
  private mutating func remember(_ call: Call, of node: CallNode, _ outcome: Outcome, _ fields: [String: Value]) {
    guard node.effect == .writes, graph.isSuccess(outcome, of: call.node) else { return }
    turn.hasWritten = true
    state.written.append(
      Written(
        effect: call.id, node: call.node, outcome: outcome, arguments: call.arguments, fields: fields,
        slots: node.readSlots.sorted()))
  }
}

extension SlotType {
  var isOptional: Bool {
    switch self {
    case .optional: true
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone,
      .url, .person, .list, .object:
      false
    }
  }
}
