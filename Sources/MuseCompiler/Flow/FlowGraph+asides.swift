import MuseDefinition

extension FlowGraph {
  /// A way from a wait that no `next` names.
  struct Aside {
    enum Cause {
      case digression, cancel, silence, redo
      /// There only after this call has written.
      case amend(call: Int)
      /// There only where a yes to this confirm lives.
      case voidedYes(confirm: Int)
    }

    var cause: Cause
    var target: Int
    /// One or several of them get another value from a person.
    var told: Set<SlotID> = []
    /// What may be unset behind it.
    var loses: Set<SlotID> = []
  }

  /// All but those that void a yes.
  func plainAsides(from node: Int) -> [Aside] {
    var asides: [Aside] = []
    if hearsDigressions(node) { asides += digressions.map { Aside(cause: .digression, target: $0) } }
    // A cancel in a graph that is run ends that one.
    if waits(node), let cancel { asides.append(Aside(cause: .cancel, target: cancel)) }
    if noticesSilence(node) { asides += silences.map { Aside(cause: .silence, target: $0) } }
    guard let own = slotsOfItsOwn(node) else { return asides }
    for redo in redos where !runs(node) && !own.contains(redo.slot) && redo.target != node {
      asides.append(Aside(cause: .redo, target: redo.target, told: [redo.slot], loses: ties.hanging(on: [redo.slot])))
    }
    for amend in amends where amend.after.contains(node) {
      let told = drafts[amend.call].kind?.write?.readSlots ?? []
      asides.append(
        Aside(cause: .amend(call: amend.call), target: amend.target, told: told, loses: ties.hanging(on: told)))
    }
    return asides
  }

  /// Where a live yes is voided by a change, and its confirm's `changed` goes on.
  func voidingAsides(from node: Int, _ yeses: [LiveYes]) -> [Aside] {
    guard slotsOfItsOwn(node) != nil else { return [] }
    let own = LiveYes.covers(of: node, in: self) ?? []
    return yeses.filter { $0.confirm != node && $0.nodes.contains(node) }.flatMap { yes -> [Aside] in
      // What the confirm itself covers goes on at its own `changed`.
      let told = yes.told.subtracting(own)
      guard !told.isEmpty else { return [] }
      return ways[yes.confirm].filter { $0.outcome == .changed }.map { way in
        Aside(cause: .voidedYes(confirm: yes.confirm), target: way.target, told: told, loses: yes.loses)
      }
    }
  }

  /// The slots whose changes the node handles itself; nil where changes are not heard, or only with an intent.
  private func slotsOfItsOwn(_ node: Int) -> [SlotID]? {
    switch drafts[node].kind {
    case .ask(let ask): ask.slots
    case .confirm(let confirm): confirm.covers
    case .wait: []
    // Inside, a caller's slots are heard of where the way `changed` is there.
    case .run: hearsChanges(node) ? [] : nil
    case .classify, .handoff, .say, .llm, .call, .set, .when, .each, .end, nil: nil
    }
  }
}

// Some ways aside are there only behind something: a yes that they void, a write that they amend.

extension FlowGraph {
  /// Each doubles the states of a walk at worst.
  private static let mostFollowed = 6

  /// What counts as passed at the begin: of too many to follow any may have been.
  var passedAtFirst: Set<Int> { followed.count > Self.mostFollowed ? followed : [] }

  /// With a confirm that was left by a yes, or a call by any end but the one that did nothing.
  func passed(_ passed: Set<Int>, and node: Int, by outcome: Outcome) -> Set<Int> {
    guard followed.contains(node), !passed.contains(node) else { return passed }
    let isPassed =
      switch drafts[node].kind {
      case .confirm: outcome == .agreed
      case .call: outcome != .failed
      case .say, .ask, .classify, .llm, .set, .when, .run, .each, .wait, .handoff, .end, nil: false
      }
    return isPassed ? passed.union([node]) : passed
  }
}

extension FlowGraph.Aside {
  /// What has to have been passed: the confirm of a yes, a call.
  var after: Int? {
    switch cause {
    case .amend(let call): call
    case .voidedYes(let confirm): confirm
    case .digression, .cancel, .silence, .redo: nil
    }
  }

  func isThere(behind passed: Set<Int>) -> Bool { after.map(passed.contains) ?? true }
}
