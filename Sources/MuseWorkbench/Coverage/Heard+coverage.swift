import MuseDefinition
import MuseInterpreter

extension MoveTable.Heard {
  /// - Parameter isKnown: the slot that is told of holds something.
  init(_ move: Move.Kind, in graph: ConversationGraph, isKnown: Bool) {
    switch move {
    case .tell(_, _, .add): self = .addItem
    case .tell(_, _, .remove): self = .removeItem
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

  /// What a conversation may want to come to where the node waits: what the table of moves gives a meaning there, as far as the
  /// graph gives occasion.
  static func meant(at node: Node, in graph: ConversationGraph) -> [MoveTable.Heard] {
    guard let wait = node.kind.wait else { return [] }
    return allCases.filter { heard in
      switch MoveTable.entry(for: heard, at: wait).deed {
      case .begins, .nothing, .never, .relays, .asMove, .keeps: false
      case .takes, .leaves, .goes, .returns, .reopens, .asksAgain, .helps, .counts, .asSilence, .asAt:
        heard.hasOccasion(at: node, in: graph)
      }
    }
  }

  private func hasOccasion(at node: Node, in graph: ConversationGraph) -> Bool {
    let slots = node.kind.openSlots.compactMap { graph.slot($0) }
    switch self {
    case .fill: return node.kind.verb == .ask
    case .change, .reopen: return !slots.isEmpty
    case .addItem, .removeItem: return slots.contains { $0.type.isList }
    case .agree, .refuse: return node.kind.verb == .confirm
    case .choose, .none: return node.kind.wait == .choices
    case .intent: return node.kind.verb == .classify
    case .skip: return slots.contains { $0.isOptional && $0.ask != nil }
    case .digress: return !graph.policy.digress.isEmpty
    case .silence: return !(node.silence ?? graph.policy.silence).isEmpty
    case .event:
      guard case .wait(let wait) = node.kind else { return false }
      return !wait.events.isEmpty
    case .nonsense: return node.kind.verb != .wait
    case .cancel, .repeat, .help, .startOver: return true
    // What else may be wanted is kept for later: that is tested with the interpreter, not with each graph.
    case .secondIntent, .button: return false
    }
  }
}

extension NodeKind {
  /// The row of the table of moves; nil where nothing is waited for.
  fileprivate var wait: MoveTable.Wait? {
    switch self {
    case .ask(let ask): ask.choices == nil ? .ask : .choices
    case .classify: .classify
    case .confirm: .confirm
    case .wait: .wait
    case .handoff: .handoff
    case .say, .llm, .call, .set, .when, .run, .each, .end: nil
    }
  }

  fileprivate var openSlots: [SlotID] {
    switch self {
    case .ask(let ask): ask.slots
    case .confirm(let confirm): confirm.covers
    case .say, .classify, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end: []
    }
  }
}
