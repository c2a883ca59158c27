import MuseDefinition
import MuseExpression

/// A message at a place: what each move does there (LANGUAGE, "Moves").
extension TurnMachine {
  mutating func hear() {
    noteMessage()
    switch state.place {
    case .beginning, .ended: run(from: beginRun())
    case .waiting(let wait):
      if let caller, let handled = hearChange(forCaller: caller, at: wait) {
        run(from: handled.destination)
      } else {
        run(from: hear(at: wait))
      }
    case .working, .sharing: break
    }
  }

  private mutating func beginRun() -> Target? {
    state.run += 1
    state.graph = root.fingerprint
    clearRun()
    return .node(root.begin)
  }

  /// The graph that was begun talks, and knows nothing.
  mutating func clearRun() {
    graph = root
    state.graphName = nil
    state.callers = []
    state.slots = [:]
    state.facts = [:]
    state.yeses = []
    state.outer = nil
    state.kept = nil
  }

  mutating func hear(at wait: Wait) -> Target? {
    guard let node = graph.nodes[wait.node] else { return trouble(wait.node, "there is no such node") }
    if case .handoff = node.kind { return relay() }
    if let target = hearLeaving(wait) { return target.destination }
    if state.outer != nil, let target = hearOuterChange(wait) { return target.destination }
    switch node.kind {
    case .ask(let ask): return hearAsk(node, ask, wait)
    case .classify(let classify): return hearClassify(node, classify)
    case .confirm(let confirm): return hearConfirm(node, confirm, wait)
    case .wait(let waiting): return hearWait(node, waiting)
    case .say, .llm, .call, .set, .when, .run, .each, .handoff, .end: return trouble(node.id, "it does not wait")
    }
  }

  // MARK: ask

  private mutating func hearAsk(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Target? {
    let progress = AskProgress(tries: wait.tries, choosing: wait.choosing)
    let settled = AskProgress(tries: 0, choosing: wait.choosing)
    if hearsNone(wait) { return chooseNone(node, ask, wait) }
    if let target = hearChoice(node, ask, wait) { return target.destination }
    let hearing = hearTellings(at: node.id)
    if let target = hearing.elsewhere { return target }
    if hearing.tookSomething {
      declineUnanswered(wait)
      return continueAsk(node, ask, chosen(hearing.filled ? settled : progress, by: wait))
    }
    if hearing.refusedSomething || hearing.heardEqual { return continueAsk(node, ask, chosen(settled, by: wait)) }
    if take(.skip) || (isDeclinable(wait) && take(.refuse)) { return skip(node, ask, wait, progress) }
    if take(.repeat) { return continueAsk(node, ask, progress) }
    if take(.help) {
      help(with: wait.asked, at: node)
      return continueAsk(node, ask, progress)
    }
    return notUnderstood(node, wait, limit: ask.tries) { machine, tries in
      if tries > 1 { machine.help(with: wait.asked, at: node) }
      return machine.continueAsk(node, ask, AskProgress(tries: tries, choosing: wait.choosing))
    }
  }

  /// Any value for the slot that `choices` are for answers them.
  private func chosen(_ progress: AskProgress, by wait: Wait) -> AskProgress {
    guard let asked = wait.asked, turn.touched.contains(asked) else { return progress }
    return AskProgress(tries: progress.tries, choosing: false)
  }

  private mutating func hearChoice(_ node: Node, _ ask: AskNode, _ wait: Wait) -> Handled? {
    guard let index = takeChoice(), let asked = wait.asked, let slot = graph.slot(asked) else { return nil }
    guard wait.options.indices.contains(index - 1) else { return nil }
    turn.understood = true
    state.slots[asked]?.options = []
    take(slot, .value(wait.options[index - 1].value), .replace)
    if let target = correction(after: [asked], covered: []) { return Handled(to: target) }
    return Handled(to: continueAsk(node, ask, chosen(AskProgress(tries: 0, choosing: wait.choosing), by: wait)))
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
      return continueAsk(node, ask, AskProgress(tries: 0, choosing: wait.choosing))
    }
    return leave(node, .none)
  }

  private func isDeclinable(_ wait: Wait) -> Bool {
    wait.asked.flatMap(graph.slot)?.isOptional ?? false
  }

  private mutating func skip(_ node: Node, _ ask: AskNode, _ wait: Wait, _ progress: AskProgress) -> Target? {
    turn.understood = true
    if isDeclinable(wait), let asked = wait.asked {
      assign(.empty, to: asked)
    } else {
      say(phrases.needed)
    }
    return continueAsk(node, ask, progress)
  }

  /// Optional slots are asked once: an answer that speaks of other things declines.
  private mutating func declineUnanswered(_ wait: Wait) {
    guard isDeclinable(wait), let asked = wait.asked, value(of: asked) == nil else { return }
    guard state.slots[asked]?.isPending != true else { return }
    assign(.empty, to: asked)
  }

  private mutating func help(with asked: SlotID?, at node: Node) {
    guard let slot = asked.flatMap(graph.slot) else { return }
    if slot.help != nil {
      speak(slot.help, at: node.id)
    } else {
      say(phrases.hint(slot.type))
    }
  }

  // MARK: Not understood

  /// A message understood in no part is one try; the last one in vain takes `exhausted`. A question that has not been delivered
  /// yet costs no try.
  mutating func notUnderstood(
    _ node: Node, _ wait: Wait, limit: Int, askAgain: (inout TurnMachine, Int) -> Target?
  ) -> Target? {
    if turn.understood || keepsIntent { return askAgain(&self, wait.tries) }
    turn.parts = []
    guard isDelivered(wait) else { return askAgain(&self, wait.tries) }
    let tries = wait.tries + 1
    guard tries < limit else { return leave(node, .exhausted) }
    say(phrases.notUnderstood)
    return askAgain(&self, tries)
  }
}

/// A message was dealt with: it leads to a node, or nowhere because a new question stands.
struct Handled {
  var destination: Target?

  init(to destination: Target?) { self.destination = destination }
}
