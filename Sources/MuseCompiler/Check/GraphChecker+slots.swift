import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  /// Types and names of slots and facts, before anything reads them.
  mutating func declareVariables() {
    scope.nodes = Set(document.nodes.map { NodeID(rawValue: $0.id.value) })
    for slot in document.slots {
      checkID(slot.id, of: .slot)
      let type = checkedType(slot.type, options: slot.options?.value.map(\.value))
      checkOptions(slot.options, type: type, written: slot.type)
      let id = SlotID(rawValue: slot.id.value)
      scope.variables[id] = .init(
        type: checkedSlotType(type, of: slot), isOptional: slot.isOptional?.value ?? false, location: slot.id.location)
      if slot.lookup != nil { scope.lookupSlots.insert(id) }
      if slot.ask != nil { scope.askedSlots.insert(id) }
      if slot.isSensitive?.value == true { scope.sensitiveSlots.insert(id) }
    }
    for fact in document.facts {
      checkID(fact.id, of: .fact)
      let id = SlotID(rawValue: fact.id.value)
      let type = checkedType(fact.type, options: fact.options?.value.map(\.value))
      checkOptions(fact.options, type: type, written: fact.type)
      if let slot = scope.variables[id], !slot.isFact {
        add(
          Rule.slotAndFact.finding(
            "'\(id)' is a slot and a fact.", at: fact.id.location,
            related: [.init(message: "The slot is declared here.", location: slot.location)]))
      } else {
        scope.variables[id] = .init(type: type, isFact: true, location: fact.id.location)
      }
    }
  }

  mutating func checkOptions(_ options: Located<[WrittenText]>?, type: SlotType?, written: WrittenText?) {
    guard let options else { return }
    if let type, !type.item.isChoice {
      return add(Rule.ofWithoutChoice.finding("'of' stands beside the type '\(written?.value ?? "")'.", at: options.location))
    }
    if options.value.isEmpty {
      return add(Rule.choiceWithoutOf.finding("'of' lists nothing to choose.", at: options.location))
    }
    var seen: Set<String> = []
    for option in options.value where !seen.insert(option.value).inserted {
      add(
        Rule.badOption.finding("'\(option.value)' is listed twice.", at: option.location))
    }
  }

  /// A slot's own limits on types, beyond those of every type.
  private mutating func checkedSlotType(_ type: SlotType?, of slot: SlotDocument) -> SlotType? {
    guard let type, let written = slot.type else { return nil }
    switch type {
    case .optional(let wrapped):
      add(
        Rule.slotType.finding(
          "A slot cannot have the type '\(written.value)'.", at: written.location,
          advice: "Write the type without 'optional', and 'optional: true' beside it."))
      return wrapped
    case .list(let element) where element.isList || element != element.item:
      add(Rule.slotType.finding("A person cannot tell a '\(written.value)'.", at: written.location))
    case .list, .object, .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange,
      .email, .phone, .url, .person:
      if case .object(let name) = type.item, slot.ask != nil, slot.lookup == nil {
        add(
          Rule.objectWithoutLookup.finding("'\(slot.id.value)' asks for a '\(name)' and has no 'lookup'.", at: slot.id.location))
      }
    }
    return type
  }

  /// Nil where its type is wrong.
  mutating func buildSlot(_ slot: SlotDocument) -> Slot? {
    let id = SlotID(rawValue: slot.id.value)
    let mentionedByOthers = mentioned.contains(id.rawValue)
    // Its own texts and conditions are no use of it.
    defer { if !mentionedByOthers { mentioned.remove(id.rawValue) } }
    let type = scope.variables[id]?.type
    let environment = scope.environment
    let literals = type.map { LiteralReader(type: $0, zone: scope.zone) }
    let minimum = literals.flatMap { checkedLimit(slot.minimum, $0) }
    let maximum = literals.flatMap { checkedLimit(slot.maximum, $0) }
    checkOrder(minimum, maximum, written: slot.maximum)
    let fallback = literals.flatMap { checkedDefault(slot.defaultValue, $0, minimum: minimum, maximum: maximum) }
    let (texts, questions) = reading { checker in
      [slot.ask, slot.reask, slot.help].map { $0.flatMap { checker.checkSpoken($0, in: checker.scope.laterEnvironment) } }
    }
    let (label, labelReads) = reading { checker in slot.label.flatMap { checker.checkSpoken($0, in: environment) } }
    let examples = slot.examples.compactMap { checkExample($0) }
    let (condition, conditionReads) = reading { checker in
      slot.condition.flatMap { checker.checkExpression($0, expecting: .bool, in: environment) }
    }
    let (refuse, refusalReads) = reading { checker in
      slot.refuse.flatMap { checker.checkSpoken($0, in: checker.refusalEnvironment(environment, slot, type)) }
    }
    // Where they are judged, a value of the slot itself is offered.
    let judging = (conditionReads + refusalReads).filter { $0.variable != id }
    slotReads.append(SlotReads(slot: id, questions: questions, labels: labelReads, judging: judging))
    let lookup = slot.lookup.flatMap { checkLookup($0, item: type?.item) }
    return type.map { type in
      let words = checkedWords(slot.optionWords)
      let ties = checkTies(of: slot, type)
      return Slot(
        id: id, type: type, optionWords: words, ask: texts[0], reask: texts[1], help: texts[2], label: label,
        summary: slot.description?.value,
        examples: examples, defaultValue: fallback, isOptional: slot.isOptional?.value ?? false, minimum: minimum,
        maximum: maximum, condition: condition, refuse: refuse, lookup: lookup, pattern: ties.pattern,
        needed: ties.needed, depends: ties.depends, redo: ties.redo, isSensitive: slot.isSensitive?.value ?? false)
    }
  }

  /// In `refuse`, `offered` is what was said: one item, or the words that a lookup found nothing for.
  private func refusalEnvironment(_ environment: TypeEnvironment, _ slot: SlotDocument, _ type: SlotType?) -> TypeEnvironment {
    var environment = environment
    environment.variables["offered"] = slot.lookup == nil ? type?.item.valueType ?? .dyn : .dyn
    return environment
  }

  private mutating func checkLookup(_ name: WrittenText, item: SlotType?) -> Lookup? {
    guard let tool = resolveTool(name) else { return nil }
    let words = tool.takes.first
    let ending = tool.endings.first
    let matches = ending?.fields.first
    guard tool.effect == .reads, tool.takes.count == 1, let words, words.type == .text, tool.endings.count == 1, let ending,
      ending.fields.count == 1, let matches, case .list(let element) = matches.type
    else {
      add(Rule.lookupShape.finding("'\(name.value)' cannot look words up.", at: name.location))
      return nil
    }
    if let item, element != item {
      add(
        Rule.lookupShape.finding(
          "'\(name.value)' finds values of the type '\(element.valueType)', but the slot takes '\(item.valueType)'.",
          at: name.location))
    }
    return Lookup(tool: tool.id, parameter: words.name, outcome: ending.outcome, field: matches.name)
  }

  mutating func resolveTool(_ name: WrittenText) -> ToolSignature? {
    if let tool = scope.tools[ToolID(rawValue: name.value)] { return tool }
    if !scope.isIncomplete {
      add(
        Rule.unknownTool.finding(
          "There is no tool '\(name.value)'.", at: name.location,
          nearMiss: nearMiss(to: name.value, among: scope.tools.keys.map(\.rawValue))))
    }
    return nil
  }
}

extension SlotType {
  var isChoice: Bool {
    if case .choice = self { true } else { false }
  }
}
