import MuseDefinition
import MuseExpression

/// Which slots hang on which: a change of the one may clear the other (`needed`, `depends`).
struct Ties {
  private let hanging: [SlotID: Set<SlotID>]
  private let grounds: [SlotID: Set<SlotID>]

  init(_ slots: [Slot]) {
    var hanging: [SlotID: Set<SlotID>] = [:]
    for slot in slots { for ground in slot.ties { hanging[ground, default: []].insert(slot.id) } }
    self.hanging = hanging
    grounds = Dictionary(slots.map { ($0.id, $0.ties) }) { first, _ in first }
  }

  /// What a change of one of them may clear, at whatever remove.
  func hanging(on changed: Set<SlotID>) -> Set<SlotID> { Self.closure(of: changed, in: hanging) }

  /// What may clear the slot by changing, at whatever remove.
  func grounds(of slot: SlotID) -> Set<SlotID> { Self.closure(of: [slot], in: grounds) }

  private static func closure(of starts: Set<SlotID>, in next: [SlotID: Set<SlotID>]) -> Set<SlotID> {
    var found: Set<SlotID> = []
    var waiting = Array(starts)
    while let slot = waiting.popLast() {
      for other in next[slot] ?? [] where found.insert(other).inserted { waiting.append(other) }
    }
    return found
  }
}
