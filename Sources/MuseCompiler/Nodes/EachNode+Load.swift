import MuseDefinition
import MuseExpression
import MuseSource

extension EachNode {
  static let form = VerbForm(
    verb: .each, expects: .expression,
    keys: [
      VerbForm.next,
      KeyForm("as", .word, summary: "What an item is called in 'with' and 'prompt'; 'item', if left out."),
      KeyForm("at_once", .integer(1...100), summary: "How many are done at the same time; 4, if left out."),
      KeyForm("call", .word, summary: "The tool that is called for each item."),
      KeyForm("llm", .word, summary: "The role of the language model that is asked for each item."),
      KeyForm("run", .word, summary: "The graph, without waits, that runs for each item."),
      KeyForm(
        "set", .map(.word), summary: "Lists that take the results in the order of the items, each written as 'outcome.field'."),
    ] + CallNode.form.keys.filter { !["next", "set", "amend"].contains($0.name) }
      + LanguageModelNode.keys.filter { $0.name != "without" }.map(\.optional),
    summary: "Does one thing for every item of a list.")
}

extension NodeDocument.Each {
  init?(_ fields: Fields) {
    guard let list = fields.text("each") else { return nil }
    self.init(list: list)
    item = fields.text("as")
    atOnce = fields.integer("at_once")
    bodies = [
      NodeDocument.Call(fields).map { .call($0) }, NodeDocument.LanguageModel(fields).map { .llm($0) },
      NodeDocument.Run(fields).map { .run($0) },
    ].compactMap(\.self)
  }
}

extension GraphChecker {
  mutating func buildEach(_ each: NodeDocument.Each, into draft: inout NodeDraft) {
    draft.verb = .each
    draft.outcomes = OutcomeSet(ordinary: [.done], other: [.some, .failed])
    let list = checkedList(each.list, for: &draft)
    let item = checkedItem(each.item)
    guard each.bodies.count == 1, let written = each.bodies.first else {
      let what = each.bodies.isEmpty ? "does nothing with the items" : "does several things with each item"
      add(Rule.eachBody.finding("'\(draft.id)' \(what).", at: draft.location))
      return
    }
    let around = (scope.environment, scope.laterEnvironment)
    scope.know(item, list?.element ?? .dyn)
    let results = build(written, into: &draft)
    (scope.environment, scope.laterEnvironment) = around
    guard let list, let results else { return }
    let assignments = results.assignments.compactMap { checkCollected($0, in: results) }
    guard assignments.count == results.assignments.count else { return }
    draft.kind = .each(
      EachNode(
        list: list.expression, item: item, body: results.body.reading(list.expression, in: scope),
        atOnce: each.atOnce?.value ?? 4,
        assignments: assignments))
  }

  private mutating func checkedList(
    _ text: WrittenText, for draft: inout NodeDraft
  ) -> (expression: CheckedExpression, element: ValueType)? {
    guard let expression = evaluate(text, expecting: nil, for: &draft) else { return nil }
    switch expression.type.unwrapped {
    case .list(let element): return (expression, element)
    case .dyn: return (expression, .dyn)
    default:
      add(
        Rule.wrongType.finding(
          "'each' takes a list, but this is '\(expression.type)'.", at: text.location, advice: "Give a list."))
      return nil
    }
  }

  private mutating func checkedItem(_ written: WrittenText?) -> String {
    let name = written?.value ?? "item"
    if let written { checkID(written, of: .item) }
    if let variable = scope.variables[SlotID(rawValue: name)] {
      add(
        Rule.reservedID.finding(
          "'\(name)' cannot name an item: it is a slot or a fact.", at: written?.location ?? variable.location,
          advice: "Name the item otherwise in 'as'."))
    }
    return name
  }

  // MARK: What is done with each item

  /// A body as it was built, and what may be collected from it.
  private struct Results {
    var body: EachNode.Body
    var assignments: [NodeDocument.Call.Assignment]
    /// Knows the outcomes.
    var draft: NodeDraft
    /// The graph that is run.
    var outline: GraphOutline?
  }

  /// The body is built like a node of its own, but for what is assigned: that is collected in lists.
  private mutating func build(_ body: NodeDocument.Each.Body, into draft: inout NodeDraft) -> Results? {
    var inner = NodeDraft(draft.document)
    defer { draft.reads += inner.reads }
    switch body {
    case .call(var call):
      let assignments = call.assignments
      call.assignments = []
      buildCall(call, into: &inner)
      guard case .call(let node)? = inner.kind else { return nil }
      return Results(body: .call(node), assignments: assignments, draft: inner)
    case .llm(var llm):
      let assignments = llm.assignments
      llm.assignments = []
      if llm.prompt == nil { add(Rule.missingKey.finding("'\(draft.id)' has no 'prompt'.", at: llm.role.location)) }
      buildLanguageModel(llm, into: &inner)
      guard case .llm(let node)? = inner.kind else { return nil }
      return Results(body: .llm(node), assignments: assignments, draft: inner)
    case .run(var run):
      let assignments = run.assignments
      run.assignments = []
      buildRun(run, into: &inner)
      guard case .run(let node)? = inner.kind, let outline = scope.graphs[node.graph] ?? nil else { return nil }
      checkRunsThrough(outline, at: run.graph)
      return Results(body: .run(node), assignments: assignments, draft: inner, outline: outline)
    }
  }

  private mutating func checkRunsThrough(_ outline: GraphOutline, at name: WrittenText) {
    if outline.waits {
      add(Rule.eachWaits.finding("'\(name.value)' may wait for a person.", at: name.location))
    } else if outline.holdsEach {
      add(Rule.eachWaits.finding("'\(name.value)' has an 'each' of its own.", at: name.location))
    }
  }

  // MARK: set

  private mutating func checkCollected(_ assignment: NodeDocument.Call.Assignment, in results: Results) -> EachNode.Assignment? {
    guard let (outcome, field) = checkedSource(assignment.source, in: results) else { return nil }
    guard let target = resolveVariable(assignment.target) else { return nil }
    let list = ToolSignature.Parameter(name: field.name, type: .list(field.type.itself))
    return checkAssigned(list, to: target, at: assignment.source).map { .init(target: $0, outcome: outcome, field: field.name) }
  }

  private mutating func checkedSource(_ source: WrittenText, in results: Results) -> (Outcome, ToolSignature.Parameter)? {
    switch results.body {
    case .call(let call):
      return scope.tools[call.tool].flatMap { checkedSource(source, of: $0, in: results.draft) }
    case .llm(let llm):
      if let field = llm.product.field(source.value) { return (.next, field) }
      add(
        Rule.unknownField.finding(
          "The language model gives no '\(source.value)'.", at: source.location,
          nearMiss: nearMiss(to: source.value, among: llm.product.sources)))
      return nil
    case .run:
      return results.outline.flatMap { checkedSource(source, of: $0, in: results.draft) }
    }
  }
}

extension EachNode.Body {
  /// A write is agreed to with the list whose items it is done for.
  fileprivate func reading(_ list: CheckedExpression, in scope: Scope) -> EachNode.Body {
    guard case .call(var call) = self else { return self }
    let read = list.references.map { SlotID(rawValue: $0) }
    call.readSlots.formUnion(read.filter { scope.isSlot($0) })
    call.readFacts.formUnion(read.filter { scope.isFact($0) })
    return .call(call)
  }
}

extension SlotType {
  /// Without the outermost `optional`.
  fileprivate var itself: SlotType {
    if case .optional(let wrapped) = self { wrapped } else { self }
  }
}
