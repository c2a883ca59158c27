import MuseDefinition
import MuseSource

extension GraphChecker {
  mutating func checkIntents() -> [Intent] {
    document.intents.map { intent in
      checkID(intent.id, of: .intent)
      let id = IntentID(rawValue: intent.id.value)
      scope.intents.insert(id)
      if intent.examples.isEmpty {
        add(Rule.intentWithoutExamples.finding("The intent '\(id)' has no examples.", at: intent.id.location))
      }
      return Intent(id: id, examples: intent.examples.compactMap { checkExample($0) })
    }
  }

  /// Reads the marks of an example; nil where they are malformed.
  mutating func checkExample(_ text: WrittenText) -> MarkedExample? {
    switch MarkParser.parse(text.value) {
    case .failure(let problem):
      add(Rule.malformedMark.finding(problem.message, at: text.location(of: problem.offsets)))
      return nil
    case .success(let parsed):
      for mark in parsed.marks {
        _ = resolveSlot(mark.slot, at: text.location(of: mark.slotOffsets))
      }
      return MarkedExample(
        text: parsed.text, marks: parsed.marks.map { .init(span: $0.span, slot: SlotID(rawValue: $0.slot)) })
    }
  }

  mutating func resolveSlot(_ text: WrittenText) -> SlotID? { resolveSlot(text.value, at: text.location) }

  /// Nil for what is no slot, which is reported.
  mutating func resolveSlot(_ name: String, at location: SourceLocation) -> SlotID? {
    let id = SlotID(rawValue: name)
    if scope.isSlot(id) { return id }
    if scope.isFact(id) {
      add(
        Rule.unknownSlot.finding(
          "'\(name)' is a fact, not a slot.", at: location, advice: "Name a slot: only the graph sets facts."))
    } else {
      add(
        Rule.unknownSlot.finding(
          "There is no slot '\(name)'.", at: location, nearMiss: nearMiss(to: name, among: scope.slotNames)))
    }
    return nil
  }

  mutating func resolveIntent(_ text: WrittenText) -> IntentID? {
    let id = IntentID(rawValue: text.value)
    if scope.intents.contains(id) { return id }
    add(
      Rule.unknownIntent.finding(
        "There is no intent '\(text.value)'.", at: text.location,
        nearMiss: nearMiss(to: text.value, among: scope.intents.lazy.map(\.rawValue))))
    return nil
  }

  mutating func resolveNode(_ text: WrittenText) -> NodeID? {
    let id = NodeID(rawValue: text.value)
    // Where no nodes could be read, their absence was reported.
    if scope.nodes.contains(id) || scope.nodes.isEmpty { return scope.nodes.isEmpty ? nil : id }
    add(
      Rule.unknownNode.finding(
        "There is no node '\(text.value)'.", at: text.location,
        nearMiss: nearMiss(to: text.value, among: scope.nodes.lazy.map(\.rawValue))))
    return nil
  }
}
