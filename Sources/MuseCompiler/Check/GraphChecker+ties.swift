import MuseDefinition
import MuseExpression
import MuseSource

/// What ties a slot to others: `needed`, `depends`, `redo`; and what its values must look like.
extension GraphChecker {
  struct Ties {
    var pattern: TextPattern?
    var needed: CheckedExpression?
    var redo: NodeID?
    var depends: [SlotID]
  }

  mutating func checkTies(of slot: SlotDocument, _ type: SlotType) -> Ties {
    let pattern = slot.pattern.flatMap { checkedPattern($0, type) }
    let needed = slot.needed.flatMap { checkExpression($0, expecting: .bool, in: scope.environment) }
    let redo = slot.redo.flatMap { resolveNode($0) }
    reportRepetitions(slot.depends)
    let depends = slot.depends.compactMap { resolveSlot($0) }
    mentioned.formUnion(depends.map(\.rawValue))
    return Ties(pattern: pattern, needed: needed, redo: redo, depends: depends)
  }

  private mutating func checkedPattern(_ text: WrittenText, _ type: SlotType) -> TextPattern? {
    guard case .string = type.item.valueType, !type.item.isChoice else {
      add(Rule.badPattern.finding("The type '\(type.valueType)' has no pattern.", at: text.location))
      return nil
    }
    do {
      return try TextPattern(text.value)
    } catch {
      add(Rule.badPattern.finding(error.message, at: text.location(of: error.offset..<error.offset + 1)))
      return nil
    }
  }

  /// Slots that are needed, or kept, only because of themselves.
  mutating func checkCircles(_ slots: [Slot]) {
    let ties = Dictionary(slots.map { ($0.id, $0.ties) }) { first, _ in first }
    var reported: Set<SlotID> = []
    for slot in slots where !reported.contains(slot.id) {
      guard let circle = Self.circle(through: slot.id, ties) else { continue }
      reported.formUnion(circle)
      guard let written = document.slots.first(where: { $0.id.value == slot.id.rawValue }) else { continue }
      let names = (circle + [slot.id]).map { "'\($0)'" }.joined(separator: " → ")
      let place = written.place(ofTieTo: circle.count > 1 ? circle[1] : slot.id, slot)
      add(Rule.slotCircle.finding("The slot hangs on itself: \(names).", at: place))
    }
  }

  /// A shortest way from a slot back to itself.
  private static func circle(through start: SlotID, _ ties: [SlotID: Set<SlotID>]) -> [SlotID]? {
    var ways: [[SlotID]] = [[start]]
    var seen: Set<SlotID> = []
    while !ways.isEmpty {
      var longer: [[SlotID]] = []
      for way in ways {
        for next in (way.last.flatMap { ties[$0] } ?? []).sorted() {
          if next == start { return way }
          if seen.insert(next).inserted { longer.append(way + [next]) }
        }
      }
      ways = longer
    }
    return nil
  }
}

extension Slot {
  /// The names whose change may clear it.
  var ties: Set<SlotID> { Set(depends).union((needed?.references ?? []).map { SlotID(rawValue: $0) }) }
}

extension SlotDocument {
  fileprivate func place(ofTieTo other: SlotID, _ slot: Slot) -> SourceLocation {
    if let depends = depends.first(where: { $0.value == other.rawValue }) { return depends.location }
    return needed?.location ?? id.location
  }
}
