import MuseDefinition
import MuseExpression
import MuseSource

/// The nodes of a graph and the ways between them, to follow what may happen without running it. Beside the ways that are drawn
/// there are those aside from a wait: `asides` knows all of them.
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
    /// What may hold another value behind it, and what hangs on that.
    var changes: Set<SlotID>
    /// What may be unset behind it, because what it hangs on has changed.
    var loses: Set<SlotID>
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
  let ties: Ties
  /// By node: what is forgotten there, and what hangs on that.
  let forgets: [Set<SlotID>]
  /// Slots with the nodes that their `redo` names.
  let redos: [(slot: SlotID, target: Int)]
  /// The nodes that some `amend` names, each with those that may come after its call.
  let amends: [(call: Int, target: Int, after: Set<Int>)]
  /// Every slot and fact that may be unset.
  let variables: [SlotID]
  /// What a digression may do before it comes back to a wait.
  let digressing: DigressionEffects
  /// By node: the ways from a wait that no `next` names.
  private(set) var asides: [[Aside]] = []
  /// The confirms and calls that some way aside is there behind only.
  private(set) var followed: Set<Int> = []
  /// By node: the slots that yeses cover which surely live there.
  private(set) var surelyCovered: [Set<SlotID>] = []

  init(
    document: GraphDocument, drafts: [NodeDraft], begin: NodeID?, policy: Policy, policyReads: [NodeDraft.Read],
    slotReads: [SlotReads], scope: Scope, slots: [Slot], intents: [Intent]
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
    let ties = Ties(slots)
    self.ties = ties
    let marks = Dictionary(intents.map { ($0.id, $0.markedSlots) }) { first, _ in first }
    let effects = WayEffects(slots: slotIndex, marks: marks, scope: scope)
    ways = drafts.map { draft in
      guard draft.kind != nil else { return [] }
      return draft.exits.compactMap { exit in
        guard let id = exit.target.leadsTo, let target = index[id] else { return nil }
        let effect = effects.effect(of: exit, from: draft)
        let changes = effects.changes(on: exit, from: draft)
        let loses = ties.hanging(on: changes)
        let isGuess = exit.target == .guess(id)
        return Way(
          outcome: exit.outcome, target: target, sets: effect.sets, clears: effect.clears, changes: changes.union(loses),
          loses: loses, asks: effects.asksIfNeeded(exit, from: draft), narrowing: exit.narrowing, isGuess: isGuess)
      }
    }
    forgets = drafts.map { Set($0.forget).union(ties.hanging(on: Set($0.forget))) }
    redos = slots.compactMap { slot in slot.redo.flatMap { index[$0] }.map { (slot.id, $0) } }
    let ways = ways
    amends = drafts.indices.compactMap { node in
      drafts[node].amend.flatMap { index[$0] }.map { target in
        (node, target, Self.reached(from: ways[node].map(\.target)) { ways[$0].map(\.target) })
      }
    }
    let unset = document.slots.filter { $0.defaultValue == nil }.map(\.id) + document.facts.map(\.id)
    variables = unset.map { SlotID(rawValue: $0.value) }
    digressing = DigressionEffects(from: digressions, drafts: drafts, ways: ways, effects, ties)
    asides = drafts.indices.map { plainAsides(from: $0) }
    let yeses = LiveYes.all(in: self)
    let voiding = drafts.indices.map { voidingAsides(from: $0, yeses) }
    asides = zip(asides, voiding).map { $0 + $1 }
    followed = Set(asides.joined().compactMap(\.after))
    surelyCovered = LiveYes.surelyCovered(yeses, in: self)
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

  /// A person may digress there, and comes back.
  func hearsDigressions(_ node: Int) -> Bool { waits(node) || runs(node) }

  /// The nodes where the policy's silence is noticed: they ask, or the graph that they run does, and have none of their own.
  func noticesSilence(_ node: Int) -> Bool {
    switch drafts[node].kind {
    case .ask, .classify, .confirm, .run: drafts[node].document.silence.isEmpty
    case .say, .llm, .call, .set, .when, .each, .wait, .handoff, .end, nil: false
    }
  }

  func leadsBack(_ node: Int) -> Bool { drafts[node].exits.contains { $0.target == .back } }

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

  /// Some node that is reached is wrong, or leads to a name that is unknown: what lies behind it may be fine.
  var isPartial: Bool {
    begin == nil
      || live.contains { node in
        let draft = drafts[node]
        return draft.kind == nil || draft.exits.contains { $0.target == .unknown }
          || !Set(draft.outcomes.all).isSubset(of: draft.exits.map(\.outcome))
      }
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
