import MuseDefinition
import MuseExpression

/// Which yes counts for what (LANGUAGE, "Consent").
extension TurnMachine {
  /// The newest live yes whose `covers` holds every slot that the call reads, and since which the facts it reads stand.
  func liveYes(for call: CallNode) -> Int? {
    state.yeses.lastIndex { yes in
      call.readSlots.isSubset(of: yes.covers) && call.readFacts.isDisjoint(with: yes.staleFacts)
    }
  }

  /// After `failed` the yes lives on and the write keeps its id; any other end spends every yes that covers it.
  mutating func spendYes(of call: CallNode, _ node: Node, _ effect: Call, after outcome: Outcome) {
    if outcome == .failed {
      guard let yes = liveYes(for: call) else { return }
      state.yeses[yes].failedWrites[node.id] = FailedWrite(effect: effect.id, arguments: effect.arguments)
    } else {
      state.yeses.removeAll { call.spends(yesTo: Set($0.covers)) }
    }
  }

  /// A covered slot got a different value: the yes is no longer one. Gives the confirms that were voided.
  @discardableResult
  mutating func voidYeses(covering slot: SlotID) -> [NodeID] {
    let voided = state.yeses.filter { $0.covers.contains(slot) }.map(\.confirm)
    state.yeses.removeAll { $0.covers.contains(slot) }
    return voided
  }

  mutating func markStale(_ fact: SlotID) {
    for index in state.yeses.indices where !state.yeses[index].staleFacts.contains(fact) {
      state.yeses[index].staleFacts.append(fact)
    }
  }
}
