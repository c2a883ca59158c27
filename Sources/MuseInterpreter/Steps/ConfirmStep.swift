import MuseDefinition
import MuseExpression

/// `confirm` is one question that covers slots; an agree that comes after its delivery makes a live yes.
extension TurnMachine {
  mutating func askConfirm(_ node: Node, _ confirm: ConfirmNode, tries: Int) -> Target? {
    if let text = confirm.text {
      speak(text, at: node.id)
    } else {
      say(review(of: confirm, at: node.id))
    }
    wait(at: node.id, tries: tries)
    return nil
  }

  /// What is known of the covered slots, by label.
  private mutating func review(of confirm: ConfirmNode, at node: NodeID) -> String {
    var lines: [String] = []
    for id in confirm.covers {
      guard let slot = graph.slot(id), let value = value(of: id), value != .empty else { continue }
      let label = slot.label.flatMap { render($0, at: node) } ?? id.rawValue.split(separator: "_").joined(separator: " ")
      lines.append("\(label): \(print(value))")
    }
    return (lines + [phrases.isThatRight]).joined(separator: "\n")
  }

  mutating func hearConfirm(_ node: Node, _ confirm: ConfirmNode, _ wait: Wait) -> Target? {
    let hearing = hearTellings(at: node.id, covered: Set(confirm.covers))
    if hearing.changesCovered { return leave(node, .changed) }
    if let target = hearing.elsewhere { return target }
    let agrees = take(.agree)
    let refuses = take(.refuse)
    if hearing.tookSomething || hearing.refusedSomething { return askConfirm(node, confirm, tries: 0) }
    if agrees != refuses {
      turn.understood = true
      return agrees ? agree(node, confirm, wait) : leave(node, .refused)
    }
    if take(.repeat) { return askConfirm(node, confirm, tries: wait.tries) }
    if take(.help) || take(.skip) || agrees {
      say(phrases.yesOrNo)
      return askConfirm(node, confirm, tries: wait.tries)
    }
    return notUnderstood(node, wait, limit: confirm.tries) { machine, tries in
      if tries > 1 { machine.say(machine.phrases.yesOrNo) }
      return machine.askConfirm(node, confirm, tries: tries)
    }
  }

  /// An agree from before the question was delivered is answered by asking again.
  private mutating func agree(_ node: Node, _ confirm: ConfirmNode, _ wait: Wait) -> Target? {
    guard isDelivered(wait) else { return askConfirm(node, confirm, tries: wait.tries) }
    guard coveredSlotsStillHold(confirm, at: node) else { return leave(node, .changed) }
    for id in confirm.covers { settleDefault(of: id) }
    state.yeses.removeAll { $0.confirm == node.id }
    state.yeses.append(LiveYes(confirm: node.id, covers: confirm.covers, staleFacts: [], failedWrites: [:]))
    return leave(node, .agreed)
  }

  /// Checks `where` again with this turn's `now`: what fails is told and unset.
  private mutating func coveredSlotsStillHold(_ confirm: ConfirmNode, at node: Node) -> Bool {
    var allHold = true
    for id in confirm.covers {
      guard let slot = graph.slot(id), let value = value(of: id), value != .empty, !holds(slot, value) else { continue }
      refuse(value, for: slot, at: node.id)
      unset(id)
      allHold = false
    }
    return allHold
  }

  /// A default becomes a value at `agreed`.
  private mutating func settleDefault(of id: SlotID) {
    guard state.slots[id]?.value == nil, let value = value(of: id) else { return }
    state.slots[id, default: SlotContent()].value = value
  }
}
