import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  /// Nil where anything about it is wrong.
  mutating func buildButton(_ button: ButtonDocument, in draft: inout NodeDraft) -> ButtonTemplate? {
    let label = speak(button.label, for: &draft)
    let press = checkedPress(button, in: &draft)
    guard let label, let press else { return nil }
    return ButtonTemplate(label: label, press: press)
  }

  private mutating func checkedPress(_ button: ButtonDocument, in draft: inout NodeDraft) -> ButtonTemplate.Press? {
    switch button.press {
    case .move(let word):
      if let press = ButtonTemplate.Press.words[word.value] { return press }
      let words = ButtonTemplate.Press.words.keys.sorted()
      add(
        Rule.badButton.finding(
          "'\(word.value)' is no move.", at: word.location, nearMiss: nearMiss(to: word.value, among: words)))
    case .named(let key, let value) where key.value == "intent":
      return resolveIntent(value).map { .intent($0) }
    case .named(let slot, let value):
      guard let id = resolveSlot(slot), let type = scope.variables[id]?.type else { return nil }
      return content(value, of: id, type, in: &draft).map { .tell(id, $0) }
    case .several:
      add(Rule.badButton.finding("A button means one thing.", at: button.location))
    case .broken: break
    }
    return nil
  }

  private mutating func content(
    _ text: WrittenText, of slot: SlotID, _ type: SlotType, in draft: inout NodeDraft
  ) -> ButtonTemplate.Content? {
    if text.value.hasPrefix("{") { return expression(text, type, in: &draft) }
    if let value = LiteralReader(type: type.item, zone: scope.zone).value(text.value) { return .written(value) }
    if scope.lookupSlots.contains(slot) || type.item == .person { return .part(.words(text.value)) }
    if type.item == .datetime {
      if let time = WrittenLiteral.time(text.value) { return .part(.timePart(time)) }
      if let date = WrittenLiteral.date(text.value) { return .part(.datePart(date)) }
    }
    add(
      Rule.wrongType.finding(
        "'\(slot)' holds '\(type.valueType)', and '\(text.value)' is none.", at: text.location,
        advice: "Write \(LiteralReader(type: type.item, zone: scope.zone).example), or an expression in braces."))
    return nil
  }

  /// `"{times[0]}"`: the value of the one expression.
  private mutating func expression(_ text: WrittenText, _ type: SlotType, in draft: inout NodeDraft) -> ButtonTemplate.Content? {
    guard let template = fill(text, for: &draft) else { return nil }
    guard template.parts.count == 1, case .expression(let expression)? = template.parts.first,
      expression.type.unwrapped.canBecome(type.valueType) || expression.type.unwrapped.canBecome(type.item.valueType)
    else {
      add(
        Rule.wrongType.finding(
          "'\(type.valueType)' is expected here, and '\(text.value)' is none.", at: text.location,
          advice: "Write one expression in braces, of the type of the slot."))
      return nil
    }
    return .expression(expression)
  }
}

extension ButtonTemplate.Press {
  /// The moves that need no more than their name.
  static let words: [String: ButtonTemplate.Press] = [
    "agree": .agree, "refuse": .refuse, "cancel": .cancel, "skip": .skip, "repeat": .repeat, "help": .help,
    "start_over": .startOver, "none": .none,
  ]
}
