import MuseDefinition
import MuseSource

extension GraphChecker {
  /// Slots, facts, intents and tools of the graph's own file that nothing uses. Nodes are found by following the flow; what an
  /// imported file declares may be for another graph.
  mutating func checkUnused(drafts: [NodeDraft]) {
    let listed = drafts.reduce(into: Set<String>()) { $0.formUnion($1.document.listedNames) }
    if !hasBrokenExpressions {
      let marked = document.intents.flatMap(\.examples).reduce(into: Set<String>()) { names, example in
        if case .success(let parsed) = MarkParser.parse(example.value) { names.formUnion(parsed.marks.map(\.slot)) }
      }
      let used = listed.union(marked).union(mentioned)
      for name in document.slots.map(\.id) where !used.contains(name.value) { reportUnused(name, "slot") }
      for name in document.facts.map(\.id) where !used.contains(name.value) { reportUnused(name, "fact") }
    }
    let heard = listed.union(document.policy.digressions.map(\.intent.value))
    for name in document.intents.map(\.id) where !heard.contains(name.value) { reportUnused(name, "intent") }
    let called = listed.union(document.slots.compactMap(\.lookup?.value)).union(document.tools.compactMap(\.undo?.tool.value))
    for name in document.tools.map(\.id) where !called.contains(name.value) { reportUnused(name, "tool") }
    let awaited = drafts.reduce(into: Set<String>()) { $0.formUnion($1.document.awaitedEvents) }
    for name in document.events.map(\.name) where !awaited.contains(name.value) { reportUnused(name, "event") }
  }

  private mutating func reportUnused(_ name: WrittenText, _ kind: String) {
    add(Rule.unused.finding("Nothing uses the \(kind) '\(name.value)'.", at: name.location))
  }
}

extension NodeDocument {
  /// The slots, intents and tools that the node lists by name.
  fileprivate var listedNames: [String] {
    switch action {
    case .ask(let ask): ask.slots.map(\.value)
    case .classify(let classify): classify.intents.map(\.value)
    case .confirm(let confirm): confirm.covers.map(\.value)
    case .call(let call): [call.tool.value] + call.arguments.map(\.expression.value)
    case .llm(let llm): llm.tools.map(\.value)
    case .run(let run): run.arguments.map(\.expression.value)
    case .each(let each): [each.list.value] + each.bodies.flatMap(\.listedNames)
    case .say(let say): say.buttons.flatMap(\.names)
    case .set, .when, .wait, .handoff, .end, .broken: []
    }
  }

  fileprivate var awaitedEvents: [String] {
    guard case .wait(let wait) = action else { return [] }
    return wait.events.map(\.value)
  }
}

extension NodeDocument.Each.Body {
  fileprivate var listedNames: [String] {
    switch self {
    case .call(let call): [call.tool.value] + call.arguments.map(\.expression.value)
    case .llm(let llm): llm.tools.map(\.value)
    case .run(let run): run.arguments.map(\.expression.value)
    }
  }
}

extension ButtonDocument {
  /// The slot or the intent that a press tells.
  fileprivate var names: [String] {
    switch press {
    case .named(let key, let value): [key.value == "intent" ? value.value : key.value]
    case .move, .several, .broken: []
    }
  }
}
