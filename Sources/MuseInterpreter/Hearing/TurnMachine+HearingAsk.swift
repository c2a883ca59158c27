import MuseDefinition
import MuseExpression

/// A message at an `ask`.
extension TurnMachine {
  mutating func hearAsk(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Target? {
    let progress = AskProgress(of: wait)
    if hearsNone(wait) { return chooseNone(node, ask, wait) }
    if let target = hearChoice(node, ask, wait) { return target.destination }
    let hearing = hearTellings(at: node.id)
    if let target = hearing.leaves { return target }
    if let slot = takeReopening() { return reopen(slot, node, ask, wait) }
    if hearing.tookSomething {
      declineUnanswered(wait)
      return continueAsk(node, ask, chosen(hearing.filled ? progress.anew : progress, by: wait))
    }
    if hearing.refusedSomething || hearing.heardEqual { return continueAsk(node, ask, chosen(progress.anew, by: wait)) }
    if take(.skip) || (isDeclinable(wait) && take(.refuse)) { return skip(node, ask, wait, progress) }
    if take(.repeat) { return repeatAsk(node, ask, wait) }
    if take(.help) { return help(node, ask, wait) }
    return notUnderstood(node, wait, limit: ask.tries, isTold: hearing.hasMisfit) { machine, tries in
      machine.giveHelp(tries - 1, with: wait.asked, at: node)
      return machine.continueAsk(node, ask, progress.after(tries: tries))
    }
  }

  // MARK: Choosing

  /// Any value for the slot that `choices` are for answers them.
  private func chosen(_ progress: AskProgress, by wait: Wait) -> AskProgress {
    guard let asked = wait.asked, turn.touched.contains(asked) else { return progress }
    var progress = progress
    progress.choosing = false
    return progress
  }

  private mutating func hearChoice(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Handled? {
    guard let index = takeChoice(), let asked = wait.asked, let slot = graph.slot(asked) else { return nil }
    guard index > 0, index <= wait.options.count else { return nil }
    turn.understood = true
    let before = standing
    state.slots[asked]?.options = []
    take(slot, .value(wait.options[index - 1].value), .replace)
    if let target = correct([asked], since: before, at: node.id) { return Handled(to: target) }
    return Handled(to: continueAsk(node, ask, chosen(AskProgress(of: wait).anew, by: wait)))
  }

  /// "None of them", and a plain no to what is on offer.
  private mutating func hearsNone(_ wait: Wait) -> Bool {
    guard !wait.options.isEmpty else { return false }
    if take(.none) { return true }
    return !turn.parts.contains { $0.tellingSlot != nil } && take(.refuse)
  }

  /// None of the `choices` is an outcome; none of several hits or readings asks the slot anew.
  private mutating func chooseNone(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Target? {
    turn.understood = true
    if let asked = wait.asked, state.slots[asked]?.options.isEmpty == false {
      state.slots[asked]?.options = []
      return continueAsk(node, ask, AskProgress(of: wait).anew)
    }
    return leave(node, .none)
  }

  // MARK: Doing without

  private func isDeclinable(_ wait: Wait) -> Bool {
    wait.reopened != nil || wait.asked.flatMap(graph.slot)?.isOptional ?? false
  }

  private mutating func skip(_ node: Node, _ ask: AskNode, _ wait: Wait, _ progress: AskProgress) -> Target? {
    turn.understood = true
    if wait.reopened != nil {
      return continueAsk(node, ask, progress.closed)
    }
    if isDeclinable(wait), let asked = wait.asked {
      assign(.empty, to: asked)
    } else {
      say(phrases.needed)
    }
    return continueAsk(node, ask, progress)
  }

  /// Optional slots are asked once: an answer that speaks of other things declines.
  private mutating func declineUnanswered(_ wait: Wait) {
    guard wait.reopened == nil, isDeclinable(wait), let asked = wait.asked, value(of: asked) == nil else { return }
    guard state.slots[asked]?.isPending != true else { return }
    assign(.empty, to: asked)
  }

  // MARK: Asking anew

  /// "Change the time": its question is asked, and its old value stands until it is replaced.
  private mutating func reopen(_ slot: Slot, _ node: Node, _ ask: AskNode, _ wait: Wait) -> Target? {
    var progress = AskProgress(of: wait).anew
    if isDone(slot.id, at: node.id) {
      tellDone()
    } else {
      progress.reopened = slot.id
    }
    return continueAsk(node, ask, progress)
  }

  private mutating func repeatAsk(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Target? {
    continueAsk(node, ask, AskProgress(of: wait), repeating: wait)
  }

  private mutating func help(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Target? {
    var progress = AskProgress(of: wait)
    progress.helps = wait.helps + 1
    giveHelp(wait.helps + 1, with: wait.asked, at: node)
    return continueAsk(node, ask, progress)
  }
}

extension AskProgress {
  init(of wait: Wait) {
    self.init(
      tries: wait.tries, choosing: wait.choosing, helps: wait.helps == 0 ? nil : wait.helps, reopened: wait.reopened)
  }

  /// The tries and the help start anew.
  var anew: AskProgress { AskProgress(tries: 0, choosing: choosing, reopened: reopened) }

  /// What was reopened stays as it is.
  var closed: AskProgress { AskProgress(tries: tries, choosing: choosing, helps: helps) }

  func after(tries: Int) -> AskProgress { AskProgress(tries: tries, choosing: choosing, helps: helps, reopened: reopened) }
}
