import MuseDefinition
import MuseExpression
import MuseSource

extension AskNode {
  static let form = VerbForm(
    verb: .ask, expects: .filled(.oneOrMore(.word)),
    keys: [
      VerbForm.next,
      KeyForm(
        "tries", .integer(1...100), summary: "How often it is asked in vain before the outcome 'exhausted'; 3 if left out."),
      KeyForm(
        "choices", .expression, summary: "A list that is offered by number; the person picks one, none, or names another value."),
      KeyForm(
        "like", .map(.expression),
        summary: "For slots of this 'ask', the date or time that completes one said in part, such as 'meeting.start'."),
    ] + VerbForm.waiting,
    summary: "Asks for what is not known yet of the slots it lists, and waits until all of it is.")
}

extension NodeDocument.Ask {
  init(_ fields: Fields) {
    self.init()
    slots = fields.texts("ask")
    tries = fields.integer("tries")
    choices = fields.text("choices")
    like = fields.bindings("like")
  }
}

extension GraphChecker {
  mutating func buildAsk(_ ask: NodeDocument.Ask, into draft: inout NodeDraft) {
    draft.verb = .ask
    let slots = ask.slots.compactMap { resolveSlot($0) }
    reportRepetitions(ask.slots)
    checkIsAsked(ask, slots: slots, node: draft.document.id)
    let choices = ask.choices.flatMap { checkedChoices($0, for: slots.first, in: &draft) }
    let like = checkedLike(ask.like, among: slots)
    let canFail = slots.contains { scope.lookupSlots.contains($0) }
    // Whether it can fail is known only where all its slots are.
    guard slots.count == ask.slots.count, !slots.isEmpty else { return }
    draft.outcomes.ordinary = [.done] + (ask.choices == nil ? [] : [.none])
    draft.outcomes.other = (canFail ? [.failed] : []) + [.exhausted]
    guard (choices == nil) == (ask.choices == nil), like.count == ask.like.count else { return }
    draft.kind = .ask(AskNode(slots: slots, tries: ask.tries?.value ?? 3, choices: choices, like: like))
  }

  /// An `ask` of slots that have no question would never ask anything.
  private mutating func checkIsAsked(_ ask: NodeDocument.Ask, slots: [SlotID], node: WrittenText) {
    guard ask.choices == nil, !slots.isEmpty, slots.count == ask.slots.count, let first = ask.slots.first else { return }
    guard !slots.contains(where: { scope.askedSlots.contains($0) }) else { return }
    add(Rule.nothingToAsk.finding("None of the slots of '\(node.value)' has an 'ask' text.", at: first.location))
  }

  private mutating func checkedChoices(_ text: WrittenText, for slot: SlotID?, in draft: inout NodeDraft) -> CheckedExpression? {
    guard let expression = evaluate(text, expecting: nil, for: &draft) else { return nil }
    guard let slot, let type = scope.variables[slot]?.type else { return expression }
    let expected = ValueType.list(type.item.valueType)
    if !expression.type.canBecome(expected) {
      add(
        Rule.wrongType.finding(
          "'choices' is '\(expression.type)', but '\(expected)' is expected.", at: text.location,
          advice: "Give a list of values that the slot '\(slot)' can take."))
      return nil
    }
    return expression
  }

  /// What may be unset is left out when it is read, so it counts as no read.
  private mutating func checkedLike(_ bindings: [BindingDocument], among slots: [SlotID]) -> [SlotID: CheckedExpression] {
    var like: [SlotID: CheckedExpression] = [:]
    for binding in bindings {
      let id = resolveSlot(binding.name)
      let expression = checkExpression(binding.expression, expecting: nil, in: scope.laterEnvironment)
      guard let id, let expression else { continue }
      if !slots.contains(id) || scope.variables[id]?.type?.item != .datetime {
        add(Rule.badLike.finding("'\(id)' is no 'datetime' that this node asks for.", at: binding.name.location))
      } else if ![.timestamp, .date, .time, .dyn].contains(expression.type.unwrapped) {
        add(
          Rule.badLike.finding(
            "This is '\(expression.type)', which completes no date and time.", at: binding.expression.location,
            advice: "Give a date and time, a date or a time."))
      } else {
        like[id] = expression
      }
    }
    return like
  }

  /// Names that a list holds twice.
  mutating func reportRepetitions(_ names: [WrittenText]) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.value).inserted {
      add(Rule.listedTwice.finding("'\(name.value)' is listed twice.", at: name.location))
    }
  }
}
