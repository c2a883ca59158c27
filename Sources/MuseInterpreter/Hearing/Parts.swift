import MuseDefinition

/// The parts of a message: each is consumed once.
extension TurnMachine {
  /// Consumes every move of the kind; true where there was one.
  mutating func take(_ kind: Move.Kind) -> Bool {
    let before = turn.parts.count
    turn.parts.removeAll { $0.kind == kind }
    return turn.parts.count < before
  }

  /// The number of a choice, consumed.
  mutating func takeChoice() -> Int? {
    for (index, move) in turn.parts.enumerated() {
      guard case .choose(let number) = move.kind else { continue }
      turn.parts.remove(at: index)
      return number
    }
    return nil
  }

  /// The slot that is to change, but not to what; consumed.
  mutating func takeReopening() -> Slot? {
    for (index, move) in turn.parts.enumerated() {
      guard case .reopen(let id) = move.kind, let slot = graph.slot(id) else { continue }
      turn.parts.remove(at: index)
      turn.understood = true
      return slot
    }
    return nil
  }

  struct Told {
    var slot: SlotID
    var telling: Move.Telling
    var edit: Move.Edit
  }

  /// What lies within the span of an intent that is still to be heard belongs to that intent ("yes. Also book one with Carol").
  mutating func takeTellings(of slots: Set<SlotID>) -> [Told] {
    let later = laterTellings(openSlots: graph.slots.map(\.id))
    return takeTellings(fitting: { move in move.tellingSlot.map(slots.contains) == true && !later.contains(move) })
  }

  /// Consumes what was said and fits, in the order of the message.
  mutating func takeTellings(fitting fits: (Move) -> Bool) -> [Told] {
    var taken: [Told] = []
    var left: [Move] = []
    for move in turn.parts {
      if case .tell(let slot, let telling, let edit) = move.kind, fits(move) {
        taken.append(Told(slot: slot, telling: telling, edit: edit))
      } else {
        left.append(move)
      }
    }
    turn.parts = left
    return taken
  }
}

extension Move {
  /// Whether its words are among those of another move.
  func lies(within other: Move) -> Bool {
    guard let span, let whole = other.span else { return false }
    return whole.lowerBound <= span.lowerBound && span.upperBound <= whole.upperBound
  }

  /// The slot that something was said for.
  var tellingSlot: SlotID? {
    switch kind {
    case .tell(let slot, _, _): slot
    case .reopen, .agree, .refuse, .choose, .none, .intent, .cancel, .skip, .repeat, .help, .startOver, .nonsense: nil
    }
  }

  /// The slot that is told or to change.
  var concernedSlot: SlotID? {
    switch kind {
    case .tell(let slot, _, _), .reopen(let slot): slot
    case .agree, .refuse, .choose, .none, .intent, .cancel, .skip, .repeat, .help, .startOver, .nonsense: nil
    }
  }

  var isIntent: Bool {
    switch kind {
    case .intent: true
    case .tell, .reopen, .agree, .refuse, .choose, .none, .cancel, .skip, .repeat, .help, .startOver, .nonsense: false
    }
  }
}
