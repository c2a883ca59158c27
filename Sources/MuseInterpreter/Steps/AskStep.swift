import MuseDefinition
import MuseExpression

/// `ask` collects slots: it asks what is unset, several from one message, never what is known.
extension TurnMachine {
  mutating func enterAsk(_ node: Node, _ ask: AskNode) -> Target? {
    var taken: Set<SlotID> = []
    for told in takeTellings(where: { ask.slots.contains($0) }) {
      guard let slot = graph.slot(told.slot) else { continue }
      switch take(slot, told.telling, told.edit) {
      case .changed, .equal, .pending: taken.insert(slot.id)
      case .refused, .unfit: break
      }
    }
    let isChosen = ask.slots.first.map(taken.contains) ?? true
    return continueAsk(node, ask, AskProgress(tries: 0, choosing: ask.choices != nil && !isChosen))
  }

  /// Asks back what is open, looks words up, asks the next question, or is done.
  mutating func continueAsk(_ node: Node, _ ask: AskNode, _ progress: AskProgress) -> Target? {
    if let slot = ask.slots.first(where: { state.slots[$0]?.options.isEmpty == false }) {
      return askBack(slot, at: node, progress)
    }
    if let (slot, words) = nextWords(of: ask) { return lookUp(slot, words, at: node, progress) }
    if let slot = ask.slots.first(where: { state.slots[$0]?.part != nil }) {
      return askOtherHalf(of: slot, at: node, progress)
    }
    if progress.choosing, let choosing = ask.slots.first.flatMap(graph.slot) {
      return offerChoices(for: choosing, node, ask, progress)
    }
    guard let slot = nextUnset(of: ask) else { return leave(node, .done) }
    return askFor(slot, at: node, progress)
  }

  private func nextWords(of ask: AskNode) -> (Slot, SpokenWords)? {
    for id in ask.slots {
      guard let words = state.slots[id]?.words.first, let slot = graph.slot(id) else { continue }
      return (slot, words)
    }
    return nil
  }

  private func nextUnset(of ask: AskNode) -> Slot? {
    ask.slots.lazy.compactMap(graph.slot).first { $0.ask != nil && value(of: $0.id) == nil }
  }

  // MARK: Questions

  private mutating func askFor(_ slot: Slot, at node: Node, _ progress: AskProgress) -> Target? {
    let isAgain = progress.tries > 0 && slot.reask != nil
    speak(isAgain ? slot.reask : slot.ask, at: node.id)
    wait(at: node.id, asked: slot.id, tries: progress.tries, choosing: progress.choosing)
    return nil
  }

  private mutating func askBack(_ slot: SlotID, at node: Node, _ progress: AskProgress) -> Target? {
    let options = state.slots[slot]?.options ?? []
    offer(options)
    wait(at: node.id, asked: slot, tries: progress.tries, choosing: progress.choosing, options: options)
    return nil
  }

  private mutating func askOtherHalf(of slot: SlotID, at node: Node, _ progress: AskProgress) -> Target? {
    switch state.slots[slot]?.part {
    case .timePart, .ambiguousTimePart: say(phrases.whichDay)
    case .datePart, .value, .ambiguous, .words, nil: say(phrases.whatTime)
    }
    wait(at: node.id, asked: slot, tries: progress.tries, choosing: progress.choosing)
    return nil
  }

  /// `choices` always asks, the old value standing until replaced; an empty list asks the slot's own question.
  private mutating func offerChoices(for slot: Slot, _ node: Node, _ ask: AskNode, _ progress: AskProgress) -> Target? {
    let options = options(for: choices(of: node, ask))
    if options.isEmpty { return askFor(slot, at: node, progress) }
    offer(options)
    wait(at: node.id, asked: slot.id, tries: progress.tries, choosing: true, options: options)
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
      return leave(node, .failed)
    }
    switch hits.count {
    case 0: return foundNothing(words, for: slot, node, ask, progress)
    case 1: takeDecided(hits[0], for: slot, words.edit)
    default: offerHits(hits, of: slot, words)
    }
    return continueAsk(node, ask, AskProgress(tries: 0, choosing: progress.choosing))
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
