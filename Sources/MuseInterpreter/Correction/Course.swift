public import MuseDefinition

/// What a change of a slot does at a wait (LANGUAGE, "Correction").
public enum Course: Hashable, Sendable {
  /// The open confirm covers it: its `changed`.
  case changed(NodeID)
  /// A live yes of that confirm covers it, and is void: on at its `changed`.
  case voided(NodeID)
  /// The write of that call was made of it, and has succeeded: the new value is taken, and on at its `amend`.
  case amended(call: NodeID, to: NodeID)
  /// The same, without an `amend`: the person hears that it is done, and the old value stays.
  case done(call: NodeID)
  /// The slot's `redo`.
  case redone(NodeID)
  /// The value is taken, and the wait goes on.
  case stays
  /// It is taken with one of these intents, whose examples mark it; by itself it is not heard.
  case withIntent([IntentID])
  /// A caller's slot, in a graph that `run` runs: that `run`'s `changed`.
  case caller(NodeID)
  case unheard
}

/// Decides the course of a change: what the interpreter does, and what the table says, are this one function.
struct CorrectionRules {
  let graph: ConversationGraph

  /// - Parameters:
  ///   - confirm: one whose yes is live and covers the slot.
  ///   - call: the newest write that was made of the slot and has succeeded.
  func course(of slot: SlotID, at node: NodeID, liveYesOf confirm: NodeID?, writtenBy call: NodeID?) -> Course {
    let listed: Bool
    switch graph.nodes[node]?.kind {
    case .confirm(let open) where open.covers.contains(slot): return .changed(node)
    case .ask(let ask): listed = ask.slots.contains(slot)
    case .confirm, .wait: listed = false
    case .classify(let classify): return course(of: slot, at: classify)
    case .run where graph.nodes[node]?.next[.changed] != nil:
      if let confirm { return .voided(confirm) }
      return call.map { amended($0) } ?? .caller(node)
    case .say, .llm, .call, .set, .when, .run, .each, .handoff, .end, nil: return .unheard
    }
    if let confirm { return .voided(confirm) }
    if listed { return .stays }
    if let call { return amended(call) }
    if let redo = graph.slot(slot)?.redo, redo != node { return .redone(redo) }
    return .stays
  }

  private func course(of slot: SlotID, at classify: ClassifyNode) -> Course {
    let intents = classify.intents.filter { graph.intent($0)?.markedSlots.contains(slot) ?? false }
    return intents.isEmpty ? .unheard : .withIntent(intents)
  }

  private func amended(_ id: NodeID) -> Course {
    if case .call(let call) = graph.nodes[id]?.kind, let node = call.amend { return .amended(call: id, to: node) }
    return .done(call: id)
  }
}

extension ConversationGraph {
  /// Whether a write that ends so has done what it is there for: its first declared outcome, one that its `undo` takes back, or one
  /// that a text claims.
  func isSuccess(_ outcome: Outcome, of node: NodeID) -> Bool {
    guard case .call(let call)? = nodes[node]?.kind, call.effect == .writes, let tool = tools[call.tool] else { return false }
    return tool.endings.first?.outcome == outcome || tool.undo?.takesBack(outcome) == true || isClaimed(outcome, of: node)
  }

  private func isClaimed(_ outcome: Outcome, of node: NodeID) -> Bool {
    nodes.values.contains { other in
      if case .say(let say) = other.kind { say.claims.contains(.init(node: node, outcome: outcome)) } else { false }
    }
  }
}

extension ToolSignature.Undo {
  /// It names fields of the outcome.
  func takesBack(_ outcome: Outcome) -> Bool {
    arguments.contains { argument in
      if case .field(outcome, _) = argument.source { true } else { false }
    }
  }
}
