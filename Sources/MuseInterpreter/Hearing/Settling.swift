import MuseDefinition
import MuseExpression

/// Slots that hang on others: `needed` and `depends`.
extension TurnMachine {
  /// Whether a slot is to be asked for: where `needed` cannot be decided yet, it is not.
  func isNeeded(_ slot: Slot) -> Bool { isNeeded(slot, ifUndecided: false) }

  /// Nothing is held, and by all that is known nothing is to be asked: what is said is not meant for it. A condition about the
  /// clock says nothing here.
  func isOutOfPlace(_ slot: Slot) -> Bool {
    guard let needed = slot.needed, state.slots[slot.id] == nil else { return false }
    guard needed.references.isDisjoint(with: ["now", "today"]) else { return false }
    return !isNeeded(slot, ifUndecided: true)
  }

  /// Clears what stands only because of what has changed, until nothing more follows: every step clears one slot, so there are at
  /// most as many as slots. What was told or set just now stays, unless it is not needed.
  mutating func settle(since before: [SlotID: Value], keeping: Set<SlotID>) -> [SlotID] {
    let tied = graph.slots.filter { $0.needed != nil || !$0.depends.isEmpty }
    guard !tied.isEmpty else { return [] }
    var cleared: [SlotID] = []
    while true {
      let changed = Set(before.filter { value(of: $0.key) != $0.value }.keys)
      let next = tied.first { slot in
        state.slots[slot.id] != nil && mustClear(slot, after: changed, isKept: keeping.contains(slot.id))
      }
      guard let next else { return cleared }
      unset(next.id)
      state.slots[next.id] = nil
      cleared.append(next.id)
    }
  }

  private func mustClear(_ slot: Slot, after changed: Set<SlotID>, isKept: Bool) -> Bool {
    if !isKept, !changed.isDisjoint(with: slot.depends) { return true }
    // Undecided, it is cleared only if that came about just now: what is told early waits for what decides it.
    let lostGround = slot.needed?.references.contains { changed.contains(SlotID(rawValue: $0)) } ?? false
    return !isNeeded(slot, ifUndecided: !lostGround || isKept)
  }

  /// - Parameter undecided: what counts where `needed` has no value, because it reads what is unset.
  private func isNeeded(_ slot: Slot, ifUndecided undecided: Bool) -> Bool {
    guard let needed = slot.needed else { return true }
    // A condition without a value is undecided.
    guard case .bool(let holds)? = try? needed.evaluate(in: context()) else { return undecided }
    decide(.needed(slot.id), holds)
    return holds
  }

  /// What was said and is not needed is not dropped in silence.
  mutating func tellUnneeded(_ slots: [SlotID]) {
    for id in slots {
      guard let slot = graph.slot(id) else { continue }
      say(phrases.notNeeded(label(of: slot)))
    }
  }
}
