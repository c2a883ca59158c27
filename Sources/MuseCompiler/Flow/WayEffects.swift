import MuseDefinition
import MuseExpression

/// What taking a way out of a node sets and unsets.
struct WayEffects {
  let slots: [SlotID: Slot]
  /// The slots that are told with an intent.
  let marks: [IntentID: Set<SlotID>]
  let scope: Scope

  func effect(of exit: NodeDraft.Exit, from draft: NodeDraft) -> (sets: Set<SlotID>, clears: Set<SlotID>) {
    switch draft.kind {
    case .ask(let ask): return (exit.outcome == .done ? known(after: ask) : [], [])
    case .confirm(let confirm): return ([], exit.outcome == .changed ? Set(confirm.covers.filter(mayBeRefused)) : [])
    case .call(let call): return effect(of: call, outcome: exit.outcome)
    case .set(let set): return effect(of: set)
    case .llm(let llm): return exit.outcome == .failed || exit.outcome == .withoutModel ? ([], []) : effect(of: llm)
    case .wait(let wait): return exit.outcome == .event ? effect(of: wait) : ([], [])
    case .run(let run): return (sets(of: run, at: exit.outcome), [])
    case .each(let each): return (exit.outcome == .failed ? [] : Set(each.assignments.map(\.target)), [])
    case .say, .classify, .when, .handoff, .end, nil: return ([], [])
    }
  }

  /// The slots and facts that may hold another value behind the way than before it. To ask fills what is unset, and to fill is
  /// not to change.
  func changes(on exit: NodeDraft.Exit, from draft: NodeDraft) -> Set<SlotID> {
    switch draft.kind {
    case .ask(let ask): ask.choices != nil && exit.outcome == .done ? Set(ask.slots.prefix(1)) : []
    case .classify: marks[IntentID(rawValue: exit.outcome.rawValue)] ?? []
    case .confirm(let confirm): exit.outcome == .changed ? Set(confirm.covers) : []
    case .call(let call): Set(call.assignments.filter { $0.outcome == exit.outcome }.map(\.target))
    case .set(let set): Set(set.assignments.map(\.target))
    case .llm(let llm): exit.outcome == .failed || exit.outcome == .withoutModel ? [] : Set(llm.assignments.map(\.target))
    case .wait(let wait): exit.outcome == .event ? Set(wait.assignments.map(\.target)) : []
    // Which of its caller's slots a person has changed there is not known.
    case .run(let run):
      exit.outcome == .changed
        ? Set(slots.keys) : Set(run.assignments.filter { $0.outcome == exit.outcome }.map(\.target))
    case .each(let each): exit.outcome == .failed ? [] : Set(each.assignments.map(\.target))
    case .say, .when, .handoff, .end, nil: []
    }
  }

  /// What the other graph surely holds when it ends so.
  private func sets(of run: RunNode, at end: Outcome) -> Set<SlotID> {
    guard let other = scope.graphs[run.graph] ?? nil else { return [] }
    let certain = run.assignments.filter { assignment in
      let hasDefault = other.graph.slot(assignment.source)?.defaultValue != nil
      return assignment.outcome == end && (hasDefault || other.certain[end]?.contains(assignment.source) ?? false)
    }
    return Set(certain.map(\.target))
  }

  private func effect(of llm: LanguageModelNode) -> (sets: Set<SlotID>, clears: Set<SlotID>) {
    guard case .out(let values) = llm.product else { return (Set(llm.assignments.map(\.target)), []) }
    let optional = Set(values.filter(\.type.isOptional).map(\.name))
    let unsure = llm.assignments.filter { $0.source.map(optional.contains) ?? false }
    return (Set(llm.assignments.map(\.target)).subtracting(unsure.map(\.target)), [])
  }

  private func effect(of wait: WaitNode) -> (sets: Set<SlotID>, clears: Set<SlotID>) {
    let signatures = wait.events.compactMap { scope.events[$0.name] }
    let certain = wait.assignments.filter { assignment in
      signatures.allSatisfy { $0.fields.contains { $0.name == assignment.field && !$0.type.isOptional } }
    }
    return (Set(certain.map(\.target)), [])
  }

  /// The listed slots that have a question and may not be declined; what is chosen from a list is known, too.
  private func known(after ask: AskNode) -> Set<SlotID> {
    var known = Set(ask.slots.filter { isAsked($0) })
    if ask.choices != nil, let first = ask.slots.first { known.insert(first) }
    return known
  }

  func isAsked(_ id: SlotID) -> Bool { slots[id]?.isSurelyAsked ?? true }

  /// The slots that are known on this way where their `needed` holds.
  func asksIfNeeded(_ exit: NodeDraft.Exit, from draft: NodeDraft) -> Set<SlotID> {
    guard case .ask(let ask) = draft.kind, exit.outcome == .done else { return [] }
    return Set(ask.slots.filter { id in slots[id].map { $0.ask != nil && !$0.isOptional && $0.needed != nil } ?? false })
  }

  /// A covered value that its `where` no longer takes is unset on the way to `changed`.
  private func mayBeRefused(_ id: SlotID) -> Bool { slots[id].map { $0.mayExpire && $0.defaultValue == nil } ?? false }

  private func effect(of call: CallNode, outcome: Outcome) -> (sets: Set<SlotID>, clears: Set<SlotID>) {
    let ending = scope.tools[call.tool]?.endings.first { $0.outcome == outcome }
    var effect: (sets: Set<SlotID>, clears: Set<SlotID>) = ([], [])
    for assignment in call.assignments where assignment.outcome == outcome {
      let type = ending?.fields.first { $0.name == assignment.field }?.type
      if type?.isOptional ?? false {
        effect.clears.insert(assignment.target)
      } else {
        effect.sets.insert(assignment.target)
      }
    }
    return effect
  }

  private func effect(of set: SetNode) -> (sets: Set<SlotID>, clears: Set<SlotID>) {
    var effect: (sets: Set<SlotID>, clears: Set<SlotID>) = ([], [])
    for assignment in set.assignments {
      if case .optional = assignment.expression.type {
        effect.sets.remove(assignment.target)
        effect.clears.insert(assignment.target)
      } else {
        effect.clears.remove(assignment.target)
        effect.sets.insert(assignment.target)
      }
    }
    return effect
  }
}

extension Slot {
  /// An `ask` that lists it does not end without a value of it.
  var isSurelyAsked: Bool { ask != nil && !isOptional && needed == nil }
}
