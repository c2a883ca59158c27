import MuseDefinition
import MuseExpression

/// `ask` collects slots: it asks what is unset, several from one message, never what is known.
extension TurnMachine {
  mutating func enterAsk(_ node: Node, _ ask: AskNode) -> Target? {
    let taken = takeAnswers(to: ask)
    let isChosen = ask.slots.first.map(taken.contains) ?? true
    return continueAsk(node, ask, AskProgress(tries: 0, choosing: ask.choices != nil && !isChosen))
  }

  /// What the message holds for its slots when the node is entered.
  private mutating func takeAnswers(to ask: AskNode) -> Set<SlotID> {
    let before = standing.values
    let later = laterTellings(openSlots: ask.slots)
    let fits: (Move) -> Bool = { move in move.tellingSlot.map(ask.slots.contains) == true && !later.contains(move) }
    var taken: Set<SlotID> = []
    for told in takeTellings(fitting: fits) {
      guard let slot = graph.slot(told.slot) else { continue }
      switch take(slot, told.telling, told.edit) {
      case .changed, .equal, .pending: taken.insert(slot.id)
      case .refused, .misfit, .unfit: break
      }
    }
    let cleared = settle(since: before, keeping: taken)
    tellUnneeded(ask.slots.filter { taken.contains($0) && cleared.contains($0) })
    return taken
  }

  /// Asks back what is open, looks words up, asks the next question, or is done.
  ///
  /// - Parameter old: a wait whose question is to be repeated as it was spoken.
  mutating func continueAsk(_ node: Node, _ ask: AskNode, _ progress: AskProgress, repeating old: Wait? = nil) -> Target? {
    let progress = isAnswered(progress.reopened) ? progress.closed : progress
    let slots = ask.slots + graph.slots.map(\.id).filter { !ask.slots.contains($0) && isSettledHere($0, progress) }
    if let slot = slots.first(where: { state.slots[$0]?.options.isEmpty == false }) {
      return askBack(slot, at: node, progress)
    }
    if let (slot, words) = nextWords(of: slots) { return lookUp(slot, words, at: node, progress) }
    let parts = slots.filter { state.slots[$0]?.part != nil }
    let leaning = parts.filter { leans($0, in: ask, beside: parts) }
    if let slot = parts.first(where: { !leaning.contains($0) }) { return completePart(of: slot, node, ask, progress) }
    if let slot = progress.reopened.flatMap(graph.slot) { return askFor(slot, at: node, progress, repeating: old) }
    if progress.choosing, let choosing = ask.slots.first.flatMap(graph.slot) {
      return offerChoices(for: choosing, node, ask, progress)
    }
    guard let slot = nextOpen(of: ask, but: leaning) else { return leave(node, .done) }
    if let least = leastCount(of: slot) { say(phrases.atLeast(print(least))) }
    return askFor(slot, at: node, progress, repeating: old)
  }

  /// The new value of a reopened slot has come, and is settled.
  private func isAnswered(_ reopened: SlotID?) -> Bool {
    guard let reopened else { return false }
    return turn.touched.contains(reopened) && state.slots[reopened]?.isPending != true
  }

  /// A slot that the node does not list: a change of what it holds is settled before the node goes on, and so is what no node asks.
  private func isSettledHere(_ slot: SlotID, _ progress: AskProgress) -> Bool {
    if slot == progress.reopened { return true }
    guard let content = state.slots[slot], content.isPending else { return false }
    return value(of: slot) != nil || !graph.asks(slot)
  }

  private func nextWords(of slots: [SlotID]) -> (Slot, SpokenWords)? {
    for id in slots {
      guard let words = state.slots[id]?.words.first, let slot = graph.slot(id) else { continue }
      return (slot, words)
    }
    return nil
  }

  /// What completes it (`like`) is not known yet, and will be asked for before.
  private func leans(_ slot: SlotID, in ask: AskNode, beside parts: [SlotID]) -> Bool {
    // What has no value yet completes nothing.
    guard let like = ask.like[slot], (try? like.evaluate(in: context())) == nil else { return false }
    return nextOpen(of: ask, but: parts) != nil
  }

  /// What is unset, or a list that has too few items yet.
  private func nextOpen(of ask: AskNode, but leaning: [SlotID] = []) -> Slot? {
    ask.slots.lazy.compactMap(graph.slot).first { slot in
      slot.ask != nil && !leaning.contains(slot.id) && (value(of: slot.id) == nil || leastCount(of: slot) != nil)
        && isNeeded(slot)
    }
  }

  // MARK: Questions

  mutating func askFor(_ slot: Slot, at node: Node, _ progress: AskProgress, repeating old: Wait? = nil) -> Target? {
    let wording = old?.asked == slot.id ? old?.wording : nil
    let isAgain = progress.tries > 0 && slot.reask != nil
    let question = wording ?? (isAgain ? slot.reask : slot.ask).flatMap { render($0, at: node.id) }
    let text = question ?? phrases.whichValue(label(of: slot))
    say(text)
    let varies = wording != nil || slot.ask.map(hasVariants) == true
    wait(progress.wait(at: node.id, asked: slot.id, wording: varies ? text : nil))
    return nil
  }

  private mutating func askBack(_ slot: SlotID, at node: Node, _ progress: AskProgress) -> Target? {
    let options = state.slots[slot]?.options ?? []
    offer(options)
    wait(progress.wait(at: node.id, asked: slot, options: options))
    return nil
  }

  /// With what `like` gives; else the other half is asked.
  private mutating func completePart(of id: SlotID, _ node: Node, _ ask: AskNode, _ progress: AskProgress) -> Target? {
    guard let slot = graph.slot(id), let part = state.slots[id]?.part, let like = ask.like[id],
      // What has no value yet completes nothing.
      let other = try? like.evaluate(in: context())
    else { return askOtherHalf(of: id, at: node, progress) }
    var trial = self
    trial.state.slots[id]?.part = nil
    guard let taking = trial.complete(part, of: slot, like: other) else { return askOtherHalf(of: id, at: node, progress) }
    self = trial
    dropPart(of: id, after: taking)
    return continueAsk(node, ask, progress)
  }

  private mutating func dropPart(of id: SlotID, after taking: Taking) {
    switch taking {
    case .changed, .equal, .pending:
      if !turn.touched.contains(id) { turn.touched.append(id) }
    case .refused, .misfit, .unfit: dropPending(of: id)
    }
  }

  private mutating func askOtherHalf(of slot: SlotID, at node: Node, _ progress: AskProgress) -> Target? {
    switch state.slots[slot]?.part {
    case .timePart, .ambiguousTimePart: say(phrases.whichDay)
    case .datePart, .value, .ambiguous, .words, .manyDays, nil: say(phrases.whatTime)
    }
    wait(progress.wait(at: node.id, asked: slot))
    return nil
  }

  /// `choices` always asks, the old value standing until replaced; an empty list asks the slot's own question.
  private mutating func offerChoices(for slot: Slot, _ node: Node, _ ask: AskNode, _ progress: AskProgress) -> Target? {
    let options = options(for: choices(of: node, ask))
    if options.isEmpty { return askFor(slot, at: node, progress) }
    offer(options)
    wait(progress.wait(at: node.id, asked: slot.id, options: options))
    return nil
  }

  private mutating func choices(of node: Node, _ ask: AskNode) -> [Value] {
    guard let expression = ask.choices else { return [] }
    do {
      guard case .list(let values) = try expression.evaluate(in: context()) else { return [] }
      return values
    } catch {
      record(.trouble(node.id, "the choices could not be evaluated: \(error.message)"))
      return []
    }
  }

  // MARK: Lookups

  private mutating func lookUp(_ slot: Slot, _ words: SpokenWords, at node: Node, _ progress: AskProgress) -> Target? {
    guard let lookup = slot.lookup, let tool = graph.tools[lookup.tool] else {
      state.slots[slot.id]?.words.removeFirst()
      return trouble(node.id, "the slot \(slot.id) has no lookup")
    }
    let call = Call(
      id: nextEffect(), node: node.id, tool: tool.id, effect: tool.effect, repeats: tool.repeats,
      arguments: [lookup.parameter: .string(words.text)])
    state.place = .working(PendingWork(work: .call(call), purpose: .lookup(slot.id, words, progress)))
    return nil
  }

  mutating func finishLookup(
    _ id: SlotID, _ words: SpokenWords, _ progress: AskProgress, of call: Call, with result: CallResult
  ) -> Target? {
    guard let node = graph.nodes[call.node], case .ask(let ask) = node.kind, let slot = graph.slot(id) else {
      return trouble(call.node, "a lookup came back to no ask")
    }
    state.slots[id]?.words.removeFirst()
    guard case .outcome(_, let fields) = result, let field = slot.lookup?.field, case .list(let hits)? = fields[field] else {
      state.slots[id]?.words = []
      guard ask.slots.contains(id) else {
        say(phrases.cannotTake(words.text))
        return continueAsk(node, ask, progress)
      }
      return leave(node, .failed)
    }
    let before = standing.values
    switch hits.count {
    case 0: return foundNothing(words, for: slot, node, ask, progress)
    case 1: takeDecided(hits[0], for: slot, words.edit)
    default: offerHits(hits, of: slot, words)
    }
    _ = settle(since: before, keeping: [id])
    return continueAsk(node, ask, progress.anew)
  }

  /// Tells so. Where the message held nothing else, that was a try: who keeps naming what nobody knows shall get help too.
  private mutating func foundNothing(
    _ words: SpokenWords, for slot: Slot, _ node: Node, _ ask: AskNode, _ progress: AskProgress
  ) -> Target? {
    record(.refused(slot.id))
    if slot.refuse == nil {
      say(phrases.unknown(words.text))
    } else {
      speak(slot.refuse, at: node.id, offering: .string(words.text))
    }
    var counted = progress
    if turn.touched == [slot.id], state.slots[slot.id]?.isPending != true { counted.tries += 1 }
    if counted.tries >= ask.tries { return leave(node, .exhausted) }
    return continueAsk(node, ask, counted)
  }

  private mutating func offerHits(_ hits: [Value], of slot: Slot, _ words: SpokenWords) {
    let options = options(for: hits)
    state.slots[slot.id, default: SlotContent()].options =
      slot.type.isList ? options.map { Awaiting.Option(value: joined($0.value, to: slot, words.edit), label: $0.label) } : options
  }
}

extension ConversationGraph {
  /// Whether some node collects the slot.
  fileprivate func asks(_ slot: SlotID) -> Bool {
    nodes.values.contains { node in
      if case .ask(let ask) = node.kind { ask.slots.contains(slot) } else { false }
    }
  }
}

extension AskProgress {
  func wait(
    at node: NodeID, asked: SlotID, options: [Awaiting.Option] = [], wording: String? = nil
  ) -> Wait {
    Wait(
      node: node, question: .none, asked: asked, tries: tries, choosing: choosing, options: options, reopened: reopened,
      helps: helps ?? 0, wording: wording)
  }
}
