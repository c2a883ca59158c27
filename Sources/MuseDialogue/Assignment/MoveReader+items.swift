import MuseDefinition
import MuseExpression

/// Items of a list that stands, by their place or by their words.
extension MoveReader {
  /// "remove the second one", "only the first": one list must stand that is long enough. Where a list is on offer, places are
  /// its.
  func itemsByPlace() -> [Told] {
    guard awaiting.options.isEmpty, let (slot, items) = standingList else { return [] }
    var result: [Told] = []
    var index = 0
    while index < message.tokens.count {
      if let told = itemByPlace(at: index, slot, items) {
        result.append(told)
        index = told.tokens.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func itemByPlace(at index: Int, _ slot: SlotID, _ items: [Value]) -> Told? {
    var cursor = Cursor(tokens: message.tokens, index: index)
    guard let editing = cursor.take(language.answers.editsBefore), editing != .add else { return nil }
    let verb = cursor.index
    _ = cursor.take(language.grammar.determiners)
    _ = cursor.take(language.answers.choiceMarks)
    let number: Int?
    if cursor.take(language.answers.lastOffered) != nil {
      number = items.count
    } else {
      let grammar = NumberGrammar(language: language)
      number = grammar.ordinal(&cursor, dotted: true) ?? (cursor.index > verb + 1 ? grammar.whole(&cursor) : nil)
    }
    guard let number, (1...items.count).contains(number), endsPlace(cursor) else { return nil }
    return Told(
      slot: slot, telling: .value(items[number - 1]), edit: editing == .remove ? .remove : .replace, tokens: index..<cursor.index)
  }

  /// "the second one", "the second person"; not "the second of May".
  private func endsPlace(_ cursor: Cursor) -> Bool {
    guard let next = cursor.token else { return true }
    return next.kind == .sign || !language.grammar.prepositions.contains(next.word) && language.times.months[next.word] == nil
  }

  /// The list of the open question that holds something, else the only one that does.
  private var standingList: (SlotID, [Value])? {
    let lists = awaiting.slots.compactMap { slot -> (SlotID, [Value])? in
      guard case .list(let items) = slot.value, !items.isEmpty else { return nil }
      return (slot.id, items)
    }
    let open = lists.filter { awaiting.open.contains($0.0) }
    return open.count == 1 ? open[0] : lists.count == 1 ? lists[0] : nil
  }
}
