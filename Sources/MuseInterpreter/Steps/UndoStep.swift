import MuseDefinition
import MuseExpression

/// Taking a write back: a cancel that comes after a write with an `undo` offers it, with a yes of its own (LANGUAGE, "Leaving").
extension TurnMachine {
  /// The newest write whose matter is open and that can be taken back.
  var takenBack: Written? { state.written.last { $0.isFinal != true && undoCall(of: $0) != nil } }

  mutating func offer(toTakeBack write: Written, at wait: Wait) -> Target? {
    var wait = wait
    wait.undoing = write.effect
    wait.ownButtons = wait.buttons
    wait.tries = 0
    wait.helps = 0
    return askUndo(wait)
  }

  mutating func askUndo(_ wait: Wait) -> Target? {
    say(phrases.takeBack)
    turn.buttons = [
      Button(label: phrases.words.yes, move: Move(.agree)), Button(label: phrases.words.no, move: Move(.refuse)),
    ]
    self.wait(wait)
    return nil
  }

  /// Nil where the message leaves the wait by a digression or by starting over.
  mutating func hearUndo(_ wait: Wait) -> Handled? {
    let leaves = turn.parts.contains { move in
      switch move.kind {
      case .startOver: true
      case .intent(let intent): graph.policy.digress[intent] != nil
      case .tell, .reopen, .agree, .refuse, .choose, .none, .cancel, .skip, .repeat, .help, .nonsense: false
      }
    }
    return leaves ? nil : Handled(to: answerUndo(wait))
  }

  private mutating func answerUndo(_ wait: Wait) -> Target? {
    let agrees = take(.agree)
    let refuses = take(.refuse) || take(.cancel) || take(.skip)
    let changes = turn.parts.contains { $0.concernedSlot != nil }
    if agrees != refuses, !changes {
      turn.understood = true
      guard agrees else { return goOn(after: wait) }
      return isDelivered(wait) ? takeBack(wait) : askUndo(wait)
    }
    if take(.repeat) { return askUndo(wait) }
    var wait = wait
    if take(.help) || agrees || changes {
      turn.parts.removeAll { $0.concernedSlot != nil }
      wait.helps += 1
      say(phrases.yesOrNoAlone)
      return askUndo(wait)
    }
    guard !keepsIntent, isDelivered(wait) else { return askUndo(wait) }
    wait.tries += 1
    guard wait.tries < 3 else { return goOn(after: wait) }
    say(phrases.notUnderstood)
    return askUndo(wait)
  }

  /// The cancel that asked the question goes on; where it leads nowhere, so does what was open.
  private mutating func goOn(after wait: Wait) -> Target? {
    var wait = wait
    wait.undoing = nil
    if let target = graph.policy.cancel {
      turn.buttons = []
      return .node(target)
    }
    turn.buttons = wait.ownButtons
    wait.ownButtons = []
    return askAgain(wait)
  }

  private mutating func takeBack(_ wait: Wait) -> Target? {
    guard let write = state.written.first(where: { $0.effect == wait.undoing }), var call = undoCall(of: write) else {
      return goOn(after: wait)
    }
    call.id = nextEffect()
    call.node = wait.node
    turn.before = nil
    state.place = .working(PendingWork(work: .call(call), purpose: .undo(wait)))
    return nil
  }

  /// What comes of it is told. Only what certainly was not done is offered again: the first outcome that the tool declares takes the
  /// write back, another one says that it cannot be taken back.
  mutating func finishUndo(_ call: Call, at wait: Wait, with result: CallResult) -> Target? {
    let declared = graph.tools[call.tool]?.endings.map(\.outcome) ?? []
    switch result {
    case .outcome(let outcome, _) where outcome == declared.first:
      say(phrases.takenBack)
      turn.hasWritten = true
      state.written.removeAll { $0.effect == wait.undoing }
    case .outcome(let outcome, _) where declared.contains(outcome):
      say(phrases.notTakenBack)
      for index in state.written.indices where state.written[index].effect == wait.undoing { state.written[index].isFinal = true }
    case .failed: say(phrases.notTakenBack)
    case .outcome, .unsure:
      say(phrases.perhapsTakenBack)
      state.written.removeAll { $0.effect == wait.undoing }
    }
    return goOn(after: wait)
  }

  /// Nil where the tool has no `undo`, or its arguments are not there.
  private func undoCall(of write: Written) -> Call? {
    guard case .call(let node)? = graph.nodes[write.node]?.kind, let undo = graph.tools[node.tool]?.undo,
      let tool = graph.tools[undo.tool]
    else { return nil }
    var arguments: [String: Value] = [:]
    for argument in undo.arguments {
      switch argument.source {
      case .argument(let name): arguments[argument.parameter] = write.arguments[name]
      case .field(write.outcome, let field): arguments[argument.parameter] = write.fields[field]
      case .field: return nil
      }
    }
    guard tool.takes.allSatisfy({ $0.type.isOptional || arguments[$0.name] != nil }) else { return nil }
    return Call(
      id: write.effect, node: write.node, tool: tool.id, effect: tool.effect, repeats: tool.repeats, arguments: arguments)
  }
}
