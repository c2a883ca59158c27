import MuseDefinition
import MuseExpression
import MuseSource

/// The nodes of a graph and the ways between them, to follow what may happen without running it.
///
/// Nodes are numbered in the order of declaration. A node that is wrong has no ways out: what follows it is judged by the other
/// ways that lead there, so that one mistake is not reported many times.
struct FlowGraph {
  /// One step from a node to the next.
  struct Way {
    var outcome: Outcome
    var target: Int
    /// Set, or unset, on this way only.
    var sets: Set<SlotID>
    var clears: Set<SlotID>
    /// What was asked for where its `needed` holds.
    var asks: Set<SlotID> = []
    /// What the conditions say that chose it.
    var narrowing = Narrowing()
    /// The name of the target is misspelt.
    var isGuess: Bool
  }

  let drafts: [NodeDraft]
  let slots: [SlotID: Slot]
  let slotReads: [SlotReads]
  let scope: Scope
  let begin: Int?
  let cancel: Int?
  let digressions: [Int]
  /// Where the policy's silence leads from a question.
  let silences: [Int]
  let limits: Policy.Limits
  /// What the policy's silence reads at every question.
  let policyReads: [NodeDraft.Read]
  let ways: [[Way]]
  /// Slots with the nodes that their `redo` names.
  private let redos: [(slot: SlotID, target: Int)]
  /// The nodes that some `amend` names, each with those that may come after its call.
  private let amends: [(call: Int, target: Int, after: Set<Int>)]
  /// Every slot and fact that may be unset.
  let variables: [SlotID]
  /// What a digression may unset before it comes back to a wait.
  let clearedByDigressions: Set<SlotID>

  init(
    document: GraphDocument, drafts: [NodeDraft], begin: NodeID?, policy: Policy, policyReads: [NodeDraft.Read],
    slotReads: [SlotReads], scope: Scope, slots: [Slot]
  ) {
    let index = Dictionary(drafts.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let slotIndex = Dictionary(slots.map { ($0.id, $0) }) { first, _ in first }
    self.drafts = drafts
    self.slots = slotIndex
    self.slotReads = slotReads
    self.scope = scope
    self.begin = begin.flatMap { index[$0] }
    self.cancel = policy.cancel.flatMap { index[$0] }
    self.digressions = Set(policy.digress.values).compactMap { index[$0] }.sorted()
    self.limits = policy.limits
    self.silences = Set(policy.silence.compactMap(\.target)).compactMap { index[$0] }.sorted()
    self.policyReads = policyReads
    let effects = WayEffects(slots: slotIndex, scope: scope)
    ways = drafts.map { draft in
      guard draft.kind != nil else { return [] }
      return draft.exits.compactMap { exit in
        guard let id = exit.target.leadsTo, let target = index[id] else { return nil }
        let effect = effects.effect(of: exit, from: draft)
        let isGuess = exit.target == .guess(id)
        return Way(
          outcome: exit.outcome, target: target, sets: effect.sets, clears: effect.clears,
          asks: effects.asksIfNeeded(exit, from: draft), narrowing: exit.narrowing, isGuess: isGuess)
      }
    }
    redos = slots.compactMap { slot in slot.redo.flatMap { index[$0] }.map { (slot.id, $0) } }
    let ways = ways
    amends = drafts.indices.compactMap { node in
      drafts[node].amend.flatMap { index[$0] }.map { target in
        (node, target, Self.reached(from: ways[node].map(\.target)) { ways[$0].map(\.target) })
      }
    }
    let unset = document.slots.filter { $0.defaultValue == nil }.map(\.id) + document.facts.map(\.id)
    variables = unset.map { SlotID(rawValue: $0.value) }
    clearedByDigressions = Self.cleared(from: digressions, drafts: drafts, ways: ways)
  }

  /// The nodes that a person's next message may be heard at.
  func waits(_ node: Int) -> Bool {
    switch drafts[node].kind {
    case .ask, .classify, .confirm, .wait, .handoff: true
    case .say, .llm, .call, .set, .when, .run, .each, .end, nil: false
    }
  }

  /// Another graph talks at it.
  func runs(_ node: Int) -> Bool { if case .run = drafts[node].kind { true } else { false } }

  /// A person may tell any slot of the graph there.
  func hearsChanges(_ node: Int) -> Bool { waits(node) || runs(node) && ways[node].contains { $0.outcome == .changed } }

  /// Where a person may lead from a node without an outcome of it. A cancel in a graph that is run ends that one.
  func asides(from node: Int) -> [Int] {
    waits(node) ? digressions + [cancel].compactMap(\.self) : runs(node) ? digressions : []
  }

  /// The nodes where the policy's silence is noticed: they ask, or the graph that they run does, and have none of their own.
  func noticesSilence(_ node: Int) -> Bool {
    switch drafts[node].kind {
    case .ask, .classify, .confirm, .run: drafts[node].document.silence.isEmpty
    case .say, .llm, .call, .set, .when, .each, .wait, .handoff, .end, nil: false
    }
  }

  func leadsBack(_ node: Int) -> Bool { drafts[node].exits.contains { $0.target == .back } }

  /// Where a change at a wait may lead that no `next` names: `redo` of a slot that the wait does not cover, and `amend`.
  ///
  /// A way with a `call` is there only after that call.
  func correctionWays(from node: Int) -> [(slot: SlotID?, call: Int?, target: Int)] {
    let covered: [SlotID]
    switch drafts[node].kind {
    case .ask(let ask): covered = ask.slots
    case .wait: covered = []
    case .confirm(let confirm): covered = confirm.covers
    case .classify, .handoff, .say, .llm, .call, .set, .when, .run, .each, .end, nil: return []
    }
    let redone = redos.filter { !covered.contains($0.slot) && $0.target != node }
    return redone.map { (slot: $0.slot, call: nil, target: $0.target) }
      + amends.filter { $0.after.contains(node) }.map { (nil, $0.call, $0.target) }
  }

  /// Every node that is reached from `starts`, themselves included.
  func reached(from starts: [Int]) -> Set<Int> { Self.reached(from: starts) { node in ways[node].map(\.target) } }

  /// Every node from which one of `goals` is reached.
  func reaching(_ goals: Set<Int>) -> Set<Int> {
    var sources: [[Int]] = Array(repeating: [], count: drafts.count)
    for (node, ways) in ways.enumerated() { for way in ways { sources[way.target].append(node) } }
    return Self.reached(from: Array(goals)) { sources[$0] }
  }

  static func reached(from starts: [Int], successors: (Int) -> [Int]) -> Set<Int> {
    var seen = Set(starts)
    var waiting = starts
    while let node = waiting.popLast() {
      for next in successors(node) where seen.insert(next).inserted { waiting.append(next) }
    }
    return seen
  }

  /// All that any conversation may come to.
  var live: Set<Int> { reached(from: [begin, cancel].compactMap(\.self) + digressions + silences + corrections) }

  /// Where changes lead that no `next` names: `redo` and `amend`.
  var corrections: [Int] { redos.map(\.target) + amends.map(\.target) }

  /// The calls that have an `amend`.
  var amended: [Int] { amends.map(\.call) }

  /// Some node that is reached is wrong, or leads to a name that is unknown: what lies behind it may be fine.
  var isPartial: Bool {
    begin == nil
      || live.contains { node in
        let draft = drafts[node]
        return draft.kind == nil || draft.exits.contains { $0.target == .unknown }
          || !Set(draft.outcomes.all).isSubset(of: draft.exits.map(\.outcome))
      }
  }

  private static func cleared(from digressions: [Int], drafts: [NodeDraft], ways: [[Way]]) -> Set<SlotID> {
    let forward = reached(from: digressions) { ways[$0].map(\.target) }
    var sources: [[Int]] = Array(repeating: [], count: drafts.count)
    for (node, ways) in ways.enumerated() { for way in ways { sources[way.target].append(node) } }
    let returning = drafts.indices.filter { node in drafts[node].exits.contains { $0.target == .back } }
    let inside = reached(from: returning) { sources[$0] }.intersection(forward)
    return inside.reduce(into: []) { cleared, node in
      cleared.formUnion(drafts[node].forget)
      for way in ways[node] { cleared.formUnion(way.clears) }
    }
  }
}

/// What taking a way out of a node sets and unsets.
struct WayEffects {
  let slots: [SlotID: Slot]
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

  func isAsked(_ id: SlotID) -> Bool { slots[id].map { $0.ask != nil && !$0.isOptional && $0.needed == nil } ?? true }

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

extension NodeDraft.Exit.Target {
  fileprivate var leadsTo: NodeID? {
    switch self {
    case .node(let id), .guess(let id): id
    case .back, .unknown: nil
    }
  }
}

extension NodeDraft {
  /// Where a change leads after this node's write has succeeded.
  fileprivate var amend: NodeID? {
    if case .call(let call) = kind { call.amend } else { nil }
  }
}
