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
    /// Words were not what the `pattern` of the asked slot wants.
    var hasMisfit: Bool = false
    var heardEqual: Bool = false
    /// Something was said for a slot that it cannot hold.
    var heardUnfit: Bool = false
    /// Where the change leads; nil: the wait goes on.
    var leaves: Target?
  }

  /// What is known before a message is heard, and under which yes.
  struct Standing {
    var values: [SlotID: Value]
    var yeses: [LiveYes]
  }

  var standing: Standing {
    let values = graph.slots.compactMap { slot in value(of: slot.id).map { (slot.id, $0) } }
    return Standing(values: Dictionary(values) { first, _ in first }, yeses: state.yeses)
  }

  /// Takes the values of the message, but for those of a second intent.
  mutating func hearTellings(at node: NodeID) -> Hearing {
    let before = standing
    let open = openSlots(at: node)
    let later = laterTellings(openSlots: open)
    var hearing = Hearing()
    var told: [SlotID] = []
    for part in takeTellings(fitting: { !later.contains($0) }) {
      guard let slot = graph.slot(part.slot), !isDone(part, of: slot, at: node, &hearing) else { continue }
      switch take(slot, part.telling, part.edit) {
      case .changed:
        hearing.tookSomething = true
        hearing.filled = true
        told.append(part.slot)
      case .pending:
        hearing.tookSomething = true
        told.append(part.slot)
      case .equal: hearing.heardEqual = true
      case .refused: hearing.refusedSomething = true
      case .misfit where isAsked(part.slot): hearing.hasMisfit = true
      case .misfit:
        // What is said for another slot is no try in vain.
        turn.understood = true
        hearing.refusedSomething = true
      case .unfit: hearing.heardUnfit = true
      }
    }
    hearing.leaves = correct(told, since: before, at: node)
    return hearing
  }

  private func isAsked(_ slot: SlotID) -> Bool {
    if case .waiting(let wait) = state.place { wait.asked == slot } else { false }
  }

  /// Clears what hangs on what was told, and leads on where the table says.
  mutating func correct(_ told: [SlotID], since before: Standing, at node: NodeID) -> Target? {
    let cleared = settle(since: before.values, keeping: Set(told))
    tellUnneeded(told.filter(cleared.contains))
    var changed: [SlotID] = []
    for slot in told + cleared where !changed.contains(slot) { changed.append(slot) }
    let courses = changed.map { course(of: $0, since: before, at: node) }
    for slot in changed { voidYeses(covering: slot) }
    guard let course = courses.min(by: { $0.rank < $1.rank }), let target = target(of: course) else { return nil }
    // What a digression learns may undo what was agreed before it: there is nothing to come back to.
    if course.leavesDigression { state.outer = nil }
    remember(changed, of: before)
    return target
  }

  private func course(of slot: SlotID, since before: Standing, at node: NodeID) -> Course {
    let confirm = before.yeses.first { $0.covers.contains(slot) }?.confirm
    let written = state.written.last { $0.slots.contains(slot) }?.node
    let course = CorrectionRules(graph: graph).course(of: slot, at: node, liveYesOf: confirm, writtenBy: written)
    // What was unset is filled, not changed: nothing was made of it.
    if case .redone = course, before.values[slot] == nil { return .stays }
    return course
  }

  /// The way out that a course takes; nil where the wait goes on.
  private mutating func target(of course: Course) -> Target? {
    switch course {
    case .changed(let confirm), .voided(let confirm): graph.nodes[confirm].flatMap { leave($0, .changed) }
    case .amended(_, let node), .redone(let node): .node(node)
    case .caller(let run): graph.nodes[run].flatMap { leave($0, .changed) }
    case .stays, .done, .withIntent, .unheard: nil
    }
  }

  /// Keeps what the changed slots held, for `was.x`.
  private mutating func remember(_ changed: [SlotID], of before: Standing) {
    let values = before.values.filter { changed.contains($0.key) && value(of: $0.key) != $0.value }
    state.past = values.isEmpty ? nil : Past(turn: state.turn, values: values)
  }

  // MARK: What is written stays

  /// What a write was made of that has succeeded, and that has no `amend`: the person hears that it is done.
  private mutating func isDone(_ part: Told, of slot: Slot, at node: NodeID, _ hearing: inout Hearing) -> Bool {
    guard !state.written.isEmpty, isDone(slot.id, at: node) else { return false }
    var trial = self
    switch trial.take(slot, part.telling, part.edit) {
    case .changed, .pending: break
    case .equal, .refused, .misfit, .unfit: return false
    }
    tellDone()
    hearing.heardEqual = true
    return true
  }

  func isDone(_ slot: SlotID, at node: NodeID) -> Bool {
    if case .done = course(of: slot, since: standing, at: node) { true } else { false }
  }

  mutating func tellDone() {
    turn.understood = true
    if !turn.said.contains(phrases.alreadyDone) { say(phrases.alreadyDone) }
  }
}

extension Course {
  /// It leads to what stands outside of a digression.
  fileprivate var leavesDigression: Bool {
    switch self {
    case .voided, .amended, .redone: true
    case .changed, .done, .stays, .withIntent, .caller, .unheard: false
    }
  }

  /// Of several changes in one message the strongest course counts (LANGUAGE, "Correction").
  fileprivate var rank: Int {
    switch self {
    case .changed: 0
    case .voided: 1
    case .amended: 2
    case .redone: 3
    case .done, .stays, .withIntent, .caller, .unheard: 4
    }
  }
}
