import MuseDefinition
import MuseExpression

/// What became of something said for a slot.
enum Taking {
  /// The slot holds a different value now.
  case changed
  case equal
  /// Words to be looked up, one half of a date and time, or several readings: an `ask` will complete it.
  case pending
  /// Told why, and nothing changed.
  case refused
  /// The same of words that are not what the slot's `pattern` asks for: nothing was understood.
  case misfit
  /// Nothing that this slot can hold.
  case unfit
}

/// From what was said to what a slot holds.
extension TurnMachine {
  @discardableResult
  mutating func take(_ slot: Slot, _ telling: Move.Telling, _ edit: Move.Edit) -> Taking {
    let taking = read(slot, telling, edit)
    switch taking {
    case .changed, .equal, .pending:
      turn.understood = true
      if !turn.touched.contains(slot.id) { turn.touched.append(slot.id) }
    case .refused: turn.understood = true
    case .misfit, .unfit: break
    }
    return taking
  }

  private mutating func read(_ slot: Slot, _ telling: Move.Telling, _ edit: Move.Edit) -> Taking {
    switch telling {
    case .value(let value): return takeValue(value, for: slot, edit)
    case .words(let words): return takeWords(words, for: slot, edit)
    case .ambiguous(let values): return takeReadings(values, of: slot)
    case .datePart(let date): return takeDate(date, for: slot)
    case .timePart(let time): return takeTimes([time], for: slot)
    case .ambiguousTimePart(let times): return takeTimes(times, for: slot)
    case .manyDays(let days): return refuse(days, for: slot)
    }
  }

  private mutating func refuse(_ days: Move.ManyDays, for slot: Slot) -> Taking {
    switch slot.type.item {
    case .date, .datetime:
      record(.refused(slot.id))
      say(phrases.oneDayOnly(days))
      return .refused
    case .text, .number, .integer, .boolean, .choice, .time, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list, .optional, .object:
      return .unfit
    }
  }

  // MARK: Values

  private mutating func takeValue(_ value: Value, for slot: Slot, _ edit: Move.Edit) -> Taking {
    if let day = day(value, of: slot) { return takeDate(day, for: slot) }
    guard value.fits(slot.type.item) || value.fits(slot.type) else { return .unfit }
    guard slot.type.isList, !value.isList else { return place(value, in: slot) }
    return takeItem(value, for: slot, edit)
  }

  /// A whole value, checked and stored.
  private mutating func place(_ value: Value, in slot: Slot) -> Taking {
    if self.value(of: slot.id) == value {
      // A default that is said again is a value from now on.
      state.slots[slot.id, default: SlotContent()].value = value
      state.slots[slot.id]?.part = nil
      state.slots[slot.id]?.options = []
      return .equal
    }
    if case .list(let items) = value, items.isEmpty {
      guard self.value(of: slot.id) != nil else { return .equal }
      empty(slot.id)
      return .changed
    }
    if let reason = objection(to: value, in: slot) {
      refuse(value, for: slot, because: reason)
      return reason == .pattern ? .misfit : .refused
    }
    assign(value, to: slot.id)
    return .changed
  }

  // MARK: Lists

  private mutating func takeItem(_ item: Value, for slot: Slot, _ edit: Move.Edit) -> Taking {
    takeItem(item, for: slot, decided: decided(edit, for: slot))
  }

  /// A looked-up item: what its words were meant to do was decided where they were said.
  mutating func takeDecided(_ item: Value, for slot: Slot, _ edit: Move.Edit) {
    guard slot.type.isList, !item.isList else {
      take(slot, .value(item), edit)
      return
    }
    _ = takeItem(item, for: slot, decided: edit)
  }

  private mutating func takeItem(_ item: Value, for slot: Slot, decided edit: Move.Edit) -> Taking {
    guard item.fits(slot.type.item) else { return .unfit }
    let items = self.items(of: slot.id)
    if edit == .remove, !items.contains(where: { $0.isSameItem(as: item) }) { return missing(print(item, of: slot)) }
    if edit == .plain, items.count > 1, !items.contains(where: { $0.isSameItem(as: item) }) { return askListBack(item, slot) }
    return place(joined(item, to: slot, edit), in: slot)
  }

  /// What is not there cannot be taken out: nothing changes, and the person hears it.
  private mutating func missing(_ label: String) -> Taking {
    say(phrases.notThere(label))
    return .equal
  }

  /// The list with the item added, removed, or alone; plainly said, it replaces the one that stands.
  func joined(_ item: Value, to slot: Slot, _ edit: Move.Edit) -> Value {
    var items = self.items(of: slot.id)
    switch edit {
    case .add:
      if !items.contains(where: { $0.isSameItem(as: item) }) { items.append(item) }
    case .remove: items.removeAll { $0.isSameItem(as: item) }
    case .plain, .replace: items = items.contains { $0.isSameItem(as: item) } && edit == .plain ? items : [item]
    }
    return .list(items)
  }

  /// At a list's own question, and beside another item of the same message, values are added; else one replaces where exactly one
  /// stands, and is asked back where several do.
  private func decided(_ edit: Move.Edit, for slot: Slot) -> Move.Edit {
    switch edit {
    case .add, .remove: edit
    case .replace: turn.touched.contains(slot.id) ? .add : .replace
    case .plain: addsPlainly(slot) || items(of: slot.id).isEmpty ? .add : .plain
    }
  }

  private func addsPlainly(_ slot: Slot) -> Bool {
    if turn.touched.contains(slot.id) { return true }
    guard case .waiting(let wait) = turn.origin else { return false }
    return wait.asked == slot.id && isDelivered(wait)
  }

  private mutating func askListBack(_ item: Value, _ slot: Slot) -> Taking {
    let label = print(item, of: slot)
    state.slots[slot.id, default: SlotContent()].options = [
      Awaiting.Option(value: .list(items(of: slot.id) + [item]), label: phrases.asWell(label)),
      Awaiting.Option(value: .list([item]), label: phrases.instead(label)),
    ]
    return .pending
  }

  func items(of slot: SlotID) -> [Value] {
    guard case .list(let items)? = value(of: slot) else { return [] }
    return items
  }

  // MARK: Words

  private mutating func takeWords(_ words: String, for slot: Slot, _ edit: Move.Edit) -> Taking {
    if edit == .remove, let item = items(of: slot.id).first(where: { isNamed($0, words) }) {
      return takeItem(item, for: slot, .remove)
    }
    guard slot.lookup != nil else { return takeUnlookedWords(words, for: slot, edit) }
    let spoken = SpokenWords(text: words, edit: slot.type.isList ? decided(edit, for: slot) : edit)
    state.slots[slot.id, default: SlotContent()].options = []
    if slot.type.isList {
      state.slots[slot.id, default: SlotContent()].words.append(spoken)
    } else {
      state.slots[slot.id, default: SlotContent()].words = [spoken]
    }
    return .pending
  }

  private mutating func takeUnlookedWords(_ words: String, for slot: Slot, _ edit: Move.Edit) -> Taking {
    switch slot.type.item {
    case .text: takeValue(.string(words), for: slot, edit)
    case .person: takeValue(.object(.person(id: words, name: words, email: nil)), for: slot, edit)
    case .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone, .url,
      .list, .optional, .object:
      .unfit
    }
  }

  private func isNamed(_ item: Value, _ words: String) -> Bool {
    let name = print(item).lowercased()
    let asked = words.lowercased()
    return name == asked || name.split { $0 == " " || $0 == "@" }.contains { $0 == asked }
  }

  // MARK: Several readings

  private mutating func takeReadings(_ values: [Value], of slot: Slot) -> Taking {
    let fitting = values.filter { $0.fits(slot.type.item) || day($0, of: slot) != nil }
    let valid = fitting.filter { day($0, of: slot) != nil || objection(to: $0, in: slot) == nil }
    guard let first = fitting.first else { return .unfit }
    guard valid.count > 1 else { return takeValue(valid.first ?? first, for: slot, .replace) }
    state.slots[slot.id, default: SlotContent()].options = options(for: valid, of: slot)
    return .pending
  }

  /// The day of a date and time whose clock time was not said ("03/04").
  private func day(_ value: Value, of slot: Slot) -> CivilDate? {
    guard slot.type.item == .datetime, case .date(let date) = value else { return nil }
    return date
  }

  // MARK: Parts of a date and time

  private mutating func takeDate(_ date: CivilDate, for slot: Slot) -> Taking {
    switch slot.type.item {
    case .date: return takeValue(.date(date), for: slot, .plain)
    case .datetime: break
    case .text, .number, .integer, .boolean, .choice, .time, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list, .optional, .object:
      return .unfit
    }
    if let times = standingTimes(of: slot.id) { return takeCivil(times.map { CivilDateTime(date: date, time: $0) }, for: slot) }
    return keepPart(.datePart(date), of: slot)
  }

  private mutating func takeTimes(_ times: [TimeOfDay], for slot: Slot) -> Taking {
    switch slot.type.item {
    case .time: return takeReadings(times.map(Value.time), of: slot)
    case .datetime: break
    case .text, .number, .integer, .boolean, .choice, .date, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list, .optional, .object:
      return .unfit
    }
    if let date = standingDate(of: slot.id) { return takeCivil(times.map { CivilDateTime(date: date, time: $0) }, for: slot) }
    guard let first = times.first else { return .unfit }
    return keepPart(times.count == 1 ? .timePart(first) : .ambiguousTimePart(times), of: slot)
  }

  /// Completes a part with the day or the clock time of another value; nil where nothing completes it.
  mutating func complete(_ part: Move.Telling, of slot: Slot, like other: Value) -> Taking? {
    switch part {
    case .datePart(let date): return other.times(in: zone).map { takeCivil($0.map { .init(date: date, time: $0) }, for: slot) }
    case .timePart(let time): return complete([time], of: slot, on: other)
    case .ambiguousTimePart(let times): return complete(times, of: slot, on: other)
    case .value, .ambiguous, .words, .manyDays: return nil
    }
  }

  private mutating func complete(_ times: [TimeOfDay], of slot: Slot, on other: Value) -> Taking? {
    other.date(in: zone).map { date in takeCivil(times.map { .init(date: date, time: $0) }, for: slot) }
  }

  private mutating func keepPart(_ part: Move.Telling, of slot: Slot) -> Taking {
    state.slots[slot.id, default: SlotContent()].part = part
    return .pending
  }

  /// What daylight saving repeats or skips is asked back, not guessed.
  private mutating func takeCivil(_ readings: [CivilDateTime], for slot: Slot) -> Taking {
    let instants = readings.flatMap { reading -> [Instant] in
      switch zone.resolve(reading) {
      case .once(let instant): [instant]
      case .twice(let earlier, let later): [earlier, later]
      case .skipped(let before, let after): [before, after]
      }
    }
    return takeReadings(instants.map(Value.timestamp), of: slot)
  }

  private func standingTimes(of slot: SlotID) -> [TimeOfDay]? {
    if case .timestamp(let instant)? = value(of: slot) { return [zone.civil(instant).time] }
    switch state.slots[slot]?.part {
    case .timePart(let time): return [time]
    case .ambiguousTimePart(let times): return times
    case .datePart, .value, .ambiguous, .words, .manyDays, nil: return nil
    }
  }

  private func standingDate(of slot: SlotID) -> CivilDate? {
    if case .datePart(let date)? = state.slots[slot]?.part { return date }
    if case .timestamp(let instant)? = value(of: slot) { return zone.civil(instant).date }
    return nil
  }
}

extension Value {
  fileprivate func times(in zone: Zone) -> [TimeOfDay]? {
    switch self {
    case .timestamp(let instant): [zone.civil(instant).time]
    case .time(let time): [time]
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .duration, .date, .object, .empty, .type: nil
    }
  }

  fileprivate func date(in zone: Zone) -> CivilDate? {
    switch self {
    case .timestamp(let instant): zone.civil(instant).date
    case .date(let date): date
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .duration, .time, .object, .empty, .type: nil
    }
  }
}
