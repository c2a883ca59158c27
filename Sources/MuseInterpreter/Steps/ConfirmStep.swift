import MuseDefinition
import MuseExpression

/// `confirm` is one question that covers slots; an agree that comes after its delivery makes a live yes.
extension TurnMachine {
  mutating func askConfirm(_ node: Node, _ confirm: ConfirmNode, tries: Int, helps: Int = 0) -> Target? {
    // A yes to nothing is none: what has no text is listed.
    let text = confirm.text.flatMap { render($0, at: node.id) } ?? ""
    say(text.isEmpty ? review(of: confirm) : text)
    var open = Wait(node: node.id, question: .none, tries: tries, helps: helps)
    for id in confirm.covers where state.slots[id]?.value == nil && graph.slot(id)?.defaultValue?.isMoving == true {
      open.shown[id] = value(of: id)
    }
    wait(open)
    return nil
  }

  /// What is open at the wait: the question, or that of a slot that is to change.
  mutating func askAgain(_ node: Node, _ confirm: ConfirmNode, _ wait: Wait) -> Target? {
    guard let slot = wait.reopened.flatMap(graph.slot) else {
      return askConfirm(node, confirm, tries: wait.tries, helps: wait.helps)
    }
    return askFor(slot, at: node, AskProgress(of: wait), repeating: wait)
  }

  /// What is known and needed of the covered slots, by label.
  private mutating func review(of confirm: ConfirmNode) -> String {
    var lines: [String] = []
    for id in confirm.covers {
      guard let slot = graph.slot(id), let value = value(of: id), value != .empty, isNeeded(slot) else { continue }
      lines.append("\(label(of: slot)): \(print(value, of: slot))")
    }
    return (lines + [phrases.isThatRight]).joined(separator: "\n")
  }

  mutating func hearConfirm(_ node: Node, _ confirm: ConfirmNode, _ wait: Wait) -> Target? {
    if wait.reopened != nil { return hearReopened(node, confirm, wait) }
    let hearing = hearTellings(at: node.id)
    if let target = hearing.leaves { return target }
    if let slot = takeReopening() { return reopen(slot, node, confirm) }
    let agrees = take(.agree)
    let refuses = take(.refuse)
    if hearing.tookSomething || hearing.refusedSomething || hearing.hasMisfit { return askConfirm(node, confirm, tries: 0) }
    // A yes with something beside it that nothing can be made of is none.
    if hearing.heardUnfit, agrees { return askConfirm(node, confirm, tries: wait.tries, helps: wait.helps) }
    if agrees != refuses {
      turn.understood = true
      return agrees ? agree(node, confirm, wait) : leave(node, .refused)
    }
    if take(.repeat) { return askConfirm(node, confirm, tries: wait.tries, helps: wait.helps) }
    if take(.help) || take(.skip) || agrees {
      giveHelp(wait.helps + 1, with: nil, at: node)
      return askConfirm(node, confirm, tries: wait.tries, helps: wait.helps + 1)
    }
    return notUnderstood(node, wait, limit: confirm.tries) { machine, tries in
      machine.giveHelp(tries - 1, with: nil, at: node)
      return machine.askConfirm(node, confirm, tries: tries, helps: wait.helps)
    }
  }

  // MARK: A slot that is to change

  /// "Change the time": its question is asked here, and only a value changes anything.
  private mutating func reopen(_ slot: Slot, _ node: Node, _ confirm: ConfirmNode) -> Target? {
    turn.parts.removeAll { $0.kind == .agree || $0.kind == .refuse }
    if isDone(slot.id, at: node.id) {
      tellDone()
      return askConfirm(node, confirm, tries: 0)
    }
    return askFor(slot, at: node, AskProgress(tries: 0, choosing: false, reopened: slot.id))
  }

  /// A yes does not count here: the question that it would answer was not the last one.
  private mutating func hearReopened(_ node: Node, _ confirm: ConfirmNode, _ wait: Wait) -> Target? {
    let hearing = hearTellings(at: node.id)
    if let target = hearing.leaves { return target }
    if hearing.refusedSomething { return askAgain(node, confirm, wait) }
    if let slot = takeReopening() { return reopen(slot, node, confirm) }
    if hearing.tookSomething || hearing.heardEqual || take(.refuse) || take(.skip) || take(.agree) || take(.none) {
      turn.understood = true
      turn.parts.removeAll { $0.kind == .agree }
      return askConfirm(node, confirm, tries: 0)
    }
    if take(.repeat) { return askAgain(node, confirm, wait) }
    var wait = wait
    if take(.help) {
      wait.helps += 1
      giveHelp(wait.helps, with: wait.reopened, at: node)
      return askAgain(node, confirm, wait)
    }
    return notUnderstood(node, wait, limit: confirm.tries, isTold: hearing.hasMisfit) { machine, tries in
      wait.tries = tries
      machine.giveHelp(tries - 1, with: wait.reopened, at: node)
      return machine.askAgain(node, confirm, wait)
    }
  }

  /// An agree from before the question was delivered is answered by asking again, and so is one from another zone: the times that were
  /// shown would be others.
  private mutating func agree(_ node: Node, _ confirm: ConfirmNode, _ wait: Wait) -> Target? {
    guard isDelivered(wait), !isElsewhere else { return askConfirm(node, confirm, tries: wait.tries, helps: wait.helps) }
    for id in confirm.covers { settleDefault(of: id, as: wait.shown[id]) }
    guard coveredSlotsStillHold(confirm, at: node) else { return leave(node, .changed) }
    state.yeses.removeAll { $0.confirm == node.id }
    state.yeses.append(LiveYes(confirm: node.id, covers: confirm.covers, staleFacts: [], failedWrites: [:]))
    return leave(node, .agreed)
  }

  /// Checks `where` and bounds that move with the clock again: what fails is told and unset. What was said for a covered slot and is
  /// not settled yet was not in the question.
  private mutating func coveredSlotsStillHold(_ confirm: ConfirmNode, at node: Node) -> Bool {
    var allHold = true
    for id in confirm.covers {
      if state.slots[id]?.isPending == true { allHold = false }
      guard let slot = graph.slot(id), let value = value(of: id), value != .empty else { continue }
      guard slot.mayExpire, let objection = objection(to: value, in: slot) else { continue }
      refuse(value, for: slot, because: objection)
      unset(id)
      allHold = false
    }
    return allHold
  }

  /// A default becomes a value at `agreed`: the one that was shown.
  private mutating func settleDefault(of id: SlotID, as shown: Value?) {
    guard state.slots[id]?.value == nil, let value = shown ?? value(of: id) else { return }
    state.slots[id, default: SlotContent()].value = value
  }
}
