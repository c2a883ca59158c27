import MuseDefinition

/// What a message can mean, as coverage counts it.
public enum MoveKind: String, Hashable, Sendable, CaseIterable {
  case fill, change, add, remove, reopen, agree, refuse, choose, none, intent, digress, cancel, skip, `repeat`, help
  case startOver = "start over"
  case nonsense

  init(_ move: Move.Kind, in graph: ConversationGraph, isKnown: Bool) {
    switch move {
    case .tell(_, _, .add): self = .add
    case .tell(_, _, .remove): self = .remove
    case .tell(_, _, .plain), .tell(_, _, .replace): self = isKnown ? .change : .fill
    case .reopen: self = .reopen
    case .agree: self = .agree
    case .refuse: self = .refuse
    case .choose: self = .choose
    case .none: self = .none
    case .intent(let intent): self = graph.policy.digress[intent] == nil ? .intent : .digress
    case .cancel: self = .cancel
    case .skip: self = .skip
    case .repeat: self = .repeat
    case .help: self = .help
    case .startOver: self = .startOver
    case .nonsense: self = .nonsense
    }
  }

  /// Those that mean something where the node waits; what is left is answered like nonsense, or not understood at all.
  static func possible(at node: Node, in graph: ConversationGraph) -> [MoveKind] {
    let repairs: [MoveKind] = [.cancel, .repeat, .help, .startOver] + (graph.policy.digress.isEmpty ? [] : [.digress])
    switch node.kind {
    case .ask(let ask):
      let slots = ask.slots.compactMap { graph.slot($0) }
      let lists: [MoveKind] = slots.contains { $0.type.isList } ? [.add, .remove] : []
      let choices: [MoveKind] = ask.choices == nil ? [] : [.choose, .none]
      let skips: [MoveKind] = slots.contains { $0.isOptional && $0.ask != nil } ? [.skip] : []
      return [.fill, .change, .nonsense] + lists + choices + skips + repairs
    case .classify: return [.intent, .nonsense] + repairs
    case .confirm(let confirm):
      return [.agree, .refuse, .nonsense] + (confirm.covers.isEmpty ? [] : [.change, .reopen]) + repairs
    case .wait: return repairs
    case .say, .llm, .call, .set, .when, .run, .each, .handoff, .end: return []
    }
  }
}
