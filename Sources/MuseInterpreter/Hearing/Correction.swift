import MuseDefinition
import MuseExpression

/// What a change does at a wait: never a hidden edge (LANGUAGE, "Correction").
extension TurnMachine {
  struct Hearing {
    /// A value of the message stands now, or waits to be completed.
    var tookSomething: Bool = false
    /// A slot holds a different value now: the tries start anew.
    var filled: Bool = false
    var refusedSomething: Bool = false
    var heardEqual: Bool = false
    /// A slot that the open confirm covers has changed.
    var changesCovered: Bool = false
    /// A live yes of another confirm was voided: the thread goes on at its `changed`.
    var elsewhere: Target?
  }

  /// Takes the values of the message, but for those of a second intent.
  mutating func hearTellings(at node: NodeID, covered: Set<SlotID> = []) -> Hearing {
    var hearing = Hearing()
    var changed: [SlotID] = []
    let later = slotsOfLeftIntent(openSlots: openSlots(at: node))
    for told in takeTellings(where: { !later.contains($0) }) {
      guard let slot = graph.slot(told.slot) else { continue }
      switch take(slot, told.telling, told.edit) {
      case .changed:
        hearing.tookSomething = true
        hearing.filled = true
        changed.append(told.slot)
      case .pending:
        hearing.tookSomething = true
        changed.append(told.slot)
      case .equal: hearing.heardEqual = true
      case .refused: hearing.refusedSomething = true
      case .unfit: break
      }
    }
    hearing.changesCovered = changed.contains(where: covered.contains)
    if hearing.changesCovered {
      for slot in changed { voidYeses(covering: slot) }
    } else {
      hearing.elsewhere = correction(after: changed, covered: covered)
    }
    return hearing
  }

  /// (1) covered by the open confirm: its own business; (2) else a live yes is voided: at that confirm's `changed`; else nil.
  mutating func correction(after changed: [SlotID], covered: Set<SlotID>) -> Target? {
    var voided: [NodeID] = []
    for slot in changed where !covered.contains(slot) { voided += voidYeses(covering: slot) }
    guard let first = voided.first, let node = graph.nodes[first] else { return nil }
    return leave(node, .changed)
  }
}
