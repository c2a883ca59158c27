import MuseDefinition
import MuseExpression

/// What slots and facts hold, and how that changes.
extension TurnMachine {
  /// The slot's value, or its default read off this turn's clock.
  func value(of id: SlotID) -> Value? {
    if let value = state.slots[id]?.value { return value }
    return graph.slot(id)?.defaultValue?.value(now: turn.now, today: zone.civil(turn.now).date)
  }

  /// Stores a value that was checked; whatever else was pending for the slot is settled with it.
  mutating func assign(_ value: Value, to id: SlotID) {
    let old = self.value(of: id)
    state.slots[id] = SlotContent(value: value, words: state.slots[id]?.words ?? [])
    guard old != value else { return }
    record(.changed(id, value))
    // To decline what was unset gives it no value.
    if (old ?? .empty) != value { voidYeses(covering: id) }
  }

  mutating func unset(_ id: SlotID) {
    guard let content = state.slots[id] else { return }
    let old = value(of: id)
    state.slots[id] = nil
    if content.value != nil { record(.changed(id, value(of: id))) }
    if old != value(of: id) { voidYeses(covering: id) }
  }

  /// The last item of a list was taken out; words that are still to be looked up stay.
  mutating func empty(_ id: SlotID) {
    let words = state.slots[id]?.words ?? []
    unset(id)
    if !words.isEmpty { state.slots[id] = SlotContent(words: words) }
  }

  /// `forget`: unset, back to the default where there is one, and what hangs on them is cleared. The matter of a write all of
  /// whose slots are forgotten is closed.
  mutating func forget(_ ids: [SlotID]) {
    guard !ids.isEmpty else { return }
    let before = standing.values
    for id in ids { forget(id) }
    _ = settle(since: before, keeping: [])
    state.written = state.written.compactMap { write in
      var write = write
      write.slots.removeAll(where: ids.contains)
      // What was made of no slot stays until the run ends.
      return write.slots.isEmpty && !ids.isEmpty && callReads(write.node) ? nil : write
    }
  }

  private func callReads(_ node: NodeID) -> Bool {
    if case .call(let call)? = graph.nodes[node]?.kind { !call.readSlots.isEmpty } else { false }
  }

  private mutating func forget(_ id: SlotID) {
    if state.facts[id] != nil {
      state.facts[id] = nil
      markStale(id)
      record(.changed(id, nil))
    }
    unset(id)
  }

  /// What a tool or the graph sets: a slot or a fact, unchecked by `where`. A different value voids the yeses that rest on it.
  mutating func put(_ value: Value, in id: SlotID) {
    guard graph.slot(id) != nil else {
      guard state.facts[id] != value else { return }
      state.facts[id] = value
      markStale(id)
      return record(.changed(id, value))
    }
    guard self.value(of: id) != value else { return }
    assign(value, to: id)
  }

  /// What a node sets at once; then what hangs on it is cleared.
  mutating func store(_ value: Value, in id: SlotID) { store([(value: value, target: id)]) }

  mutating func store(_ assignments: [(value: Value, target: SlotID)]) {
    let before = standing.values
    for assignment in assignments { put(assignment.value, in: assignment.target) }
    _ = settle(since: before, keeping: Set(assignments.map(\.target)))
  }

  // MARK: What a slot takes

  /// Why a value cannot be taken: nil where it can.
  func objection(to value: Value, in slot: Slot) -> Objection? {
    if let bound = brokenBound(of: value, in: slot) { return bound }
    if let pattern = slot.pattern, !value.fits(pattern) { return .pattern }
    return holds(slot, value) ? nil : .condition
  }

  enum Objection: Equatable {
    case condition
    case pattern
    case below(Value)
    case above(Value)
  }

  /// `where`, with the offered value standing in the slot's place.
  func holds(_ slot: Slot, _ value: Value) -> Bool {
    guard let condition = slot.condition else { return true }
    var trial = self
    trial.state.slots[slot.id] = SlotContent(value: value)
    // A condition without a value does not hold.
    let holds = (try? condition.evaluate(in: trial.context(offering: value))) == .bool(true)
    decide(.allows(slot.id), holds)
    return holds
  }

  private func brokenBound(of value: Value, in slot: Slot) -> Objection? {
    let today = zone.civil(turn.now).date
    // A list grows item by item: whether it is long enough shows when the `ask` would be done.
    if !slot.type.isList, let minimum = slot.minimum?.value(now: turn.now, today: today),
      value.measure(against: minimum, isLess: true)
    {
      return .below(minimum)
    }
    if let maximum = slot.maximum?.value(now: turn.now, today: today), value.measure(against: maximum, isLess: false) {
      return .above(maximum)
    }
    return nil
  }

  // MARK: Refusing

  mutating func refuse(_ value: Value, for slot: Slot, because objection: Objection) {
    record(.refused(slot.id))
    if slot.refuse != nil, let node = placeNode {
      return speak(slot.refuse, at: node, offering: slot.type.isList ? lastItem(of: value) : value)
    }
    switch objection {
    case .condition, .pattern: say(phrases.cannotTake(print(value, of: slot)))
    case .below(let bound): say(phrases.atLeast(measure(bound, of: value)))
    case .above(let bound): say(phrases.atMost(measure(bound, of: value)))
    }
  }

  /// A bound as printed, with what it counts.
  private func measure(_ bound: Value, of value: Value) -> String {
    if case .string = value { return phrases.characters(print(bound)) }
    return print(bound)
  }

  /// How many items a list lacks to be long enough; nil where it is.
  func leastCount(of slot: Slot) -> Value? {
    guard slot.type.isList, let minimum = slot.minimum?.value(now: turn.now, today: zone.civil(turn.now).date) else { return nil }
    guard case .list(let items)? = value(of: slot.id) else { return nil }
    return Value.list(items).measure(against: minimum, isLess: true) ? minimum : nil
  }

  private func lastItem(of value: Value) -> Value {
    guard case .list(let items) = value, let last = items.last else { return value }
    return last
  }

  /// The node that a message is heard at; `begin` before there is one.
  var placeNode: NodeID? {
    switch state.place {
    case .waiting(let wait): wait.node
    case .working(let pending): pending.work.node
    case .sharing(let progress): progress.node
    case .beginning, .ended: graph.begin
    }
  }
}

extension Value {
  /// Whether a value is one of a declared type.
  func fits(_ type: SlotType) -> Bool {
    switch (type, self) {
    case (.text, .string(let text)): !text.isEmpty
    case (.email, .string), (.phone, .string), (.url, .string): true
    case (.choice(let words), .string(let word)): words.contains(word)
    case (.number, .double), (.number, .int), (.integer, .int), (.boolean, .bool): true
    case (.date, .date), (.time, .time), (.datetime, .timestamp), (.duration, .duration): true
    case (.daterange, .object(let object)): object.type == "daterange"
    case (.timerange, .object(let object)): object.type == "timerange"
    case (.person, .object(let object)): object.type == "person"
    case (.object(let name), .object(let object)): object.type == name
    case (.list(let element), .list(let items)): items.allSatisfy { $0.fits(element) }
    case (.optional(let wrapped), _): self == .empty || fits(wrapped)
    default: false
    }
  }

  /// A text, or each text of a list, as a whole.
  func fits(_ pattern: TextPattern) -> Bool {
    switch self {
    case .string(let text): pattern.fits(text)
    case .list(let items): items.allSatisfy { $0.fits(pattern) }
    case .null, .bool, .int, .uint, .double, .bytes, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: true
    }
  }

  var isList: Bool {
    if case .list = self { return true }
    return false
  }

  /// Two items of a list are the same where their ids are, or where they are equal.
  func isSameItem(as other: Value) -> Bool {
    guard case .object(let left) = self, case .object(let right) = other, let id = left["id"] else { return self == other }
    return left.type == right.type && id == right["id"]
  }

  /// Compares with a bound: of a text the length in characters, of a list the count.
  func measure(against bound: Value, isLess: Bool) -> Bool {
    func compare<Quantity: Comparable>(_ left: Quantity, _ right: Quantity) -> Bool { isLess ? left < right : left > right }
    switch (self, bound) {
    case (.string(let text), .int(let limit)): return compare(Int64(text.count), limit)
    case (.list(let items), .int(let limit)): return compare(Int64(items.count), limit)
    case (.int(let left), .int(let right)): return compare(left, right)
    case (.double(let left), .double(let right)): return compare(left, right)
    case (.double(let left), .int(let right)): return compare(left, Double(right))
    case (.int(let left), .double(let right)): return compare(Double(left), right)
    case (.duration(let left), .duration(let right)): return compare(left, right)
    case (.date(let left), .date(let right)): return compare(left, right)
    case (.time(let left), .time(let right)): return compare(left, right)
    case (.timestamp(let left), .timestamp(let right)): return compare(left, right)
    default: return false
    }
  }
}
